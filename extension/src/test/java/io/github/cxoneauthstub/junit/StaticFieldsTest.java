package io.github.cxoneauthstub.junit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A static field is there once for all subclasses, and only as long as one of them runs. */
@SuppressWarnings("NullAway") // it is the extension that fills the field
class StaticFieldsTest {

    /** The next class was told to run concurrently with others, because the field still belonged to the first. */
    @Test
    void fieldThatCouldNotBeFilled_isFilledForTheNextClass() {
        TestRun run = TestRun.of(UnableTestCases.class, NextTestCases.class);

        assertThat(run.failure()).hasMessage("no server, as the test wants");
        assertThat(run.published("next")).containsExactly("filled");
        assertThat(Ancestor.auth).isNull();
    }

    /** The second shared the handle of the first, although each nested class has a server of its own. */
    @Test
    void fieldOfASuperclassOfTwoNestedClassesAtTheSameTime_isRefused() {
        TestRun run = TestRun.concurrently(AroundSiblingsTestCases.class);

        assertThat(run.failure())
                .isExactlyInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("the CxoneAuth of the static field StaticFieldsTest.Sibling.auth");
        TestRun.of(AroundSiblingsTestCases.class).succeeded(2);
    }

    abstract static class Ancestor {
        static CxoneAuth auth;
    }

    static class Unable implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            StaticFields.fill(context, field -> {
                throw new IllegalStateException("no server, as the test wants");
            });
        }
    }

    @ExtendWith(Unable.class)
    static class UnableTestCases extends Ancestor {
        @Test
        void neverRuns() {}
    }

    @CxoneAuthStub
    static class NextTestCases extends Ancestor {
        @Test
        void test(TestReporter reporter) {
            reporter.publishEntry("next", auth == null ? "empty" : "filled");
        }
    }

    /** Ends its test when one of the two siblings was refused. */
    @CxoneAuthStub
    @ExtendWith(Ended.class)
    @Execution(ExecutionMode.CONCURRENT)
    abstract static class Sibling {
        private static final CountDownLatch ONE_ENDED = new CountDownLatch(1);
        static CxoneAuth auth;

        @Test
        @Execution(ExecutionMode.SAME_THREAD)
        void test() throws Exception {
            assertThat(ONE_ENDED.await(20, SECONDS)).isTrue();
            assertThat(Http.token(auth)).isNotEmpty();
        }
    }

    static class Ended implements AfterAllCallback {
        @Override
        public void afterAll(ExtensionContext context) {
            Sibling.ONE_ENDED.countDown();
        }
    }

    static class AroundSiblingsTestCases {
        @Nested
        class One extends Sibling {}

        @Nested
        class Other extends Sibling {}
    }
}
