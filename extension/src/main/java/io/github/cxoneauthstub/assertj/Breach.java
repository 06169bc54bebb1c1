package io.github.cxoneauthstub.assertj;

import java.util.Optional;

/**
 * Why an assertion fails.
 *
 * @param sentence what was expected and what was there instead
 * @param expected for those who show both side by side
 * @param actual for those who show both side by side
 */
record Breach(String sentence, Object expected, Object actual) {

    /** If the numbers differ, what follows from that. */
    static Optional<Breach> ofCount(int expected, int actual, String noun, String qualifier) {
        return ofCount(expected, actual, noun, qualifier, "");
    }

    /**
     * If the numbers differ, what follows from that.
     *
     * @param noun in the singular: {@code issued token}
     * @param qualifier what follows the noun; may be empty
     * @param list what was counted; may be empty
     */
    static Optional<Breach> ofCount(int expected, int actual, String noun, String qualifier, String list) {
        if (expected == actual) {
            return Optional.empty();
        }
        String sentence = "expected " + expected + " " + noun + (expected == 1 ? "" : "s") + qualifier + " but there "
                + (actual == 1 ? "was " : "were ") + actual + (list.isEmpty() ? "" : ": " + list);
        return Optional.of(new Breach(sentence, expected, actual));
    }

    /** Something else than expected. */
    static Breach of(String expectation, String instead, Object expected, Object actual) {
        return new Breach("expected " + expectation + " but " + instead, expected, actual);
    }
}
