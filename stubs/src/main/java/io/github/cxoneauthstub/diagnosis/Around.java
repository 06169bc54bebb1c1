package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.diagnosis.Attempt.Value;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * What stands around the right value and does not belong to it.
 *
 * @param before what stands before it
 * @param behind what stands behind it
 */
record Around(String before, String behind) {
    /** On one side; more does not happen by accident. */
    private static final int MOST = 8;

    private static final String QUOTES =
            "\"'`\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033" + "\u2039\u203a";

    /** The least that has to be taken off until the value is right; empty if nothing helps, or nothing has to. */
    static Optional<Around> of(Value value) {
        String sent = value.sent();
        int atBegin = foreign(sent);
        int atEnd = foreign(new StringBuilder(sent).reverse().toString());
        for (int taken = 1; taken <= atBegin + atEnd; taken++) {
            for (int first = Math.max(0, taken - atEnd); first <= Math.min(taken, atBegin); first++) {
                int last = sent.length() - (taken - first);
                if (first < last && value.right().test(sent.substring(first, last))) {
                    return Optional.of(new Around(sent.substring(0, first), sent.substring(last)));
                }
            }
        }
        return Optional.empty();
    }

    private static int foreign(String text) {
        return (int) text.chars()
                .limit(MOST)
                .takeWhile(c -> isLineEnd(c) || isBlank(c) || isQuote(c) || isInvisible(c))
                .count();
    }

    static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }

    static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    static boolean isQuote(int c) {
        return QUOTES.indexOf(c) >= 0;
    }

    /** What an editor shows as nothing, or as a blank that it is not. */
    static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> c != ' ';
            case Character.NON_SPACING_MARK -> (c >= 0xfe00 && c <= 0xfe0f) || c == 0x34f;
            default -> false;
        };
    }

    boolean has(IntPredicate kind) {
        return (before + behind).chars().anyMatch(kind);
    }

    /** The places and code points of one kind, to follow "the secret has". */
    String told(IntPredicate kind) {
        String first = codes(before, kind);
        String last = codes(behind, kind);
        if (first.isEmpty() || last.isEmpty()) {
            return first.isEmpty() ? last + " behind it" : first + " before it";
        }
        return first + " before it and " + last + " behind it";
    }

    /** The code points of one kind, as {@code U+200B}. */
    static String codes(String text, IntPredicate kind) {
        return text.chars()
                .filter(kind)
                .limit(MOST)
                .mapToObj(c -> String.format(Locale.ROOT, "U+%04X", c))
                .collect(Collectors.joining(" "));
    }
}
