package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.Letters;
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
        return Letters.apart(plain(word), plain(other));
    }

    private static String plain(String word) {
        return word.replaceAll("[_.-]", "").toLowerCase(Locale.ROOT);
    }
}
