package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.exchange.Timeline;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** In a strict factory each dynamic test answers for what it did, as any other test does. */
class StrictDynamicTest {

    @Test
    void dynamicTest_failsForWhatItDidNotExpect() {
        TestRun run = TestRun.of(RefusedTestCases.class);

        assertThat(run.failure())
                .isExactlyInstanceOf(AssertionFailedError.class)
                .message()
                .contains("there was 1: #2 SECRET_WRONG;")
                .containsOnlyOnce(Timeline.HEADING);
        assertThat(run.succeededTests()).containsExactly("fine", "fine too");
    }

    /** It was the failure of its factory too. */
    @Test
    void failedDynamicTest_staysTheOnlyFailure() {
        Throwable failure = TestRun.of(FailingTestCases.class).failure();

        assertThat(failure).isExactlyInstanceOf(IllegalStateException.class).hasMessage("as the test wants");
        assertThat(failure.getSuppressed())
                .hasSize(2)
                .satisfiesExactly(
                        timeline -> assertThat(timeline).isExactlyInstanceOf(EndpointTimeline.class),
                        strict -> assertThat(strict)
                                .isExactlyInstanceOf(AssertionFailedError.class)
                                .hasMessageStartingWith("expected no refusal"));
    }

    /** It failed its factory. */
    @Test
    void abortedDynamicTest_isLetAlone() {
        Throwable abortion = TestRun.of(AbortedTestCases.class).failure();

        assertThat(abortion).isExactlyInstanceOf(TestAbortedException.class);
        assertThat(abortion.getSuppressed()).isEmpty();
    }

    @Test
    void whatOthersDid_isNotTheFaultOfTheNextOne() {
        TestRun run = TestRun.of(MixedTestCases.class);

        assertThat(run.failures())
                .satisfiesExactly(
                        first -> assertThat(first).isExactlyInstanceOf(TestAbortedException.class),
                        second -> assertThat(second)
                                .isExactlyInstanceOf(AssertionFailedError.class)
                                .hasMessageContaining("there was 1: #2 SECRET_WRONG (")
                                .hasMessageNotContaining("#1 SECRET_WRONG ("));
        assertThat(run.succeededTests()).containsExactly("fine");
    }

    @Test
    void factory_answersForWhatNoneOfItsTestsDid() {
        TestRun run = TestRun.of(FactoryTestCases.class, AfterEachTestCases.class);

        assertThat(run.failures())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .isExactlyInstanceOf(AssertionFailedError.class)
                        .hasMessageContaining("there was 1: #1 SECRET_WRONG"));
        assertThat(run.succeededTests()).containsExactly("fine", "fine");
    }

    @Test
    void expectation_isThatOfTheWholeFactory() {
        TestRun.of(ExpectingTestCases.class).succeeded(2);
    }

    /** Whichever ended first was the one that failed. */
    @Test
    void whatHappenedWhileTwoWereUnderWay_isTheFailureOfTheFactory() {
        TestRun run = TestRun.concurrently(ConcurrentTestCases.class);

        assertThat(run.failure())
                .isExactlyInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("there was 1: #1 SECRET_WRONG;");
        assertThat(run.succeededTests()).containsExactlyInAnyOrder("innocent", "refused");
    }

    /** If it ended first, nobody failed. */
    @Test
    void abortedDynamicTest_takesNothingFromWhoIsUnderWay() {
        TestRun run = TestRun.concurrently(ConcurrentlyAbortedTestCases.class);

        assertThat(run.failures())
                .satisfiesExactly(
                        abortion -> assertThat(abortion).isExactlyInstanceOf(TestAbortedException.class),
                        ofFactory -> assertThat(ofFactory)
                                .isExactlyInstanceOf(AssertionFailedError.class)
                                .hasMessageContaining("there was 1: #1 SECRET_WRONG;"));
        assertThat(run.succeededTests()).containsExactly("refused");
    }

    private static Stream<DynamicTest> twoAtOnce(CxoneAuth auth, Executable ofInnocent) {
        CyclicBarrier both = new CyclicBarrier(2);
        return Stream.of(
                DynamicTest.dynamicTest("innocent", () -> {
                    both.await(10, TimeUnit.SECONDS);
                    both.await(10, TimeUnit.SECONDS);
                    ofInnocent.execute();
                }),
                DynamicTest.dynamicTest("refused", () -> {
                    both.await(10, TimeUnit.SECONDS);
                    Http.wrongSecret(auth);
                    both.await(10, TimeUnit.SECONDS);
                }));
    }

    private static DynamicTest fine(String name) {
        return DynamicTest.dynamicTest(name, () -> {});
    }

    private static DynamicTest refused(CxoneAuth auth) {
        return DynamicTest.dynamicTest("refused", () -> Http.wrongSecret(auth));
    }

    private static DynamicTest aborted(CxoneAuth auth) {
        return DynamicTest.dynamicTest("aborted", () -> {
            Http.wrongSecret(auth);
            assumeTrue(false, "as the test wants");
        });
    }

    @CxoneAuthStub(strict = true)
    static class RefusedTestCases {
        @TestFactory
        Stream<DynamicNode> tests(CxoneAuth auth) {
            DynamicTest asks = DynamicTest.dynamicTest("fine", () -> Http.token(auth));
            return Stream.of(
                    asks, DynamicContainer.dynamicContainer("inner", List.of(refused(auth))), fine("fine too"));
        }
    }

    @CxoneAuthStub(strict = true)
    static class FailingTestCases {
        @TestFactory
        Stream<DynamicTest> tests(CxoneAuth auth) {
            return Stream.of(DynamicTest.dynamicTest("failing", () -> {
                Http.wrongSecret(auth);
                throw new IllegalStateException("as the test wants");
            }));
        }
    }

    @CxoneAuthStub(strict = true)
    static class AbortedTestCases {
        @TestFactory
        Stream<DynamicTest> tests(CxoneAuth auth) {
            return Stream.of(aborted(auth));
        }
    }

    @CxoneAuthStub(strict = true)
    static class MixedTestCases {
        @TestFactory
        Stream<DynamicTest> tests(CxoneAuth auth) {
            return Stream.of(aborted(auth), refused(auth), fine("fine"));
        }
    }

    @CxoneAuthStub(strict = true)
    static class FactoryTestCases {
        @TestFactory
        Stream<DynamicTest> tests(CxoneAuth auth) {
            Http.wrongSecret(auth);
            return Stream.of(fine("fine"));
        }
    }

    @CxoneAuthStub(strict = true)
    static class AfterEachTestCases {
        @AfterEach
        void ask(CxoneAuth auth) {
            Http.wrongSecret(auth);
        }

        @TestFactory
        Stream<DynamicTest> tests(CxoneAuth auth) {
            return Stream.of(fine("fine"));
        }
    }

    @CxoneAuthStub(strict = true)
    @Execution(ExecutionMode.CONCURRENT)
    static class ConcurrentTestCases {
        @TestFactory
        Stream<DynamicTest> tests(CxoneAuth auth) {
            return twoAtOnce(auth, () -> {});
        }
    }

    @CxoneAuthStub(strict = true)
    @Execution(ExecutionMode.CONCURRENT)
    static class ConcurrentlyAbortedTestCases {
        @TestFactory
        Stream<DynamicTest> tests(CxoneAuth auth) {
            return twoAtOnce(auth, () -> assumeTrue(false, "as the test wants"));
        }
    }

    @CxoneAuthStub(strict = true)
    static class ExpectingTestCases {
        @TestFactory
        Stream<DynamicTest> tests(CxoneAuth auth) {
            auth.expect(Reason.SECRET_WRONG);
            return Stream.of(refused(auth), fine("fine"));
        }
    }
}
