package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.Client;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever goes wrong, the server is given back and the state restored: the next class has the same port and finds
 * nothing of it.
 */
class GiveBackTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                FailingTestCases.class,
                ThrowingBeforeEachTestCases.class,
                ThrowingConstructorTestCases.class,
                ThrowingFactoryConstructorTestCases.class,
                DisabledTestCases.class
            })
    void nextClass_hasTheSamePortAndACleanState(Class<?> failing) {
        TestRun run = TestRun.of(failing, NextTestCases.class);

        assertThat(run.failures()).hasSize(failing == DisabledTestCases.class ? 0 : 2);
        assertThat(run.published("next")).hasSize(2);
        assertThat(run.published("base")).containsOnly(run.published("next").get(0));
    }

    @ParameterizedTest
    @ValueSource(classes = {ConcurrentThrowingConstructorTestCases.class, ConcurrentDisabledTestCases.class})
    void concurrentConstructorThatThrows_givesItsServerBackAtOnce(Class<?> failing) {
        TestRun run = TestRun.concurrently(failing);

        Set<String> servers = new HashSet<>(run.published("base"));
        assertThat(run.published("base")).hasSize(2);
        assertThat(servers).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                SecondResolutionThrowsTestCases.class,
                ConcurrentSecondResolutionThrowsTestCases.class,
                FactorySecondResolutionThrowsTestCases.class
            })
    void anotherResolverThatThrows_leavesNothing(Class<?> failing) {
        TestRun run = TestRun.concurrently(failing);

        assertThat(run.failure()).hasMessageContaining("AtomicInteger");
        assertThat(run.published("base"))
                .hasSize(2)
                .containsOnly(run.published("base").get(0));
    }

    /** Leaves behind what it was asked to. */
    private static void use(CxoneAuth auth, TestReporter reporter) {
        auth.api().get("/left-behind").answers("{}");
        reporter.publishEntry("base", auth.baseUri().toString());
    }

    @CxoneAuthStub
    static class NextTestCases {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void next(int number, CxoneAuth auth, TestReporter reporter) {
            reporter.publishEntry("next", auth.baseUri().toString());
            assertThat(Http.get(auth, "/left-behind")).isEqualTo(404);
            assertThat(auth.exchanges().all()).hasSize(1);
        }
    }

    @CxoneAuthStub
    static class FailingTestCases {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void fails(int number, CxoneAuth auth, TestReporter reporter) {
            assertThat(Http.get(auth, "/left-behind")).isEqualTo(404);
            use(auth, reporter);
            throw new IllegalStateException("as the test wants");
        }
    }

    @CxoneAuthStub
    static class ThrowingBeforeEachTestCases {
        @BeforeEach
        void beforeEach(CxoneAuth auth, TestReporter reporter) {
            assertThat(Http.get(auth, "/left-behind")).isEqualTo(404);
            use(auth, reporter);
            throw new IllegalStateException("as the test wants");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void neverRuns(int number) {}
    }

    @CxoneAuthStub
    static class ThrowingConstructorTestCases {
        ThrowingConstructorTestCases(CxoneAuth auth, TestReporter reporter) {
            assertThat(Http.get(auth, "/left-behind")).isEqualTo(404);
            use(auth, reporter);
            throw new IllegalStateException("as the test wants");
        }

        @Test
        void neverRuns() {}

        @Test
        void neitherDoesThis() {}
    }

    @CxoneAuthStub
    static class ThrowingFactoryConstructorTestCases {
        ThrowingFactoryConstructorTestCases(CxoneAuth auth, TestReporter reporter) {
            assertThat(Http.get(auth, "/left-behind")).isEqualTo(404);
            use(auth, reporter);
            throw new IllegalStateException("as the test wants");
        }

        @TestFactory
        Stream<DynamicTest> neverRuns() {
            return Stream.of();
        }

        @TestFactory
        List<DynamicTest> neitherDoesThis() {
            return List.of();
        }
    }

    /** Throws the second time, after the handle was resolved. */
    static class SecondResolutionThrows implements ParameterResolver {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == AtomicInteger.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            if (count.incrementAndGet() == 2) {
                throw new IllegalStateException("as the test wants");
            }
            return new AtomicInteger();
        }
    }

    @CxoneAuthStub
    @ExtendWith(SecondResolutionThrows.class)
    static class SecondResolutionThrowsTestCases {
        SecondResolutionThrowsTestCases(CxoneAuth auth, AtomicInteger another, TestReporter reporter) {
            assertThat(Http.get(auth, "/left-behind")).isEqualTo(404);
            use(auth, reporter);
        }

        @RepeatedTest(3)
        void test(CxoneAuth auth) {
            assertThat(Http.get(auth, "/left-behind")).isEqualTo(401);
        }
    }

    /** JUnit tells no one of the end of such a test. */
    @CxoneAuthStub
    @ExtendWith(FactorySecondResolutionThrowsTestCases.LeavingBehind.class)
    @SuppressWarnings("NullAway") // it is the extension that fills the field
    static class FactorySecondResolutionThrowsTestCases {
        private static CxoneAuth auth;

        FactorySecondResolutionThrowsTestCases(AtomicInteger another, TestReporter reporter) {
            assertThat(Http.get(auth, "/left-behind")).isEqualTo(404);
            use(auth, reporter);
        }

        static class LeavingBehind extends SecondResolutionThrows {
            @Override
            public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
                assertThat(auth.clients().all()).hasSize(1);
                auth.clients().register(Client.of("left-behind", "s3cret"));
                return super.resolveParameter(parameter, context);
            }
        }

        @TestFactory
        List<DynamicTest> one() {
            return List.of();
        }

        @TestFactory
        List<DynamicTest> two() {
            return List.of();
        }

        @TestFactory
        List<DynamicTest> three() {
            return List.of();
        }
    }

    @CxoneAuthStub
    static class DisabledTestCases {
        DisabledTestCases(CxoneAuth auth, TestReporter reporter) {
            assertThat(Http.get(auth, "/left-behind")).isEqualTo(404);
            use(auth, reporter);
        }

        @Test
        @Disabled("as the test wants")
        void neverRuns() {}

        @Test
        @Disabled("as the test wants")
        void neitherDoesThis() {}
    }

    /** Each may run with others, so it has a server of its own; the lock lets it run alone, for the port to be seen. */
    @Execution(ExecutionMode.CONCURRENT)
    @ResourceLock("alone")
    static class ConcurrentThrowingConstructorTestCases extends ThrowingConstructorTestCases {
        ConcurrentThrowingConstructorTestCases(CxoneAuth auth, TestReporter reporter) {
            super(auth, reporter);
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ResourceLock("alone")
    static class ConcurrentDisabledTestCases extends DisabledTestCases {
        ConcurrentDisabledTestCases(CxoneAuth auth, TestReporter reporter) {
            super(auth, reporter);
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ResourceLock("alone")
    static class ConcurrentSecondResolutionThrowsTestCases extends SecondResolutionThrowsTestCases {
        ConcurrentSecondResolutionThrowsTestCases(CxoneAuth auth, AtomicInteger another, TestReporter reporter) {
            super(auth, another, reporter);
        }
    }
}
