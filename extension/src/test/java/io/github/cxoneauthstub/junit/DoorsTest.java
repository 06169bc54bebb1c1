package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.client.Client;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is said at the nearest door wins; clients of all doors are registered. */
class DoorsTest {
    private static final Map<String, String> PARAMETERS = Map.of(
            "cxone.auth.profile", "RFC6749",
            "cxone.auth.path", "/parameter/token",
            "cxone.auth.token-lifetime", "PT6M",
            "cxone.auth.client.id", "parameter",
            "cxone.auth.client.secret", "s3cret",
            "cxone.auth.client.scopes", "a  b");

    @Test
    void withoutAnything_thereAreTheDefaults() {
        assertThat(TestRun.of(BareTestCases.class).succeeded(1).published("seen"))
                .containsExactly("OAUTH_TOKEN /oauth/token PT24H test-client");
    }

    @Test
    void parameters_areTheFarthestDoor() {
        assertThat(TestRun.with(PARAMETERS, BareTestCases.class).published("seen"))
                .containsExactly("RFC6749 /parameter/token PT6M parameter a b");
    }

    @Test
    void builder_winsOverParameters() {
        assertThat(TestRun.with(PARAMETERS, BuilderTestCases.class).published("seen"))
                .containsExactly("OAUTH_TOKEN /oauth/token PT5M builder, parameter a b");
    }

    @Test
    void annotations_winOverTheBuilderTheNearestFirst() {
        assertThat(TestRun.with(PARAMETERS, AllDoorsTestCases.class).published("seen"))
                .containsExactlyInAnyOrder(
                        "RFC6749 /outer/token PT4M shared x, builder, parameter a b",
                        "RFC6749 /nested/token PT3M shared y, nested, builder, parameter a b",
                        "RFC6749 /method/token PT2M shared z, method, nested, builder, parameter a b");
    }

    @Test
    void methodThatNamesAnotherDialect_isNotServedOnThePathOfItsClass() {
        assertThat(TestRun.of(OtherDialectTestCases.class).succeeded(1).published("seen"))
                .containsExactly("OAUTH_TOKEN /oauth/token PT24H test-client");
    }

    @Test
    void composedAnnotation_isAsGoodAsTheOneItIsMadeOf() {
        assertThat(TestRun.of(ComposedTestCases.class).succeeded(2).published("seen"))
                .containsExactly(
                        "OAUTH_TOKEN /oauth/token PT24H reporting", "OAUTH_TOKEN /oauth/token PT24H reporting");
    }

    @Test
    void annotationOfASuperclass_isInherited() {
        assertThat(TestRun.of(HeirTestCases.class).succeeded(1).published("seen"))
                .containsExactly("OAUTH_TOKEN /oauth/token PT24H reporting");
    }

    @Test
    void annotationAndBuilderOnOneClass_shareOneLease() {
        TestRun.of(BothTestCases.class).succeeded(1);
    }

    private static void publish(CxoneAuth auth, TestReporter reporter) {
        Configuration now = auth.configuration();
        String clients = String.join(
                ", ",
                now.clients().stream()
                        .map(client -> client.id() + (client.scopes().isAll() ? "" : " " + client.scopes()))
                        .toList());
        Duration lifetime = now.profile().tokenLifetime();
        String shown = lifetime.equals(Duration.ofHours(24)) ? "PT24H" : lifetime.toString();
        assertThat(auth.clients().all()).containsAll(now.clients());
        reporter.publishEntry("seen", now.profile() + " " + now.tokenPath() + " " + shown + " " + clients);
    }

    @CxoneAuthStub
    static class BareTestCases {
        @Test
        void test(CxoneAuth auth, TestReporter reporter) {
            publish(auth, reporter);
        }
    }

    static class BuilderTestCases {
        @RegisterExtension
        static final CxoneAuthExtension CXONE = CxoneAuthExtension.builder()
                .profile("OAUTH_TOKEN")
                .tokenLifetime(Duration.ofMinutes(5))
                .client(Client.of("builder", "s3cret"))
                .build();

        @Test
        void test(CxoneAuth auth, TestReporter reporter) {
            publish(auth, reporter);
        }
    }

    @CxoneAuthStub(
            profile = "RFC6749",
            path = "/outer/token",
            tokenLifetime = "PT4M",
            clients = @CxoneClient(id = "shared", secret = "s3cret", scopes = "x"))
    static class AllDoorsTestCases {
        @RegisterExtension
        static final CxoneAuthExtension CXONE = BuilderTestCases.CXONE;

        @Test
        void outer(CxoneAuth auth, TestReporter reporter) {
            publish(auth, reporter);
        }

        @Nested
        @CxoneAuthStub(
                path = "/nested/token",
                tokenLifetime = "PT3M",
                clients = {
                    @CxoneClient(id = "shared", secret = "s3cret", scopes = "y"),
                    @CxoneClient(id = "nested", secret = "s3cret")
                })
        class Inner {
            @Test
            void nested(CxoneAuth auth, TestReporter reporter) {
                publish(auth, reporter);
            }

            @Test
            @CxoneAuthStub(
                    path = "/method/token",
                    tokenLifetime = "PT2M",
                    clients = {
                        @CxoneClient(id = "shared", secret = "s3cret", scopes = "z"),
                        @CxoneClient(id = "method", secret = "s3cret")
                    })
            void method(CxoneAuth auth, TestReporter reporter) {
                publish(auth, reporter);
            }
        }
    }

    @CxoneAuthStub(profile = "RFC6749", path = "/token")
    static class OtherDialectTestCases {
        @Test
        @CxoneAuthStub(profile = "OAUTH_TOKEN")
        void test(CxoneAuth auth, TestReporter reporter) {
            publish(auth, reporter);
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @CxoneAuthStub(clients = @CxoneClient(id = "reporting", secret = "s3cret"))
    @interface ReportingStub {}

    @ReportingStub
    static class ComposedTestCases {
        @Test
        void test(CxoneAuth auth, TestReporter reporter) {
            publish(auth, reporter);
        }

        @Nested
        class Inner {
            @Test
            void test(CxoneAuth auth, TestReporter reporter) {
                publish(auth, reporter);
            }
        }
    }

    @CxoneAuthStub(clients = @CxoneClient(id = "reporting", secret = "s3cret"))
    abstract static class Ancestor {}

    static class HeirTestCases extends Ancestor {
        @Test
        void test(CxoneAuth auth, TestReporter reporter) {
            publish(auth, reporter);
        }
    }

    @CxoneAuthStub(clients = @CxoneClient(id = "annotated", secret = "s3cret"))
    static class BothTestCases {
        @RegisterExtension
        static final CxoneAuthExtension CXONE = BuilderTestCases.CXONE;

        @SuppressWarnings("NullAway") // it is the extension that fills it
        static CxoneAuth field;

        BothTestCases(CxoneAuth auth) {
            assertThat(auth).isSameAs(field);
        }

        @Test
        void test(CxoneAuth auth) {
            assertThat(auth).isSameAs(field);
            assertThat(auth.clients().all()).extracting(Client::id).containsExactly("annotated", "builder");
            assertThat(auth.exchanges().all()).isEmpty();
        }
    }
}
