package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Frameworks other than Spring are told of the server by system properties, for the duration of a class. */
class SystemPropertiesTest {

    @Test
    void framework_findsThemWhereverItsAnnotationStands() {
        TestRun run = TestRun.of(FrameworkAboveTestCases.class, FrameworkBelowTestCases.class)
                .succeeded(2);

        assertThat(run.published("told")).hasSize(2).doesNotContain("null");
        assertThat(run.published("told")).isEqualTo(run.published("asked"));
        assertThat(System.getProperty("framework.token-uri")).isNull();
    }

    @Test
    void allSix_areThere() {
        TestRun.of(AllEightTestCases.class).succeeded(1);
    }

    @Test
    void whatWasThereBefore_isThereAgain() {
        System.setProperty("before.client-id", "of-the-user");
        try {
            TestRun.of(BeforeTestCases.class).succeeded(1);

            assertThat(System.getProperty("before.client-id")).isEqualTo("of-the-user");
            assertThat(System.getProperty("before.client-secret")).isNull();
        } finally {
            System.clearProperty("before.client-id");
        }
    }

    @Test
    void nestedClass_hasItsOwnAndThenThoseOfTheOuter() {
        TestRun.of(OuterTestCases.class).succeeded(3);

        assertThat(System.getProperty("outer.client-id")).isNull();
        assertThat(System.getProperty("nested.client-id")).isNull();
    }

    @Test
    void classThatIsSkipped_leavesNothing() {
        TestRun run = TestRun.of(SkippedTestCases.class).succeeded(0);

        assertThat(run.published("while it was there")).containsExactly("test-client");
        assertThat(System.getProperty("skipped.client-id")).isNull();
    }

    @Test
    void parameter_asksForThemToo_andTheBuilderWins() {
        TestRun run = TestRun.with(
                        Map.of("cxone.auth.properties", "parameter"), ParameterTestCases.class, BuilderTestCases.class)
                .succeeded(2);

        assertThat(run.published("client"))
                .containsExactlyInAnyOrder(
                        "parameter test-client, builder null", "parameter null, builder test-client");
        assertThat(System.getProperty("parameter.client-id")).isNull();
    }

    @Test
    void annotationAndBuilderOnOneClass_leaveNothing() {
        TestRun.of(BothTestCases.class).succeeded(1);

        assertThat(System.getProperty("both.client-id")).isNull();
    }

    @Test
    void mistakeInTheAnnotation_isTold() {
        assertThat(TestRun.of(WrongTestCases.class).failure())
                .isExactlyInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("@CxoneAuthStub on SystemPropertiesTest.WrongTestCases: properties: 'my.cxone.' is not what"
                        + " names of properties begin with: write words of letters, digits, - and _ with a dot between"
                        + " them, for example my.cxone");
    }

    @Test
    void methodThatAsks_isRefused() {
        assertThat(TestRun.of(OnAMethodTestCases.class).failure())
                .isExactlyInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("@CxoneAuthStub on SystemPropertiesTest.OnAMethodTestCases.test: properties: 'my.cxone' is"
                        + " of no use on a method: a framework is started for the class, so write it there");
    }

    /** Begins with the class, as frameworks do, and is told then. */
    static class Framework implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            context.publishReportEntry("told", String.valueOf(System.getProperty("framework.token-uri")));
        }
    }

    abstract static class Asking {
        @Test
        void test(CxoneAuth auth, TestReporter reporter) {
            reporter.publishEntry("asked", auth.tokenUri().toString());
        }
    }

    @ExtendWith(Framework.class)
    @CxoneAuthStub(properties = "framework")
    static class FrameworkAboveTestCases extends Asking {}

    @CxoneAuthStub(properties = "framework")
    @ExtendWith(Framework.class)
    static class FrameworkBelowTestCases extends Asking {}

    @CxoneAuthStub(properties = "all.eight")
    static class AllEightTestCases {
        @Test
        void test(CxoneAuth auth) {
            assertThat(System.getProperties())
                    .containsEntry("all.eight.token-uri", auth.tokenUri().toString())
                    .containsEntry("all.eight.api-uri", auth.apiUri().toString())
                    .containsEntry("all.eight.jwks-uri", auth.jwksUri().toString())
                    .containsEntry("all.eight.issuer-uri", auth.baseUri().toString())
                    .containsEntry("all.eight.client-id", auth.client().id())
                    .containsEntry("all.eight.client-secret", auth.client().secret())
                    .containsEntry("all.eight.access-key-id", auth.accessKey().id())
                    .containsEntry(
                            "all.eight.access-key-secret", auth.accessKey().secret());
        }
    }

    @CxoneAuthStub(properties = "before")
    static class BeforeTestCases {
        @Test
        void test() {
            assertThat(System.getProperty("before.client-id")).isEqualTo("test-client");
            assertThat(System.getProperty("before.client-secret")).isNotNull();
        }
    }

    @CxoneAuthStub(properties = "outer")
    static class OuterTestCases {
        @BeforeAll
        static void beforeAll() {
            assertThat(System.getProperty("nested.client-id")).isNull();
        }

        @Test
        void test() {
            assertThat(System.getProperty("outer.client-id")).isEqualTo("test-client");
            assertThat(System.getProperty("nested.client-id")).isNull();
        }

        @Nested
        @CxoneAuthStub(clients = @CxoneClient(id = "of-nested", secret = "s3cret"))
        class Inner {
            @Test
            void test() {
                assertThat(System.getProperty("outer.client-id")).isEqualTo("of-nested");
            }
        }

        @Nested
        @CxoneAuthStub(properties = "nested")
        class Other {
            @Test
            void test() {
                assertThat(System.getProperty("nested.client-id")).isEqualTo("test-client");
                assertThat(System.getProperty("outer.client-id")).isEqualTo("test-client");
            }
        }
    }

    static class Never implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            context.publishReportEntry("while it was there", String.valueOf(System.getProperty("skipped.client-id")));
            return ConditionEvaluationResult.disabled("never");
        }
    }

    @CxoneAuthStub(properties = "skipped")
    @ExtendWith(Never.class)
    static class SkippedTestCases {
        @Test
        void test() {}
    }

    abstract static class Publishing {
        @Test
        void test(TestReporter reporter) {
            reporter.publishEntry(
                    "client",
                    "parameter " + System.getProperty("parameter.client-id") + ", builder "
                            + System.getProperty("builder.client-id"));
        }
    }

    @CxoneAuthStub
    static class ParameterTestCases extends Publishing {}

    static class BuilderTestCases extends Publishing {
        @RegisterExtension
        static final CxoneAuthExtension CXONE =
                CxoneAuthExtension.builder().properties("builder").build();
    }

    @CxoneAuthStub(properties = "both")
    static class BothTestCases {
        @RegisterExtension
        static final CxoneAuthExtension CXONE = CxoneAuthExtension.builder().build();

        @Test
        void test() {
            assertThat(System.getProperty("both.client-id")).isEqualTo("test-client");
        }
    }

    @CxoneAuthStub(properties = "my.cxone.")
    static class WrongTestCases {
        @Test
        void test() {}
    }

    static class OnAMethodTestCases {
        @Test
        @CxoneAuthStub(properties = "my.cxone")
        void test() {}
    }
}
