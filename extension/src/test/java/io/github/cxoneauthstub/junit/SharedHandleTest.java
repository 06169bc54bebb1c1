package io.github.cxoneauthstub.junit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One handle for tests that run at the same time is refused, with the remedy. */
@SuppressWarnings("NullAway") // it is the extension that fills the fields
class SharedHandleTest {
    private static final String REMEDY = ": take CxoneAuth as a method parameter, so that each test has its own";

    @Test
    void staticField() {
        assertRefused(
                StaticFieldTestCases.class,
                "SharedHandleTest.StaticFieldTestCases.test runs concurrently with others, but they share the CxoneAuth"
                        + " of the static field SharedHandleTest.StaticFieldTestCases.auth");
    }

    @Test
    void fieldOfTheOneInstance() {
        assertRefused(
                PerClassFieldTestCases.class,
                "SharedHandleTest.PerClassFieldTestCases.test runs concurrently with others, but they share the"
                        + " CxoneAuth of the field SharedHandleTest.PerClassFieldTestCases.auth in the one instance"
                        + " that all methods share");
    }

    @Test
    void constructorOfTheOneInstance() {
        assertRefused(
                PerClassConstructorTestCases.class,
                "SharedHandleTest.PerClassConstructorTestCases.test runs concurrently with others, but they share the"
                        + " CxoneAuth of the constructor of SharedHandleTest.PerClassConstructorTestCases, whose"
                        + " instance all methods share");
    }

    @Test
    void staticFieldAroundAConcurrentNestedClass() {
        assertRefused(
                AroundNestedTestCases.class,
                "SharedHandleTest.AroundNestedTestCases.Inner runs concurrently with others, but they share the"
                        + " CxoneAuth of the static field SharedHandleTest.AroundNestedTestCases.auth");
    }

    @Test
    void instanceAroundAOncePerClassNestedClass() {
        assertRefused(
                AroundPerClassTestCases.class,
                "SharedHandleTest.AroundPerClassTestCases.Inner.test runs concurrently with others, but they share the"
                        + " CxoneAuth of the instance around SharedHandleTest.AroundPerClassTestCases.Inner");
    }

    @Test
    void staticFieldOfASuperclassOfTwoConcurrentClasses() {
        TestRun run = TestRun.concurrently(FirstHeirTestCases.class, SecondHeirTestCases.class);

        assertThat(run.failure())
                .isExactlyInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("the CxoneAuth of the static field SharedHandleTest.Ancestor.auth" + REMEDY);
        TestRun.of(SecondHeirTestCases.class).succeeded(1);
    }

    @Test
    void parameterOfAOncePerClassMethod_isNotShared() {
        TestRun.concurrently(PerClassParameterTestCases.class).succeeded(1);
    }

    private static void assertRefused(Class<?> testClass, String message) {
        assertThat(TestRun.concurrently(testClass).failure())
                .isExactlyInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(message + REMEDY);
        TestRun.of(testClass).succeeded(1);
    }

    @CxoneAuthStub
    @Execution(ExecutionMode.CONCURRENT)
    static class StaticFieldTestCases {
        static CxoneAuth auth;

        @Test
        void test() {}
    }

    @CxoneAuthStub
    @TestInstance(Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT)
    static class PerClassFieldTestCases {
        CxoneAuth auth;

        @Test
        void test() {}
    }

    @CxoneAuthStub
    @TestInstance(Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT)
    static class PerClassConstructorTestCases {
        PerClassConstructorTestCases(CxoneAuth auth) {}

        @Test
        void test() {}
    }

    @CxoneAuthStub
    static class AroundNestedTestCases {
        static CxoneAuth auth;

        @Nested
        @Execution(ExecutionMode.CONCURRENT)
        class Inner {
            @Test
            void test() {}
        }
    }

    @CxoneAuthStub
    static class AroundPerClassTestCases {
        CxoneAuth auth;

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        class Inner {
            @Test
            @Execution(ExecutionMode.CONCURRENT)
            void test() {}
        }
    }

    /** Ends its test when one of the two classes was refused. */
    @CxoneAuthStub
    @ExtendWith(Ended.class)
    @Execution(ExecutionMode.CONCURRENT)
    abstract static class Ancestor {
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
            Ancestor.ONE_ENDED.countDown();
        }
    }

    static class FirstHeirTestCases extends Ancestor {}

    static class SecondHeirTestCases extends Ancestor {}

    @CxoneAuthStub
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassParameterTestCases {
        @Test
        @Execution(ExecutionMode.CONCURRENT)
        void test(CxoneAuth auth) {
            assertThat(auth).isNotNull();
        }
    }
}
