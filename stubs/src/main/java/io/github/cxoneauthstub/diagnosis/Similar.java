package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Letters;
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
        return Letters.apart(plain(word), plain(other));
    }

    /** Without what spellings differ in. */
    private static String plain(String word) {
        return word.replaceAll("[\\s_.:/-]", "").toLowerCase(Locale.ROOT);
    }
}
