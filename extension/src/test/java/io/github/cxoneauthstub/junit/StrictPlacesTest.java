package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.profile.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

/** Wherever a request is made, a strict test or its class answers for it. */
class StrictPlacesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                BeforeEachTestCases.class,
                AfterEachTestCases.class,
                ConstructorTestCases.class,
                AfterAllTestCases.class,
                NestedBeforeAllTestCases.class,
                OuterBeforeEachTestCases.class,
                OncePerClassTestCases.class,
                StaticFieldTestCases.class
            })
    void refusal_isOneFailure(Class<?> strict) {
        assertFails(TestRun.of(strict));
        assertFails(TestRun.concurrently(strict));
    }

    private static void assertFails(TestRun run) {
        assertThat(run.failure())
                .isExactlyInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("there was 1: #1 SECRET_WRONG;");
    }

    @Test
    void eachInvocation_answersForItself() {
        TestRun run = TestRun.of(ParameterizedTestCases.class, RepeatedTestCases.class);

        assertThat(run.failures())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("there was 1: #1 SECRET_WRONG;"));
        assertThat(run.succeededTests()).hasSize(3);
    }

    @Test
    void expectationOfTheClass_isThatOfItsTests() {
        TestRun.of(ExpectingTestCases.class).succeeded(2);
    }

    @CxoneAuthStub(strict = true)
    static class BeforeEachTestCases {
        @BeforeEach
        void prepare(CxoneAuth auth) {
            Http.wrongSecret(auth);
        }

        @Test
        void innocent() {}
    }

    @CxoneAuthStub(strict = true)
    static class AfterEachTestCases {
        @Test
        void innocent() {}

        @AfterEach
        void cleanUp(CxoneAuth auth) {
            Http.wrongSecret(auth);
        }
    }

    @CxoneAuthStub(strict = true)
    static class ConstructorTestCases {
        ConstructorTestCases(CxoneAuth auth) {
            Http.wrongSecret(auth);
        }

        @Test
        void innocent() {}
    }

    @CxoneAuthStub(strict = true)
    static class AfterAllTestCases {
        @Test
        void innocent() {}

        @AfterAll
        static void cleanUp(CxoneAuth auth) {
            Http.wrongSecret(auth);
        }
    }

    @CxoneAuthStub(strict = true)
    @Execution(ExecutionMode.CONCURRENT)
    static class NestedBeforeAllTestCases {
        @BeforeAll
        static void prepare(CxoneAuth auth) {
            auth.exchanges().clear();
        }

        @Nested
        class Inner {
            @BeforeAll
            static void prepare(CxoneAuth auth) {
                Http.wrongSecret(auth);
            }

            @Test
            void innocent() {}
        }

        @Test
        void innocent() {}
    }

    @CxoneAuthStub(strict = true)
    static class OuterBeforeEachTestCases {
        @BeforeEach
        void prepare(CxoneAuth auth) {
            Http.wrongSecret(auth);
        }

        @Nested
        class Inner {
            @Test
            void innocent() {}
        }
    }

    @CxoneAuthStub(strict = true)
    @TestInstance(Lifecycle.PER_CLASS)
    static class OncePerClassTestCases {
        OncePerClassTestCases(CxoneAuth auth) {
            Http.wrongSecret(auth);
        }

        @Test
        void innocent() {}
    }

    @CxoneAuthStub(strict = true)
    static class StaticFieldTestCases {
        @SuppressWarnings("NullAway") // it is the extension that fills it
        static CxoneAuth auth;

        @Test
        void refused() {
            Http.wrongSecret(auth);
        }
    }

    @CxoneAuthStub(strict = true)
    static class ParameterizedTestCases {
        @ParameterizedTest
        @ValueSource(booleans = {false, true, false})
        void refused(boolean isWrong, CxoneAuth auth) {
            ask(auth, isWrong);
        }

        private static void ask(CxoneAuth auth, boolean isWrong) {
            if (isWrong) {
                Http.wrongSecret(auth);
            }
        }
    }

    @CxoneAuthStub(strict = true)
    @TestInstance(Lifecycle.PER_CLASS)
    static class RepeatedTestCases {
        private int repetition;

        @RepeatedTest(2)
        void refused(CxoneAuth auth) {
            ParameterizedTestCases.ask(auth, repetition++ == 0);
        }
    }

    @CxoneAuthStub(strict = true)
    static class ExpectingTestCases {
        @BeforeAll
        static void prepare(CxoneAuth auth) {
            auth.expect(Reason.SECRET_WRONG);
            Http.wrongSecret(auth);
        }

        @Test
        void refused(CxoneAuth auth) {
            Http.wrongSecret(auth);
        }

        @Nested
        class Inner {
            @Test
            void refused(CxoneAuth auth) {
                Http.wrongSecret(auth);
            }
        }
    }
}
