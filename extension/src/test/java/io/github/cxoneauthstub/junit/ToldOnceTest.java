package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cxoneauthstub.CxoneAuth;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A failure shows what the endpoint saw once, and no failure shows nothing. */
@SuppressWarnings("DoNotCallSuggester") // it is JUnit that calls what always throws
class ToldOnceTest {

    @Test
    void greenAbortedAndUnconcernedTests_showNothing() {
        TestRun run = TestRun.of(GreenTestCases.class, AbortedTestCases.class, UnconcernedTestCases.class);

        assertThat(run.published("cxone-auth")).isEmpty();
        assertThat(run.failures())
                .hasSize(3)
                .allSatisfy(failure -> assertThat(failure.getSuppressed()).isEmpty());
    }

    @Test
    void failureThatHasATimeline_getsNoSecondOne() {
        TestRun run = TestRun.of(ToldTestCases.class);

        assertThat(run.failures())
                .hasSize(3)
                .allSatisfy(failure ->
                        assertThat(failure.getSuppressed()).doesNotHaveAnyElementsOfTypes(EndpointTimeline.class));
        assertThat(run.published("cxone-auth")).hasSize(3);
    }

    @Test
    void failureThatTakesNoSuppressedOnes_hasTheReportEntry() {
        TestRun run = TestRun.of(UnsuppressibleTestCases.class);

        assertThat(run.failure().getSuppressed()).isEmpty();
        assertThat(run.published("cxone-auth")).hasSize(1);
    }

    @Test
    void failureThatCannotBeLookedAt_staysTheFailure() {
        TestRun run = TestRun.of(UnreadableTestCases.class);

        assertThat(run.failure()).isInstanceOf(Unreadable.class);
    }

    @CxoneAuthStub
    static class GreenTestCases {
        @Test
        void test(CxoneAuth auth) {
            Http.wrongSecret(auth);
        }
    }

    @CxoneAuthStub
    static class AbortedTestCases {
        @Test
        void inTest(CxoneAuth auth) {
            Http.wrongSecret(auth);
            assumeTrue(false);
        }

        @Nested
        class Inner {
            Inner(CxoneAuth auth) {
                Http.wrongSecret(auth);
                assumeTrue(false);
            }

            @Test
            void neverRuns() {}
        }
    }

    @CxoneAuthStub
    static class UnconcernedTestCases {
        @Test
        void test(CxoneAuth auth) {
            throw new IllegalStateException("without any request");
        }
    }

    @CxoneAuthStub
    static class ToldTestCases {
        @Test
        void inMessage(CxoneAuth auth) {
            throw told(auth);
        }

        @Test
        void inCause(CxoneAuth auth) {
            throw new IllegalStateException(new IllegalStateException("for", told(auth)));
        }

        @Test
        void inSuppressed(CxoneAuth auth) {
            IllegalStateException failure = new IllegalStateException("for");
            failure.addSuppressed(told(auth));
            throw failure;
        }

        private static AssertionError told(CxoneAuth auth) {
            Http.wrongSecret(auth);
            return new AssertionError("expected something\n" + auth.exchanges().timeline());
        }
    }

    static class Unsuppressible extends RuntimeException {
        Unsuppressible() {
            super("as the test wants", null, false, false);
        }
    }

    @CxoneAuthStub
    static class UnsuppressibleTestCases {
        @Test
        void test(CxoneAuth auth) {
            Http.wrongSecret(auth);
            throw new Unsuppressible();
        }
    }

    static class Unreadable extends RuntimeException {
        @Override
        public String getMessage() {
            throw new IllegalArgumentException("no message");
        }
    }

    @CxoneAuthStub
    static class UnreadableTestCases {
        @Test
        void test(CxoneAuth auth) {
            Http.wrongSecret(auth);
            throw new Unreadable();
        }
    }
}
