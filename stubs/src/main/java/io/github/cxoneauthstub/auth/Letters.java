package io.github.cxoneauthstub.auth;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far two words are apart, for those who guess what was meant.
 *
 * @since 0.1.0
 */
public final class Letters {
    private static final int MOST_SLIPS = 2;

    /** Nobody writes a longer word; the comparison takes the product of both lengths. */
    private static final int LONGEST = 100;

    private static final Pattern MARKS = Pattern.compile("[\\s_.:/-]");

    private Letters() {}

    /**
     * The one of these that was probably meant by a word: that differs by the least, if that is case, marks and at most
     * two letters; none of itself.
     *
     * @param lettersForASlip a slip is forgiven for each so many letters: in a shorter word it makes another word of it
     */
    public static Optional<String> nearest(String word, Collection<String> candidates, int lettersForASlip) {
        if (word.length() > LONGEST || candidates.contains(word)) {
            return Optional.empty();
        }
        return candidates.stream()
                .filter(each -> each.length() <= LONGEST
                        && slips(word, each) <= Math.min(MOST_SLIPS, each.length() / lettersForASlip))
                .min(Comparator.comparingInt(each -> slips(word, each)));
    }

    private static int slips(String word, String other) {
        return apart(plain(word), plain(other));
    }

    /** Without what spellings differ in. */
    private static String plain(String word) {
        return MARKS.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /**
     * Levenshtein's distance, with two letters that changed places as one difference. Takes the product of both
     * lengths.
     */
    public static int apart(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(last[j], row[j - 1]));
                if (isSwapped(a, i, b, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }

    private static boolean isSwapped(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
