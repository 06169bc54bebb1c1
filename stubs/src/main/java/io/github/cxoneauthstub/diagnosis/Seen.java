package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.profile.BodyFormat;
import io.github.cxoneauthstub.auth.profile.Duty;
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

    /** Looks at requests to an endpoint that issues tokens for the grant that a request names. */
    static Function<Case, Optional<String>> atGrants(Function<Case, Optional<String>> sees) {
        return decided ->
                decided.duty().filter(Duty.TOKEN::equals).isPresent() ? sees.apply(decided) : Optional.empty();
    }

    /** Looks at requests to an endpoint that reads such bodies, whatever else it reads. */
    static Function<Case, Optional<String>> where(BodyFormat read, Function<Case, Optional<String>> sees) {
        return decided -> decided.reads(read) ? sees.apply(decided) : Optional.empty();
    }

    /** Looks at requests to an endpoint that reads such bodies, and none of the other kind. */
    static Function<Case, Optional<String>> whereOnly(
            BodyFormat read, BodyFormat other, Function<Case, Optional<String>> sees) {
        return where(read, decided -> decided.reads(other) ? Optional.empty() : sees.apply(decided));
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
