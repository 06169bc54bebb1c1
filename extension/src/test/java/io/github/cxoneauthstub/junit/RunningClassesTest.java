package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A class is found in the thread that runs it, and only as long. */
class RunningClassesTest {

    @Test
    void classThatRuns_isFoundInItsThreadAndInNoOther() {
        TestRun.of(OuterTestCases.class).succeeded(2);
    }

    @Test
    void superclassThatDoesNotRun_standsForTheInnermostSubclass() {
        TestRun.of(HeirTestCases.class).succeeded(2);

        assertThat(RunningClasses.find(Ancestor.class)).isEmpty();
    }

    @Test
    void classThatEnded_isNotFound() {
        TestRun.of(OuterTestCases.class).succeeded(2);

        assertThat(RunningClasses.find(OuterTestCases.class)).isEmpty();
        assertThat(RunningClasses.find(OuterTestCases.Inner.class)).isEmpty();
    }

    @Test
    void classThatWasRefused_isNotFound() {
        assertThat(TestRun.of(RefusedTestCases.class).failures()).hasSize(1);

        assertThat(RunningClasses.find(RefusedTestCases.class)).isEmpty();
    }

    private static void assertFound(Class<?> type) {
        assertThat(RunningClasses.find(type).map(ExtensionContext::getRequiredTestClass))
                .contains(type);
        assertThat(CompletableFuture.supplyAsync(
                                () -> RunningClasses.find(type), command -> new Thread(command).start())
                        .join())
                .isEmpty();
    }

    @CxoneAuthStub
    static class OuterTestCases {
        @Test
        void test() {
            assertFound(OuterTestCases.class);
            assertThat(RunningClasses.find(Inner.class)).isEmpty();
        }

        @Nested
        class Inner {
            @Test
            void test() {
                assertFound(OuterTestCases.class);
                assertFound(Inner.class);
            }
        }
    }

    @CxoneAuthStub
    static class Ancestor {}

    static class HeirTestCases extends Ancestor {
        @Test
        void test() {
            assertThat(RunningClasses.find(Ancestor.class).map(ExtensionContext::getRequiredTestClass))
                    .contains(HeirTestCases.class);
        }

        @Nested
        class Inner extends Ancestor {
            @Test
            void test() {
                assertThat(RunningClasses.find(Ancestor.class).map(ExtensionContext::getRequiredTestClass))
                        .contains(Inner.class);
                assertFound(HeirTestCases.class);
            }
        }
    }

    @CxoneAuthStub(profile = "API_V3")
    static class RefusedTestCases {
        @Test
        void test() {}
    }
}
