package io.github.cxoneauthstub.junit;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.exchange.Timeline;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** A strict test fails for what it did not expect, and for nothing else. */
class StrictTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                RefusalTestCases.class,
                NestedTestCases.class,
                OnTheMethodTestCases.class,
                BuilderTestCases.class,
                AssertedTestCases.class
            })
    void refusalThatNobodyExpected_failsTheTest(Class<?> strict) {
        TestRun run = TestRun.of(strict);

        assertThat(run.failure())
                .isExactlyInstanceOf(AssertionFailedError.class)
                .message()
                .startsWith("expected no refusal and no mistake of the client that the test did not expect but there"
                        + " was 1: #1 SECRET_WRONG")
                .contains("; what is meant to happen is said with auth.expect(Reason.SECRET_WRONG)\n  "
                        + Timeline.HEADING)
                .containsOnlyOnce(Timeline.HEADING);
        assertThat(run.failure().getSuppressed()).isEmpty();
    }

    @Test
    void parameter_makesEveryTestStrict() {
        assertThat(TestRun.with(Map.of("cxone.auth.strict", "true"), LenientTestCases.class)
                        .failure())
                .isExactlyInstanceOf(AssertionFailedError.class);
        TestRun.with(Map.of("cxone.auth.strict", "false"), LenientTestCases.class)
                .succeeded(1);
        assertThat(TestRun.with(Map.of("cxone.auth.strict", "yes"), LenientTestCases.class)
                        .failures())
                .first()
                .extracting(Throwable::getMessage)
                .isEqualTo("configuration parameter: cxone.auth.strict: 'yes' is neither true nor false");
    }

    @Test
    void behaviourThatNobodyExpected_failsTheTestThatExpectedTheRefusal() {
        assertThat(TestRun.of(RetryTestCases.class).failure())
                .message()
                .startsWith("expected no refusal and no mistake of the client that the test did not expect but there"
                        + " was 1: #2 SECRET_WRONG (")
                .contains("retried-unchanged")
                .contains("auth.expect(Mistake.RETRIED_UNCHANGED)\n");
    }

    @Test
    void whatIsExpected_orNotThere_failsNothing() {
        TestRun.of(ExpectingTestCases.class).succeeded(4);
        TestRun.of(LenientTestCases.class).succeeded(1);
    }

    @Test
    void failureOfTheTest_staysTheFailure() {
        Throwable failure = TestRun.of(FailingTestCases.class).failure();

        assertThat(failure).isExactlyInstanceOf(IllegalStateException.class).hasMessage("as the test wants");
        assertThat(failure.getSuppressed()).hasSize(2);
        assertThat(failure.getSuppressed()[1])
                .isExactlyInstanceOf(AssertionFailedError.class)
                .message()
                .startsWith("expected no refusal")
                .doesNotContain(Timeline.HEADING);
    }

    @Test
    void abortedTest_isLetAlone() {
        Throwable abortion = TestRun.of(AbortedTestCases.class).failure();

        assertThat(abortion).isExactlyInstanceOf(TestAbortedException.class);
        assertThat(abortion.getSuppressed()).isEmpty();
    }

    @Test
    void whatTheClassDid_countsAtItsEnd() {
        assertThat(TestRun.of(BeforeAllTestCases.class).failure())
                .isExactlyInstanceOf(AssertionFailedError.class)
                .message()
                .contains("#1 SECRET_WRONG");
    }

    @CxoneAuthStub(strict = true)
    static class RefusalTestCases {
        @Test
        void refused(CxoneAuth auth) {
            Http.wrongSecret(auth);
        }
    }

    @CxoneAuthStub(strict = true)
    static class NestedTestCases {
        @Nested
        class Inner {
            @Test
            void refused(CxoneAuth auth) {
                Http.wrongSecret(auth);
            }
        }
    }

    @CxoneAuthStub
    static class OnTheMethodTestCases {
        @Test
        @CxoneAuthStub(strict = true)
        void refused(CxoneAuth auth) {
            Http.wrongSecret(auth);
        }

        @Test
        void lenient(CxoneAuth auth) {
            Http.wrongSecret(auth);
        }
    }

    static class BuilderTestCases {
        @RegisterExtension
        static final CxoneAuthExtension CXONE =
                CxoneAuthExtension.builder().strict().build();

        @Test
        void refused(CxoneAuth auth) {
            Http.wrongSecret(auth);
        }
    }

    @CxoneAuthStub(strict = true)
    static class AssertedTestCases {
        @Test
        void refused(CxoneAuth auth) {
            Http.wrongSecret(auth);
            assertThat(auth).rejectedOnce(Reason.SECRET_WRONG);
        }
    }

    @CxoneAuthStub
    static class LenientTestCases {
        @Test
        void refused(CxoneAuth auth) {
            Http.wrongSecret(auth);
        }
    }

    @CxoneAuthStub(strict = true)
    static class RetryTestCases {
        @Test
        void refusedTwice(CxoneAuth auth) {
            auth.expect(Reason.SECRET_WRONG);
            Http.wrongSecret(auth);
            Http.wrongSecret(auth);
        }
    }

    @CxoneAuthStub(strict = true)
    static class ExpectingTestCases {
        @Test
        void reason(CxoneAuth auth) {
            auth.expect(Reason.PATH_UNKNOWN, Reason.SECRET_WRONG);
            Http.wrongSecret(auth);
        }

        @Test
        void reasonAndBehaviour(CxoneAuth auth) {
            Http.wrongSecret(auth);
            Http.wrongSecret(auth);
            auth.expect(Reason.SECRET_WRONG);
            auth.expect(Mistake.RETRIED_UNCHANGED);
        }

        @Test
        void nothing(CxoneAuth auth) {
            Http.token(auth);
        }

        @Test
        void noRequest() {}
    }

    @CxoneAuthStub(strict = true)
    static class FailingTestCases {
        @Test
        void fails(CxoneAuth auth) {
            Http.wrongSecret(auth);
            throw new IllegalStateException("as the test wants");
        }
    }

    @CxoneAuthStub(strict = true)
    static class AbortedTestCases {
        @Test
        void aborted(CxoneAuth auth) {
            Http.wrongSecret(auth);
            assumeTrue(false, "as the test wants");
        }
    }

    @CxoneAuthStub(strict = true)
    static class BeforeAllTestCases {
        @BeforeAll
        static void prepare(CxoneAuth auth) {
            Http.wrongSecret(auth);
        }

        @Test
        void innocent(CxoneAuth auth) {
            Http.token(auth);
        }
    }
}
