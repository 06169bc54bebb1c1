package io.github.cxoneauthstub;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Bad requests without end, the same ones for the same seed: good requests with one to three breakages each. */
final class BadRequests {
    private final Random random;
    private final List<Supplier<Draft>> good;

    /**
     * Begins anew.
     *
     * @param good makes requests that would be answered well
     */
    BadRequests(long seed, List<Supplier<Draft>> good) {
        this.random = new Random(seed);
        this.good = List.copyOf(good);
    }

    /** All that is sent over one connection: mostly one request, sometimes several without waiting for an answer. */
    String conversation() {
        StringBuilder requests = new StringBuilder();
        for (int left = random.nextInt(10) == 0 ? 3 : 1; left > 0; left--) {
            requests.append(request());
        }
        return requests.toString();
    }

    private String request() {
        Draft draft = oneOf(good).get();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            oneOf(random.nextBoolean() ? BrokenHttp.ALL : BrokenClaims.ALL).apply(draft, random);
        }
        return draft.text();
    }

    private <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** The next so many conversations. */
    List<String> conversations(int count) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(conversation());
        }
        return all;
    }
}
