package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Small words that detectors are written with. */
final class Seen {
    /** For words of requests: fewer letters make another word of it. */
    static final int LETTERS_FOR_A_SLIP = 5;

    private Seen() {}

    /** The sentence, if it shows. */
    static Optional<String> when(boolean shows, Supplier<String> sentence) {
        return shows ? Optional.of(sentence.get()) : Optional.empty();
    }

    /** Looks at requests to a token endpoint only. */
    static Function<Case, Optional<String>> atToken(Function<Case, Optional<String>> sees) {
        return decided -> decided.kind() == Kind.TOKEN ? sees.apply(decided) : Optional.empty();
    }

    /** Looks at requests to a guarded resource only. */
    static Function<Case, Optional<String>> atResource(Function<Case, Optional<String>> sees) {
        return decided -> decided.kind() == Kind.RESOURCE ? sees.apply(decided) : Optional.empty();
    }

    /** The number with its noun: {@code 1 character}, {@code 2 characters}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
