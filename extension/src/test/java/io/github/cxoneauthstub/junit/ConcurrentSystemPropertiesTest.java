package io.github.cxoneauthstub.junit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A JVM has one set of system properties: who would overwrite those of another is refused. */
class ConcurrentSystemPropertiesTest {

    @Test
    void classesAtTheSameTime_areRefused() {
        TestRun run = TestRun.concurrently(OneTestCases.class, OtherTestCases.class);

        assertThat(run.failure())
                .hasCauseExactlyInstanceOf(ExtensionConfigurationException.class)
                .cause()
                .message()
                .matches("ConcurrentSystemPropertiesTest\\.(One|Other)TestCases runs at the same time as"
                        + " ConcurrentSystemPropertiesTest\\.(One|Other)TestCases, and both have the system property"
                        + " at-a-time\\.token-uri: write @ResourceLock\\(Resources\\.SYSTEM_PROPERTIES\\) on both, or"
                        + " give one of them other properties");
        assertThat(System.getProperty("at-a-time.token-uri")).isNull();
        TestRun.of(OneTestCases.class).succeeded(1);
    }

    /** Each has a server of its own, so the second would overwrite the address that the first's application reads. */
    @Test
    void nestedClassesAtTheSameTime_areRefused() {
        TestRun run = TestRun.concurrently(AroundSiblingsTestCases.class);

        assertThat(run.failure())
                .hasCauseExactlyInstanceOf(ExtensionConfigurationException.class)
                .cause()
                .message()
                .matches(
                        "ConcurrentSystemPropertiesTest\\.AroundSiblingsTestCases\\.(One|Other) runs at the same time as"
                                + " ConcurrentSystemPropertiesTest\\.AroundSiblingsTestCases\\.(One|Other), and both have the"
                                + " system property siblings\\.token-uri: .*");
        assertThat(System.getProperty("siblings.token-uri")).isNull();
        TestRun.of(AroundSiblingsTestCases.class).succeeded(2);
    }

    @Test
    void concurrentMethods_areRefused() {
        assertThat(TestRun.concurrently(ConcurrentTestCases.class).failure())
                .isExactlyInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("they share the CxoneAuth of the properties concurrent.*: a framework is told one"
                        + " address for the whole class");
    }

    @Test
    void concurrentNestedClass_isRefusedBeforeItSetsAny() {
        assertThat(TestRun.concurrently(AroundConcurrentTestCases.class).failure())
                .hasCauseExactlyInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining(
                        "ConcurrentSystemPropertiesTest.AroundConcurrentTestCases.Inner runs concurrently with"
                                + " others, but they share the CxoneAuth of the properties around.*");
    }

    /** Tells of the end of a class, even of one that never began. */
    abstract static class Ended implements ExecutionCondition {
        private final CountDownLatch ended;

        private Ended(CountDownLatch ended) {
            this.ended = ended;
        }

        private record AtEnd(CountDownLatch ended) implements CloseableResource, AutoCloseable {
            @Override
            public void close() {
                ended.countDown();
            }
        }

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (context.getTestMethod().isEmpty()) {
                context.getStore(ExtensionContext.Namespace.create(getClass())).put("at end", new AtEnd(ended));
            }
            return ConditionEvaluationResult.enabled("always");
        }
    }

    static class ClassEnded extends Ended {
        ClassEnded() {
            super(AtATime.ONE_ENDED);
        }
    }

    /** Ends its test when one of the two classes was refused. */
    @ExtendWith(ClassEnded.class)
    @CxoneAuthStub(properties = "at-a-time")
    @Execution(ExecutionMode.CONCURRENT)
    abstract static class AtATime {
        private static final CountDownLatch ONE_ENDED = new CountDownLatch(1);

        @Test
        @Execution(ExecutionMode.SAME_THREAD)
        void test() throws Exception {
            assertThat(ONE_ENDED.await(20, SECONDS)).isTrue();
        }
    }

    static class OneTestCases extends AtATime {}

    static class OtherTestCases extends AtATime {}

    static class SiblingEnded extends Ended {
        SiblingEnded() {
            super(Sibling.ONE_ENDED);
        }
    }

    /** Ends its test when one of the two siblings was refused. */
    @ExtendWith(SiblingEnded.class)
    @CxoneAuthStub(properties = "siblings")
    @Execution(ExecutionMode.CONCURRENT)
    @TestInstance(Lifecycle.PER_CLASS)
    abstract static class Sibling {
        private static final CountDownLatch ONE_ENDED = new CountDownLatch(1);

        @Test
        @Execution(ExecutionMode.SAME_THREAD)
        void test(CxoneAuth auth) throws Exception {
            assertThat(ONE_ENDED.await(20, SECONDS)).isTrue();
            assertThat(System.getProperty("siblings.token-uri"))
                    .isEqualTo(auth.tokenUri().toString());
        }
    }

    static class AroundSiblingsTestCases {
        @Nested
        class One extends Sibling {}

        @Nested
        class Other extends Sibling {}
    }

    @CxoneAuthStub(properties = "concurrent")
    @Execution(ExecutionMode.CONCURRENT)
    static class ConcurrentTestCases {
        @Test
        void test() {}
    }

    @CxoneAuthStub(properties = "around")
    static class AroundConcurrentTestCases {
        @Nested
        @Execution(ExecutionMode.CONCURRENT)
        class Inner {
            @Test
            void test() {}
        }
    }
}
