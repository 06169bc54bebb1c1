package io.github.cxoneauthstub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The handle that users hold, started by hand. */
class CxoneAuthTest {

    @Test
    void uris_areOnTheLoopbackInterface() {
        try (CxoneAuth auth = CxoneAuth.start()) {
            URI base = auth.baseUri();

            assertThat(base.toString()).matches("http://127\\.0\\.0\\.1:\\d+");
            assertThat(auth.tokenUri()).isEqualTo(URI.create(base + "/oauth/token"));
            assertThat(auth.jwksUri()).isEqualTo(URI.create(base + "/auth/jwks"));
            assertThat(auth.apiUri()).isEqualTo(base);
            assertThat(auth).hasToString("CxoneAuth[" + base + ", OAUTH_TOKEN]");
        }
    }

    @Test
    void defaultClient_getsATokenThatOpensAResource() {
        try (CxoneAuth auth = CxoneAuth.start()) {
            auth.api().get("/users/me").requires("user:read").answers("{\"id\":\"42\"}");

            String token = Wire.accessToken(Wire.send(
                    auth.baseUri(),
                    Wire.token("/oauth/token", auth.client().id(), auth.client().secret())));
            String answer = Wire.send(auth.baseUri(), Wire.get("/users/me", "Authorization: Bearer " + token));

            assertThat(answer).startsWith("HTTP/1.1 200 OK").endsWith("{\"id\":\"42\"}");
            assertThat(auth.exchanges())
                    .extracting(each -> each.outcome())
                    .containsExactly(Outcome.ISSUED, Outcome.ADMITTED);
            assertThat(auth.exchanges().issuedTokens()).isEqualTo(1);
        }
    }

    @Test
    void issuerOfATokenAndOfDiscovery_isTheBaseUri() {
        try (CxoneAuth auth = CxoneAuth.start()) {
            String discovery = Wire.send(auth.baseUri(), Wire.get("/.well-known/openid-configuration"));

            assertThat(discovery)
                    .contains("\"issuer\":\"" + auth.baseUri() + "\"", "\"jwks_uri\":\"" + auth.jwksUri() + "\"");
        }
    }

    @Test
    void client_isTheFirstOneAsItIsRegisteredNow() {
        Configuration configuration = Configuration.builder()
                .client(Client.of("a", "1"))
                .client(Client.of("b", "2"))
                .build();

        try (CxoneAuth auth = CxoneAuth.start(configuration)) {
            auth.clients().rotateSecret("a", "new");

            assertThat(auth.client().id()).isEqualTo("a");
            assertThat(auth.client().secret()).isEqualTo("new");
            assertThat(auth.configuration()).isSameAs(configuration);
        }
    }

    @Test
    void twoServersOfDifferentDialects_standSideBySide() {
        Configuration strict = Configuration.builder()
                .profile(Profiles.RFC6749.withPaths("/t"))
                .client(Client.of("a", "s3cret"))
                .build();

        try (CxoneAuth forum = CxoneAuth.start();
                CxoneAuth referee = CxoneAuth.start(strict)) {
            String bad = Wire.request("POST /oauth/token", List.of("Content-Type: application/json"), "{}");
            forum.clock().advance(Duration.ofDays(1));
            String foreign = forum.tokens().issue("test-client").value();
            referee.api().get("/a").answers("1");

            assertThat(forum.baseUri()).isNotEqualTo(referee.baseUri());
            assertThat(referee.tokenUri().getPath()).isEqualTo("/t");
            assertThat(Wire.status(Wire.send(forum.baseUri(), bad))).isEqualTo(401);
            assertThat(Wire.status(Wire.send(referee.baseUri(), bad.replace("/oauth/token", "/t"))))
                    .isEqualTo(400);
            assertThat(Wire.status(Wire.send(referee.baseUri(), Wire.get("/a", "Authorization: Bearer " + foreign))))
                    .isEqualTo(401);
            assertThat(referee.exchanges().last().reason()).contains(Reason.TOKEN_OF_ANOTHER_SERVER);
            assertThat(forum.exchanges().all()).hasSize(1);
        }
    }

    @Test
    void exchange_isRecordedBeforeTheFirstByteLeaves() {
        try (CxoneAuth auth = CxoneAuth.start()) {
            auth.next().heldFor(Duration.ofMillis(1));

            for (int i = 1; i <= 50; i++) {
                Wire.send(auth.baseUri(), Wire.get(i % 2 == 0 ? "/oauth/token" : "/nowhere"));
                assertThat(auth.exchanges().all()).hasSize(i);
            }
        }
    }

    @Test
    void port_fallsSilentAfterClose() {
        CxoneAuth auth = CxoneAuth.start();
        URI base = auth.baseUri();
        assertThat(Wire.listens(base)).isTrue();

        auth.close();

        assertThat(Wire.fallsSilent(base)).isTrue();
    }

    @Test
    void closingTwice_isHarmless() {
        CxoneAuth auth = CxoneAuth.start();
        auth.close();

        auth.close();

        assertThat(auth.toString()).endsWith(", closed]");
    }

    static Stream<Callable<Object>> everythingOnAClosedHandle() {
        CxoneAuth auth = CxoneAuth.start();
        auth.close();
        return Stream.of(
                auth::tokenUri,
                auth::apiUri,
                auth::baseUri,
                auth::jwksUri,
                auth::configuration,
                auth::client,
                auth::clients,
                auth::tokens,
                auth::clock,
                auth::exchanges,
                auth::next,
                auth::api,
                auth::wireMock);
    }

    /** A handle that was started by hand once went on as if nothing had happened. */
    @ParameterizedTest
    @MethodSource("everythingOnAClosedHandle")
    void closedHandle_isRefusedWithTheRemedy(Callable<Object> call) {
        assertThatIllegalStateException()
                .isThrownBy(call::call)
                .withMessage("this CxoneAuth is closed: close() was called; start another one with CxoneAuth.start()");
    }

    @Test
    void keptParts_showTheLastState() {
        CxoneAuth auth = CxoneAuth.start();
        var exchanges = auth.exchanges();
        var clients = auth.clients();
        Wire.send(auth.baseUri(), Wire.get("/nowhere"));
        clients.disable("test-client");

        auth.close();

        assertThat(exchanges.all()).hasSize(1);
        assertThat(clients.get("test-client").enabled()).isFalse();
    }
}
