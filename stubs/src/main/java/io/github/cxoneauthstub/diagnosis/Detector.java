package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.exchange.Finding.CodeLine;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Recognises one mistake, with its sentence, its advice, its lines of code and its evidence beside one another.
 * Immutable; each method returns another one.
 */
final class Detector {
    private final Mistake mistake;
    private final boolean asksAccepted;
    private final Function<Case, Optional<String>> sees;
    private final String advice;
    private final List<CodeLine> code;
    private final Evidence evidence;

    private Detector(
            Mistake mistake,
            boolean asksAccepted,
            Function<Case, Optional<String>> sees,
            String advice,
            List<CodeLine> code,
            Evidence evidence) {
        this.mistake = mistake;
        this.asksAccepted = asksAccepted;
        this.sees = sees;
        this.advice = advice;
        this.code = code;
        this.evidence = evidence;
    }

    /**
     * Looks at refused requests.
     *
     * @param sees how the mistake shows, as a sentence without full stop; empty if it does not. What it quotes of a
     *     client goes through {@link Case#show()}
     * @param advice what to change
     * @param evidence where it is known from
     */
    static Detector of(Mistake mistake, Function<Case, Optional<String>> sees, String advice, Evidence evidence) {
        return new Detector(mistake, false, sees, advice, List.of(), evidence);
    }

    /** The same for accepted requests too: it works here, and is doubtful all the same. */
    Detector evenIfAccepted() {
        return new Detector(mistake, true, sees, advice, code, evidence);
    }

    /** With a line of code more. */
    Detector in(Library library, String line) {
        List<CodeLine> more = new ArrayList<>(code);
        more.add(new CodeLine(library.title(), line));
        return new Detector(mistake, asksAccepted, sees, advice, List.copyOf(more), evidence);
    }

    Mistake mistake() {
        return mistake;
    }

    String advice() {
        return advice;
    }

    List<CodeLine> code() {
        return code;
    }

    Evidence evidence() {
        return evidence;
    }

    /** What it finds; a request that was accepted is asked only if the detector looks at those too. */
    Optional<Finding> look(Case decided) {
        if (decided.reason().isEmpty() && !asksAccepted) {
            return Optional.empty();
        }
        return sees.apply(decided).map(seen -> new Finding(mistake, seen, advice, code, evidence));
    }

    @Override
    public String toString() {
        return mistake.id();
    }
}
