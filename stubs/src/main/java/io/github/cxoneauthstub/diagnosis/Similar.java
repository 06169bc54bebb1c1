package io.github.cxoneauthstub.diagnosis;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class Similar {
    private static final int FARTHEST = 2;

    /** In a shorter word, two differences make another word of it. */
    private static final int LETTERS_PER_SLIP = 5;

    /** Nobody writes a longer one; the comparison takes the product of both lengths. */
    private static final int LONGEST = 100;

    private Similar() {}

    /** The one of these that differs by the least, if that is case, marks and at most two letters; none of itself. */
    static Optional<String> to(String word, Collection<String> candidates) {
        if (word.length() > LONGEST || candidates.contains(word)) {
            return Optional.empty();
        }
        return candidates.stream()
                .filter(each -> each.length() <= LONGEST && isNear(word, each))
                .min(Comparator.comparingInt(each -> distance(word, each)));
    }

    private static boolean isNear(String word, String other) {
        return distance(word, other) <= Math.min(FARTHEST, other.length() / LETTERS_PER_SLIP);
    }

    private static int distance(String word, String other) {
        return letters(plain(word), plain(other));
    }

    /** Without what spellings differ in. */
    private static String plain(String word) {
        return word.replaceAll("[\\s_.:/-]", "").toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's, with two letters that changed places as one difference. */
    private static int letters(String a, String b) {
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
