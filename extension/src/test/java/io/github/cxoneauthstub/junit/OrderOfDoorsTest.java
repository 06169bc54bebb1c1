package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.client.Client;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Each door against the next farther one: profile, lifetime and a shared client are those of the nearer, and the
 * clients of both are there.
 */
class OrderOfDoorsTest {
    private static final String NEARER = "API_V2 PT2M shared near, near, far";

    private static final Map<String, String> NEAR_PARAMETERS = Map.of(
            "cxone.auth.profile", "API_V2",
            "cxone.auth.token-lifetime", "PT2M",
            "cxone.auth.client.id", "shared",
            "cxone.auth.client.secret", "s3cret",
            "cxone.auth.client.scopes", "near");

    private static final Map<String, String> FAR_PARAMETERS = Map.of(
            "cxone.auth.profile", "OAUTH2_TOKEN",
            "cxone.auth.token-lifetime", "PT3M",
            "cxone.auth.client.id", "shared",
            "cxone.auth.client.secret", "s3cret",
            "cxone.auth.client.scopes", "far");

    @Test
    void method_winsOverItsNestedClass() {
        assertThat(TestRun.of(MethodOverNestedTestCases.class).succeeded(1).published("seen"))
                .containsExactly(NEARER);
    }

    @Test
    void nestedClass_winsOverTheOuterOne() {
        assertThat(TestRun.of(NestedOverOuterTestCases.class).succeeded(1).published("seen"))
                .containsExactly(NEARER);
    }

    @Test
    void outerClass_winsOverTheBuilder() {
        assertThat(TestRun.of(OuterOverBuilderTestCases.class).succeeded(1).published("seen"))
                .containsExactly(NEARER);
    }

    @Test
    void builder_winsOverParameters() {
        assertThat(TestRun.with(FAR_PARAMETERS, BuilderOverParametersTestCases.class)
                        .succeeded(1)
                        .published("seen"))
                .containsExactly("API_V2 PT2M shared near, near");
    }

    @Test
    void parameters_winOverTheFile() {
        assertThat(TestRun.with(NEAR_PARAMETERS, FileTestCases.class)
                        .succeeded(1)
                        .published("seen"))
                .containsExactly("API_V2 PT2M shared near, far");
    }

    @Test
    void file_winsOverTheDefault() {
        assertThat(TestRun.of(FileTestCases.class).succeeded(1).published("seen"))
                .containsExactly("OAUTH2_TOKEN PT3M shared far, far");
        assertThat(TestRun.of(BareTestCases.class).succeeded(1).published("seen"))
                .containsExactly("OAUTH_TOKEN PT24H test-client");
    }

    private static void publish(CxoneAuth auth, TestReporter reporter) {
        Configuration now = auth.configuration();
        String clients = now.clients().stream()
                .map(client -> client.id() + (client.scopes().isAll() ? "" : " " + client.scopes()))
                .collect(Collectors.joining(", "));
        assertThat(auth.clients().all()).containsExactlyInAnyOrderElementsOf(now.clients());
        assertThat(auth.client().id()).isEqualTo(now.clients().get(0).id());
        reporter.publishEntry("seen", now.profile() + " " + now.profile().tokenLifetime() + " " + clients);
    }

    abstract static class Seen {
        @Test
        void test(CxoneAuth auth, TestReporter reporter) {
            publish(auth, reporter);
        }
    }

    @CxoneAuthStub
    static class BareTestCases extends Seen {}

    @CxoneAuthStub(config = "doors/far.json")
    static class FileTestCases extends Seen {}

    static class MethodOverNestedTestCases {
        @Nested
        @CxoneAuthStub(
                profile = "OAUTH2_TOKEN",
                tokenLifetime = "PT3M",
                clients = {
                    @CxoneClient(id = "shared", secret = "s3cret", scopes = "far"),
                    @CxoneClient(id = "far", secret = "s3cret")
                })
        class Inner {
            @Test
            @CxoneAuthStub(
                    profile = "API_V2",
                    tokenLifetime = "PT2M",
                    clients = {
                        @CxoneClient(id = "shared", secret = "s3cret", scopes = "near"),
                        @CxoneClient(id = "near", secret = "s3cret")
                    })
            void test(CxoneAuth auth, TestReporter reporter) {
                publish(auth, reporter);
            }
        }
    }

    @CxoneAuthStub(
            profile = "OAUTH2_TOKEN",
            tokenLifetime = "PT3M",
            clients = {
                @CxoneClient(id = "shared", secret = "s3cret", scopes = "far"),
                @CxoneClient(id = "far", secret = "s3cret")
            })
    static class NestedOverOuterTestCases {
        @Nested
        @CxoneAuthStub(
                profile = "API_V2",
                tokenLifetime = "PT2M",
                clients = {
                    @CxoneClient(id = "shared", secret = "s3cret", scopes = "near"),
                    @CxoneClient(id = "near", secret = "s3cret")
                })
        class Inner extends Seen {}
    }

    @CxoneAuthStub(
            profile = "API_V2",
            tokenLifetime = "PT2M",
            clients = {
                @CxoneClient(id = "shared", secret = "s3cret", scopes = "near"),
                @CxoneClient(id = "near", secret = "s3cret")
            })
    static class OuterOverBuilderTestCases extends Seen {
        @RegisterExtension
        static final CxoneAuthExtension CXONE = CxoneAuthExtension.builder()
                .profile("OAUTH2_TOKEN")
                .tokenLifetime(Duration.ofMinutes(3))
                .client(shared("far"))
                .client(Client.of("far", "s3cret"))
                .build();
    }

    static class BuilderOverParametersTestCases extends Seen {
        @RegisterExtension
        static final CxoneAuthExtension CXONE = CxoneAuthExtension.builder()
                .profile("API_V2")
                .tokenLifetime(Duration.ofMinutes(2))
                .client(shared("near"))
                .client(Client.of("near", "s3cret"))
                .build();
    }

    private static Client shared(String scope) {
        return Client.builder("shared").secret("s3cret").scopes(scope).build();
    }
}
