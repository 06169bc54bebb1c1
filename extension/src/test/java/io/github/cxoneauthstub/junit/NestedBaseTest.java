package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.Client;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A nested class builds upon the class around it, and leaves nothing to it. */
@SuppressWarnings("NullAway") // it is the extension that fills the fields
class NestedBaseTest {

    @Test
    void nestedClass_buildsUponTheOuterAndLeavesNothing() {
        TestRun.of(OuterTestCases.class).succeeded(6);
    }

    @Test
    void methodOfANestedClass_seesWhatItsOuterInstanceBuilt() {
        TestRun.of(OuterInstanceTestCases.class).succeeded(2);
    }

    @Test
    void oncePerClassNested_keepsWhatItsOuterInstanceBuilt() {
        TestRun.of(AdoptingTestCases.class).succeeded(3);
    }

    @Test
    void nestedClassThatAloneIsAnnotated_hasALevelOfItsOwn() {
        TestRun.of(OnlyNestedTestCases.class).succeeded(2);
    }

    /** The ids of the clients that a step registered, besides the default one. */
    private static Stream<String> steps(CxoneAuth auth) {
        return auth.clients().all().stream().map(Client::id).skip(1);
    }

    private static void step(CxoneAuth auth, String name) {
        auth.clients().register(Client.of(name, "s3cret"));
    }

    @CxoneAuthStub
    static class OuterTestCases {
        @BeforeAll
        static void build(CxoneAuth auth) {
            step(auth, "outer");
        }

        @Test
        void outer(CxoneAuth auth) {
            assertThat(steps(auth)).containsExactly("outer");
            step(auth, "method of outer");
        }

        @Nested
        class First {
            @BeforeAll
            static void build(CxoneAuth auth) {
                assertThat(steps(auth)).containsExactly("outer");
                step(auth, "first");
            }

            @RepeatedTest(2)
            void first(CxoneAuth auth) {
                assertThat(steps(auth)).containsExactly("outer", "first");
                step(auth, "method of first");
            }

            @AfterAll
            static void check(CxoneAuth auth) {
                assertThat(steps(auth)).containsExactly("outer", "first");
            }

            @Nested
            class Deeper {
                @BeforeAll
                static void build(CxoneAuth auth) {
                    step(auth, "deeper");
                }

                @Test
                void deeper(CxoneAuth auth) {
                    assertThat(steps(auth)).containsExactly("outer", "first", "deeper");
                }
            }
        }

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        class Second {
            Second(CxoneAuth auth) {
                assertThat(steps(auth)).containsExactly("outer");
                step(auth, "second");
            }

            @RepeatedTest(2)
            void second(CxoneAuth auth) {
                assertThat(steps(auth)).containsExactly("outer", "second");
                step(auth, "method of second");
            }
        }

        @AfterAll
        static void check(CxoneAuth auth) {
            assertThat(steps(auth)).containsExactly("outer");
        }
    }

    @CxoneAuthStub
    static class OuterInstanceTestCases {
        OuterInstanceTestCases(CxoneAuth auth) {
            step(auth, "outer instance");
        }

        @Nested
        class Inner {
            @BeforeAll
            static void build(CxoneAuth auth) {
                step(auth, "inner");
            }

            Inner(CxoneAuth auth) {
                step(auth, "inner instance");
            }

            @RepeatedTest(2)
            void sees(CxoneAuth auth) {
                assertThat(steps(auth)).containsExactly("inner", "outer instance", "inner instance");
            }
        }
    }

    @CxoneAuthStub
    static class AdoptingTestCases {
        private CxoneAuth auth;

        AdoptingTestCases(CxoneAuth auth) {
            step(auth, "outer instance");
        }

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        class Inner {
            @BeforeAll
            void build() {
                step(auth, "inner");
            }

            @RepeatedTest(2)
            void sees(CxoneAuth parameter) {
                assertThat(steps(auth)).containsExactly("outer instance", "inner");
                assertThat(parameter).isSameAs(auth);
                step(auth, "method");
            }
        }

        @Nested
        class Sibling {
            @Test
            void seesNothingOfIt() {
                assertThat(steps(auth)).containsExactly("outer instance");
            }
        }

        @AfterAll
        static void check(CxoneAuth auth) {
            assertThat(steps(auth)).isEmpty();
        }
    }

    static class OnlyNestedTestCases {
        @Nested
        @CxoneAuthStub
        class First {
            @BeforeAll
            static void build(CxoneAuth auth) {
                step(auth, "first");
            }

            @Test
            void first(CxoneAuth auth) {
                assertThat(steps(auth)).containsExactly("first");
            }
        }

        @Nested
        class Second {
            @Test
            @CxoneAuthStub
            void second(CxoneAuth auth) {
                assertThat(steps(auth)).isEmpty();
            }
        }
    }
}
