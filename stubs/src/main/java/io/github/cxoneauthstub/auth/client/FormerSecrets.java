package io.github.cxoneauthstub.auth.client;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Secrets that are valid no more and must not be shown all the same: each once, the last thousand. Not thread-safe. */
final class FormerSecrets {
    private static final int MOST = 1000;

    private final Set<String> oldestFirst = new LinkedHashSet<>();

    void add(String secret) {
        oldestFirst.remove(secret);
        oldestFirst.add(secret);
        if (oldestFirst.size() > MOST) {
            oldestFirst.remove(oldestFirst.iterator().next());
        }
    }

    void addAll(Collection<String> secrets) {
        secrets.forEach(this::add);
    }

    void addAll(FormerSecrets others) {
        addAll(others.oldestFirst);
    }

    /** These and the present ones; an unmodifiable copy. */
    List<String> and(Collection<String> present) {
        Set<String> all = new LinkedHashSet<>(oldestFirst);
        all.addAll(present);
        return List.copyOf(all);
    }
}
