package io.github.cxoneauthstub.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.FindingTables;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list of mistakes and the list of detectors are one. */
class CatalogueTest {
    /** What one request shows; the rest shows over time. */
    private static final Set<Mistake> OF_ONE_REQUEST = EnumSet.range(Mistake.JSON_BODY, Mistake.ACCEPT_LEFT_OUT);

    /** Those whose tests are about what shows over time. */
    private static final List<Class<?>> OVER_TIME = List.of(
            RenewalBehavioursTest.class,
            RetryBehavioursTest.class,
            SpentTokenBehavioursTest.class,
            RetryAfterBehavioursTest.class);

    @Test
    void eachMistakeOfOneRequest_hasADetector() {
        assertThat(Catalogue.ALL).extracting(Detector::mistake).containsExactlyInAnyOrderElementsOf(OF_ONE_REQUEST);
    }

    @Test
    void eachMistakeOverTime_hasABehaviour() {
        assertThat(Behaviours.ALL)
                .extracting(Behaviours.Behaviour::mistake)
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(OF_ONE_REQUEST)));
    }

    /** Its rows and annotations are what the tests run by, and are held to. */
    @ParameterizedTest
    @EnumSource
    void eachMistake_hasATestThatShowsIt_andOneOfANearMiss(Mistake mistake) {
        Set<Mistake> shown = EnumSet.copyOf(FindingTables.shown());
        Set<Mistake> nearMisses = EnumSet.copyOf(FindingTables.nearMisses());
        Stream.concat(OVER_TIME.stream(), FindingTables.CLASSES.stream())
                .flatMap(tests -> Stream.of(tests.getDeclaredMethods()))
                .filter(CatalogueTest::isRun)
                .forEach(test -> {
                    Optional.ofNullable(test.getAnnotation(Shows.class))
                            .ifPresent(shows -> shown.addAll(List.of(shows.value())));
                    Optional.ofNullable(test.getAnnotation(NearMissOf.class))
                            .ifPresent(near -> nearMisses.addAll(List.of(near.value())));
                });

        assertThat(shown).as("shown by a test").contains(mistake);
        assertThat(nearMisses).as("nearly shown by a test").contains(mistake);
    }

    private static boolean isRun(Method method) {
        return (method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class))
                && !method.isAnnotationPresent(Disabled.class);
    }

    @Test
    void noMistake_hasTwoDetectors() {
        assertThat(Catalogue.ALL).extracting(Detector::mistake).doesNotHaveDuplicates();
    }

    @Test
    void eachDetector_advisesAndTellsWhereItIsKnownFrom() {
        assertThat(Catalogue.ALL).allSatisfy(detector -> {
            assertThat(detector.advice()).isNotBlank().doesNotEndWith(".");
            assertThat(detector.evidence().source()).isNotBlank();
            assertThat(Stream.of(Library.values())
                            .filter(library -> !detector.lines(library).isEmpty()))
                    .hasSizeLessThan(5);
        });
    }

    /** What is found in accepted requests too may stand beside a refusal that has another cause. */
    @Test
    void mistakeOfAcceptedRequests_explainsSomeRefusals_eachOtherOneAll() {
        assertThat(Catalogue.ALL)
                .allSatisfy(detector -> assertThat(Stream.of(Reason.values()).allMatch(detector.mistake()::explains))
                        .as(detector.toString())
                        .isNotEqualTo(detector.asksAccepted()));
        assertThat(Behaviours.ALL)
                .allSatisfy(behaviour -> assertThat(Reason.values()).noneMatch(behaviour.mistake()::explains));
    }

    /** A tester who follows a list of detectors reads them in the order of the mistakes. */
    @Test
    void detectorsOfOneSection_areInTheOrderOfTheMistakes() {
        assertThat(List.of(SecretDetectors.ALL, ClientDetectors.ALL, BasicDetectors.ALL))
                .allSatisfy(section ->
                        assertThat(section).extracting(Detector::mistake).isSorted());
    }
}
