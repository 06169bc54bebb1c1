package io.github.cxoneauthstub.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Mistake;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The list of mistakes and the list of detectors are one. */
class CatalogueTest {
    /** What one request shows; the rest shows over time. */
    private static final Set<Mistake> OF_ONE_REQUEST = EnumSet.range(Mistake.JSON_BODY, Mistake.ACCEPT_LEFT_OUT);

    @Test
    void eachMistakeOfOneRequest_hasADetector() {
        assertThat(Detectors.ALL).extracting(Detector::mistake).containsExactlyInAnyOrderElementsOf(OF_ONE_REQUEST);
    }

    @Test
    void eachMistakeOverTime_hasABehaviour() {
        assertThat(Behaviours.ALL)
                .extracting(Behaviours.Behaviour::mistake)
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(OF_ONE_REQUEST)));
    }

    @Test
    void noMistake_hasTwoDetectors() {
        assertThat(Detectors.ALL).extracting(Detector::mistake).doesNotHaveDuplicates();
    }

    @Test
    void eachDetector_advisesAndTellsWhereItIsKnownFrom() {
        assertThat(Detectors.ALL).allSatisfy(detector -> {
            assertThat(detector.advice()).isNotBlank().doesNotEndWith(".");
            assertThat(detector.evidence().source()).isNotBlank();
            assertThat(detector.libraries()).hasSizeLessThan(5);
        });
    }

    /** A tester who follows a list of detectors reads them in the order of the mistakes. */
    @Test
    void detectorsOfOneSection_areInTheOrderOfTheMistakes() {
        assertThat(List.of(SecretDetectors.ALL, ClientDetectors.ALL, BasicDetectors.ALL))
                .allSatisfy(section ->
                        assertThat(section).extracting(Detector::mistake).isSorted());
    }
}
