package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Letters;
import io.github.cxoneauthstub.diagnosis.Attempt.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An id that is nobody's, and the registered one that it was probably meant to be.
 *
 * @param sent the id as it was sent
 * @param meant the registered one
 * @param difference how they differ
 */
record Misspelling(String sent, String meant, String difference) {
    private static final int MOST = 2;

    /** So few characters are another name rather than a misspelt one. */
    private static final int SHORT = 5;

    private static final int LONGEST = 200;
    private static final Pattern MARKS = Pattern.compile("[\\s_.@-]");

    static Optional<Misspelling> of(String sent, Attempt attempt) {
        return sent.isEmpty() || sent.length() > LONGEST
                ? Optional.empty()
                : byLooks(sent, attempt).or(() -> byLetters(sent, attempt));
    }

    /** What differs in no letter. */
    private static Optional<Misspelling> byLooks(String sent, Attempt attempt) {
        for (Holder client : attempt.holders()) {
            String id = client.id();
            Optional<Around> around = Around.of(new Value("id", sent, id::equals));
            if (around.isPresent()) {
                return Optional.of(
                        new Misspelling(sent, id, "it has " + around.get().told(c -> true)));
            }
            if (id.equalsIgnoreCase(sent)) {
                return Optional.of(new Misspelling(sent, id, "upper and lower case differ"));
            }
            if (id.startsWith(sent) && id.substring(sent.length()).chars().allMatch(c -> c == '=')) {
                return Optional.of(new Misspelling(sent, id, "the = at its end are missing"));
            }
            if (plain(id).equals(plain(sent))) {
                return Optional.of(new Misspelling(sent, id, "blanks or marks between the words differ"));
            }
        }
        return Optional.empty();
    }

    /** The secret of the one that was meant came with it, or no other one is as near. */
    private static Optional<Misspelling> byLetters(String sent, Attempt attempt) {
        List<Holder> near = attempt.holders().stream()
                .filter(client -> distance(client, sent) <= MOST)
                .sorted(Comparator.comparingInt(client -> distance(client, sent)))
                .toList();
        boolean isClear =
                near.size() == 1 && sent.length() > SHORT && near.get(0).id().length() > SHORT;
        return near.stream()
                .filter(client -> isClear || attempt.secrets().anyMatch(client::hasSecret))
                .findFirst()
                .map(client -> {
                    int letters = distance(client, sent);
                    return new Misspelling(
                            sent, client.id(), letters + (letters == 1 ? " character differs" : " characters differ"));
                });
    }

    private static int distance(Holder client, String sent) {
        String id = client.id();
        int most = Math.min(MOST, id.length() / 2);
        if (Math.abs(id.length() - sent.length()) > most) {
            return MOST + 1;
        }
        int distance = Letters.apart(sent, id);
        return distance <= most ? distance : MOST + 1;
    }

    private static String plain(String id) {
        return MARKS.matcher(id).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
