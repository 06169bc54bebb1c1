package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.exchange.Timeline;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactory;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A failure shows what the endpoint saw. */
@SuppressWarnings("DoNotCallSuggester") // it is JUnit that calls what always throws
class FailureReportTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                TestMethodTestCases.class,
                BeforeEachTestCases.class,
                AfterEachTestCases.class,
                BeforeAllTestCases.class,
                NestedBeforeAllTestCases.class,
                ConstructorTestCases.class,
                OncePerClassConstructorTestCases.class,
                DynamicTestCases.class
            })
    void failure_showsTheTimeline(Class<?> failing) {
        assertTold(TestRun.of(failing));
        assertTold(TestRun.concurrently(failing));
    }

    private static void assertTold(TestRun run) {
        Throwable failure = run.failure();
        List<String> entries = run.published("cxone-auth");

        assertThat(entries).hasSize(1);
        assertThat(entries.get(0))
                .startsWith(Timeline.HEADING)
                .containsOnlyOnce("\n#1 ")
                .contains("rule      secret-matches: ");
        assertThat(failure).isExactlyInstanceOf(IllegalStateException.class).hasMessage("as the test wants");
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(failure.getSuppressed()[0])
                .isExactlyInstanceOf(EndpointTimeline.class)
                .hasMessage(entries.get(0).replace("\n", "\n  "));
        assertThat(failure.getSuppressed()[0].getStackTrace()).isEmpty();
    }

    @Test
    void failureOfAnInstanceFactory_showsTheTimelineToo() {
        TestRun run = TestRun.of(InstanceFactoryTestCases.class);

        assertThat(run.failure().getSuppressed())
                .hasOnlyElementsOfType(EndpointTimeline.class)
                .hasSize(1);
        assertThat(run.published("cxone-auth")).hasSize(1);
    }

    @Test
    void timeline_isThatOfTheTestAndNotOfItsClass() {
        TestRun run = TestRun.of(BusyClassTestCases.class);

        assertThat(run.published("cxone-auth"))
                .singleElement()
                .asString()
                .contains("\n#1 ")
                .doesNotContain("\n#2 ");
    }

    @Test
    void concurrentTestWhoseClientAskedTheServerOfItsClass_showsWhatThatSaw() {
        TestRun run = TestRun.concurrently(ClientOfTheClassTestCases.class);

        assertThat(run.published("cxone-auth")).singleElement().asString().contains("rule      secret-matches: ");
        assertThat(run.failure().getSuppressed()).hasSize(1);
    }

    private static IllegalStateException failure(CxoneAuth auth) {
        Http.wrongSecret(auth);
        return new IllegalStateException("as the test wants");
    }

    @CxoneAuthStub
    @Execution(ExecutionMode.CONCURRENT)
    abstract static class Failing {
        @Test
        void test(CxoneAuth auth) {
            throw failure(auth);
        }
    }

    static class TestMethodTestCases extends Failing {}

    static class BeforeEachTestCases extends Failing {
        @BeforeEach
        void beforeEach(CxoneAuth auth) {
            throw failure(auth);
        }
    }

    static class AfterEachTestCases extends Failing {
        @Override
        @Test
        void test(CxoneAuth auth) {}

        @AfterEach
        void afterEach(CxoneAuth auth) {
            throw failure(auth);
        }
    }

    static class BeforeAllTestCases extends Failing {
        @BeforeAll
        static void beforeAll(CxoneAuth auth) {
            throw failure(auth);
        }
    }

    @CxoneAuthStub
    static class NestedBeforeAllTestCases {
        @BeforeAll
        static void beforeAll(CxoneAuth auth) {
            Http.token(auth);
        }

        @Nested
        class Inner {
            @BeforeAll
            static void beforeAll(CxoneAuth auth) {
                throw failure(auth);
            }

            @Test
            void neverRuns() {}
        }
    }

    static class ConstructorTestCases extends Failing {
        ConstructorTestCases(CxoneAuth auth) {
            throw failure(auth);
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class OncePerClassConstructorTestCases extends Failing {
        OncePerClassConstructorTestCases(CxoneAuth auth) {
            throw failure(auth);
        }
    }

    /** Fails where no constructor is intercepted, with what another callback had done. */
    @CxoneAuthStub
    @ExtendWith(FailingFactory.class)
    static class InstanceFactoryTestCases {
        @SuppressWarnings("NullAway") // it is the extension that fills it
        static CxoneAuth auth;

        @Test
        void neverRuns() {}
    }

    static class FailingFactory implements TestInstanceFactory {
        @Override
        public Object createTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
            throw failure(InstanceFactoryTestCases.auth);
        }
    }

    @CxoneAuthStub
    static class DynamicTestCases {
        @TestFactory
        Stream<DynamicTest> tests(CxoneAuth auth) {
            return Stream.of(DynamicTest.dynamicTest("failing", () -> {
                throw failure(auth);
            }));
        }
    }

    @CxoneAuthStub
    static class BusyClassTestCases {
        @BeforeAll
        static void beforeAll(CxoneAuth auth) {
            Http.token(auth);
        }

        @Test
        void test(CxoneAuth auth) {
            throw failure(auth);
        }
    }

    @CxoneAuthStub
    @Execution(ExecutionMode.CONCURRENT)
    static class ClientOfTheClassTestCases {
        private static final CompletableFuture<CxoneAuth> OF_CLASS = new CompletableFuture<>();

        @BeforeAll
        static void connect(CxoneAuth auth) {
            OF_CLASS.complete(auth);
        }

        @Test
        void test(CxoneAuth own) {
            Http.wrongSecret(OF_CLASS.join());
            throw new IllegalStateException("as the test wants, at " + own.tokenUri());
        }
    }
}
