package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.exchange.Finding.CodeLine;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Evidence;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recognises one mistake, with its sentence, its advice, its lines of code and its evidence beside one another.
 * Immutable; each method returns another one.
 */
final class Detector {
    private final Mistake mistake;
    private final boolean asksAccepted;
    private final Function<Case, Optional<String>> sees;
    private final String advice;
    private final Map<Library, Line> code;
    private final Evidence evidence;

    private Detector(
            Mistake mistake,
            boolean asksAccepted,
            Function<Case, Optional<String>> sees,
            String advice,
            Map<Library, Line> code,
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
        return new Detector(mistake, false, sees, advice, Map.of(), evidence);
    }

    /** The same for accepted requests too: it works here, and is doubtful all the same. */
    Detector evenIfAccepted() {
        return new Detector(mistake, true, sees, advice, code, evidence);
    }

    /** One line for a client that authenticates by a Basic header, and one for a client that does so in the form. */
    private record Line(String basic, String form) {}

    /** With a line of code more. */
    Detector in(Library library, String line) {
        return in(library, line, line);
    }

    /** With a line of code more for each of the two ways to authenticate. */
    Detector in(Library library, String basic, String form) {
        Map<Library, Line> more = new LinkedHashMap<>(code);
        more.put(library, new Line(basic, form));
        return new Detector(mistake, asksAccepted, sees, advice, Collections.unmodifiableMap(more), evidence);
    }

    Mistake mistake() {
        return mistake;
    }

    boolean asksAccepted() {
        return asksAccepted;
    }

    String advice() {
        return advice;
    }

    /** The lines of code for a library. */
    Set<String> lines(Library library) {
        return Stream.ofNullable(code.get(library))
                .flatMap(line -> Stream.of(line.basic(), line.form()))
                .collect(Collectors.toUnmodifiableSet());
    }

    Evidence evidence() {
        return evidence;
    }

    /** What it finds; a request that was accepted is asked only if the detector looks at those too. */
    Optional<Finding> look(Case decided) {
        if (decided.reason().isEmpty() && !asksAccepted) {
            return Optional.empty();
        }
        Fitting fitting = Fitting.of(decided);
        return sees.apply(decided)
                .map(seen -> new Finding(mistake, seen, fitting.text(advice), code(decided, fitting), evidence));
    }

    /** The line of the library that the request came from is the first, if there is one. */
    private List<CodeLine> code(Case decided, Fitting fitting) {
        String userAgent = decided.request().value("User-Agent").orElse("");
        Function<Line, String> way = Fitting.isByBasic(decided) ? Line::basic : Line::form;
        return code.entrySet().stream()
                .sorted(Comparator.comparing(line -> !line.getKey().isClient(userAgent)))
                .flatMap(line -> fitting.line(way.apply(line.getValue())).stream()
                        .map(text -> new CodeLine(line.getKey().title(), text)))
                .toList();
    }

    @Override
    public String toString() {
        return mistake.id();
    }
}
