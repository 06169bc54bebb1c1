package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Mistake;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What the tables of requests are about, from which the tests of the findings take their rows; for the catalogue. */
public final class FindingTables {
    /** Those whose tests are about one mistake each. */
    public static final List<Class<?>> CLASSES = List.of(
            TokenStateFindingsTest.class,
            ClientFindingsTest.class,
            SecretFindingsTest.class,
            AccessKeyFindingsTest.class,
            PathFindingsTest.class,
            GrantFindingsTest.class,
            EndpointFindingsTest.class,
            TokenFindingsTest.class);

    private FindingTables() {}

    /** For each row that shows a mistake, which one. */
    public static Collection<Mistake> shown() {
        Stream<Arguments> named = Stream.of(
                        BodyFindingsTest.mistakes(),
                        PlaceFindingsTest.mistakes(),
                        PathFindingsTest.mistakes(),
                        GrantFindingsTest.mistakes(),
                        EndpointFindingsTest.mistakes(),
                        TokenFindingsTest.mistakes())
                .flatMap(Function.identity());
        Stream<Arguments> told = Stream.of(
                        BasicFindingsTest.mistakes(),
                        SecretFindingsTest.mistakes(),
                        ClientFindingsTest.mistakes(),
                        AccessKeyFindingsTest.mistakes())
                .flatMap(Function.identity());
        return Stream.concat(named.map(row -> (Mistake) row.get()[0]), told.map(row -> ofId((String) row.get()[1])))
                .collect(Collectors.toSet());
    }

    /** For each row that nearly shows a mistake, which one. */
    public static Collection<Mistake> nearMisses() {
        return Stream.of(
                        BodyFindingsTest.nearMisses(),
                        PlaceFindingsTest.nearMisses(),
                        PathFindingsTest.nearMisses(),
                        GrantFindingsTest.nearMisses(),
                        EndpointFindingsTest.nearMisses(),
                        TokenFindingsTest.nearMisses(),
                        BasicFindingsTest.nearMisses(),
                        SecretFindingsTest.nearMisses(),
                        ClientFindingsTest.nearMisses(),
                        AccessKeyFindingsTest.nearMisses())
                .flatMap(Function.identity())
                .map(row -> (Mistake) row.get()[0])
                .collect(Collectors.toSet());
    }

    /** The mistake of a finding that is printed as {@code id: what was seen}. */
    private static Mistake ofId(String finding) {
        String id = finding.substring(0, finding.indexOf(':'));
        return Stream.of(Mistake.values())
                .filter(mistake -> mistake.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no mistake has the id " + id));
    }
}
