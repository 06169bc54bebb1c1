package io.github.cxoneauthstub.junit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.Client;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests that run at the same time have a server each. */
@SuppressWarnings("NullAway") // it is the extension that fills the fields
class ConcurrencyTest {
    private static final int MANY = 16;

    @Test
    void sixteenMethods_doNotDisturbOneAnother() {
        TestRun run = TestRun.concurrently(SixteenMethodsTestCases.class).succeeded(MANY);

        assertThat(new HashSet<>(run.published("base"))).hasSize(MANY);
    }

    @Test
    void sixteenConstructors_haveAHandleEachTiedToTheirInstance() {
        TestRun run = TestRun.concurrently(SixteenConstructorsTestCases.class).succeeded(MANY);

        assertThat(new HashSet<>(run.published("base"))).hasSize(MANY);
    }

    @Test
    void concurrentNestedClasses_beginWithWhatTheOuterBuilt() {
        TestRun run = TestRun.concurrently(NestedTestCases.class).succeeded(4);

        assertThat(new HashSet<>(run.published("base"))).hasSize(3);
    }

    @Test
    void methodsOfANestedClass_beginWithWhatItBuiltWhateverItsOuterInstanceHas() {
        TestRun.concurrently(OuterInstanceTestCases.class).succeeded(4);
    }

    @Test
    void methodsThatDoNotRunAtTheSameTime_keepThePortOfTheirClass() {
        TestRun run = TestRun.concurrently(MixedTestCases.class).succeeded(4);

        assertThat(new HashSet<>(run.published("alone"))).hasSize(1);
        assertThat(run.published("together")).hasSize(2).doesNotContainAnyElementsOf(run.published("alone"));
    }

    private static void meet(CyclicBarrier others) throws Exception {
        others.await(20, SECONDS);
    }

    private static List<String> ids(CxoneAuth auth) {
        return auth.clients().all().stream().map(Client::id).toList();
    }

    @CxoneAuthStub
    @Execution(ExecutionMode.CONCURRENT)
    static class SixteenMethodsTestCases {
        private static final CyclicBarrier OTHERS = new CyclicBarrier(MANY);

        @BeforeAll
        static void build(CxoneAuth auth) {
            auth.api().get("/me").answers("{}");
        }

        @BeforeEach
        void register(CxoneAuth auth) {
            auth.clients().register(Client.of(auth.baseUri().toString(), "s3cret"));
        }

        @RepeatedTest(MANY)
        void together(CxoneAuth auth, TestReporter reporter) throws Exception {
            reporter.publishEntry("base", auth.baseUri().toString());
            meet(OTHERS);
            String token = Http.token(auth, auth.clients().get(auth.baseUri().toString()));
            meet(OTHERS);
            assertThat(Http.get(auth, "/me", token)).isEqualTo(200);
            assertThat(ids(auth)).hasSize(2);
            assertThat(auth.exchanges().all()).hasSize(2);
            assertThat(auth.exchanges().issuedTokens()).isEqualTo(1);
            meet(OTHERS);
        }
    }

    @CxoneAuthStub
    @Execution(ExecutionMode.CONCURRENT)
    static class SixteenConstructorsTestCases {
        private static final CyclicBarrier OTHERS = new CyclicBarrier(MANY);

        private final CxoneAuth own;
        private CxoneAuth field;

        SixteenConstructorsTestCases(CxoneAuth auth) throws Exception {
            this.own = auth;
            auth.clients().register(Client.of(auth.baseUri().toString(), "s3cret"));
            meet(OTHERS);
        }

        @RepeatedTest(MANY)
        void together(CxoneAuth auth, TestReporter reporter) throws Exception {
            reporter.publishEntry("base", auth.baseUri().toString());
            assertThat(auth).isSameAs(own).isSameAs(field);
            assertThat(ids(auth)).containsExactly("test-client", auth.baseUri().toString());
            meet(OTHERS);
        }
    }

    @CxoneAuthStub
    static class NestedTestCases {
        private static final CyclicBarrier OTHERS = new CyclicBarrier(2);

        @BeforeAll
        static void build(CxoneAuth auth, TestReporter reporter) {
            reporter.publishEntry("base", auth.baseUri().toString());
            auth.clients().register(Client.of("outer", "s3cret"));
        }

        @Nested
        @Execution(ExecutionMode.CONCURRENT)
        class First extends Both {}

        @Nested
        @Execution(ExecutionMode.CONCURRENT)
        class Second extends Both {}

        abstract static class Both {
            @BeforeEach
            void register(CxoneAuth auth) {
                auth.clients().register(Client.of("method", "s3cret"));
            }

            @RepeatedTest(2)
            @Execution(ExecutionMode.SAME_THREAD)
            void together(CxoneAuth auth, TestReporter reporter) throws Exception {
                reporter.publishEntry("base", auth.baseUri().toString());
                meet(OTHERS);
                assertThat(ids(auth)).containsExactly("test-client", "outer", "method");
            }
        }
    }

    @CxoneAuthStub
    static class OuterInstanceTestCases {
        private CxoneAuth outer;

        @Nested
        class Inner {
            private static final CyclicBarrier OTHERS = new CyclicBarrier(4);
            private CxoneAuth inner;

            @BeforeAll
            static void build(CxoneAuth auth) {
                auth.clients().register(Client.of("inner", "s3cret"));
            }

            @RepeatedTest(4)
            @Execution(ExecutionMode.CONCURRENT)
            void together(CxoneAuth auth) throws Exception {
                assertThat(auth).isSameAs(outer).isSameAs(inner);
                assertThat(ids(auth)).containsExactly("test-client", "inner");
                auth.clients().register(Client.of("method", "s3cret"));
                meet(OTHERS);
            }
        }
    }

    @CxoneAuthStub
    static class MixedTestCases {
        private static final CyclicBarrier OTHERS = new CyclicBarrier(2);

        @Test
        void first(CxoneAuth auth, TestReporter reporter) {
            assertThat(ids(auth)).containsExactly("test-client");
            auth.clients().register(Client.of("method", "s3cret"));
            reporter.publishEntry("alone", auth.baseUri().toString());
        }

        @Test
        void second(CxoneAuth auth, TestReporter reporter) {
            first(auth, reporter);
        }

        @RepeatedTest(2)
        @Execution(ExecutionMode.CONCURRENT)
        void together(CxoneAuth auth, TestReporter reporter) throws Exception {
            meet(OTHERS);
            assertThat(ids(auth)).containsExactly("test-client");
            auth.clients().register(Client.of("method", "s3cret"));
            reporter.publishEntry("together", auth.baseUri().toString());
        }
    }
}
