package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

/** What fails before a strict test begins stays its failure, and has what was not expected as a suppressed one. */
class StrictFailureTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                FailingConstructorTestCases.class,
                OncePerClassFailingConstructorTestCases.class,
                FailingBeforeAllTestCases.class,
                FailingBeforeEachTestCases.class
            })
    void failureBeforeTheTest_hasItSuppressedOnce(Class<?> strict) {
        Throwable failure = TestRun.of(strict).failure();

        assertThat(failure).isExactlyInstanceOf(IllegalStateException.class);
        assertThat(failure.getSuppressed())
                .filteredOn(AssertionFailedError.class::isInstance)
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("there was 1: #1 SECRET_WRONG;");
    }

    private static void fail(CxoneAuth auth) {
        Http.wrongSecret(auth);
        throw new IllegalStateException("as the test wants");
    }

    @CxoneAuthStub(strict = true)
    static class FailingConstructorTestCases {
        FailingConstructorTestCases(CxoneAuth auth) {
            fail(auth);
        }

        @Test
        void neverRuns() {}
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class OncePerClassFailingConstructorTestCases extends FailingConstructorTestCases {
        OncePerClassFailingConstructorTestCases(CxoneAuth auth) {
            super(auth);
        }
    }

    @CxoneAuthStub(strict = true)
    static class FailingBeforeAllTestCases {
        @BeforeAll
        static void prepare(CxoneAuth auth) {
            fail(auth);
        }

        @Test
        void neverRuns() {}
    }

    @CxoneAuthStub(strict = true)
    static class FailingBeforeEachTestCases {
        @BeforeEach
        void prepare(CxoneAuth auth) {
            fail(auth);
        }

        @Test
        void neverRuns() {}
    }
}
