package io.github.cxoneauthstub.assertj;

/**
 * Why an assertion fails.
 *
 * @param sentence what was expected and what was there instead
 * @param expected for those who show both side by side
 * @param actual for those who show both side by side
 */
record Finding(String sentence, Object expected, Object actual) {

    /**
     * Another number of something than expected.
     *
     * @param noun in the singular: {@code issued token}
     * @param qualifier what follows the noun; may be empty
     */
    static Finding ofCount(int expected, int actual, String noun, String qualifier) {
        String sentence = "expected " + expected + " " + noun + (expected == 1 ? "" : "s") + qualifier + " but there "
                + (actual == 1 ? "was " : "were ") + actual;
        return new Finding(sentence, expected, actual);
    }

    Finding with(String list) {
        return new Finding(sentence + list, expected, actual);
    }
}
