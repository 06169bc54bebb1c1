package io.github.cxoneauthstub.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class Nearest {
    private static final int FARTHEST = 2;

    private Nearest() {}

    /** The one of these that differs by the least, if it is at most two letters, or no more than case and marks. */
    static Optional<String> to(String word, Collection<String> allowed) {
        if (!Shown.isWord(word)) {
            return Optional.empty();
        }
        return allowed.stream()
                .filter(each -> distance(word, each) <= Math.min(FARTHEST, each.length() / 2))
                .min(Comparator.comparingInt(each -> distance(word, each)));
    }

    private static int distance(String word, String other) {
        return letters(plain(word), plain(other));
    }

    private static String plain(String word) {
        return word.replaceAll("[_.-]", "").toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's. */
    private static int letters(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
