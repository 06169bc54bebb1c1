package io.github.cxoneauthstub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.cxoneauthstub.auth.Answer;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.JsonValue;
import io.github.cxoneauthstub.auth.ResourceDescription;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.wiremock.Administration;
import io.github.cxoneauthstub.wiremock.Listening;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    void client_isMissedWhereTheConfigurationHasNone() {
        Configuration none = Configuration.builder().withoutDefaultClient().build();

        try (CxoneAuth auth = CxoneAuth.start(none)) {
            assertThat(auth.clients().all()).isEmpty();
            assertThatIllegalStateException()
                    .isThrownBy(auth::client)
                    .withMessage("the configuration has no client: name one in it, or register one with"
                            + " auth.clients().register(...) and take it from there");
        }
    }

    @Test
    void configuredResource_isServedFromTheStartAndAfterAReset() {
        Configuration configuration = Configuration.builder()
                .resource(new ResourceDescription(
                        "GET",
                        "/users/{id}?page=2",
                        Optional.of("user:read"),
                        203,
                        new JsonValue.JsonBoolean(new JsonValue.Place(1, 1), true)))
                .build();
        try (CxoneAuth auth = CxoneAuth.start(configuration)) {
            for (int round = 0; round < 2; round++) {
                String token = auth.tokens().issue(auth.client().id()).value();

                assertThat(Wire.send(auth.baseUri(), Wire.get("/users/7?page=2", "Authorization: Bearer " + token)))
                        .startsWith("HTTP/1.1 203 ")
                        .endsWith("true");
                assertThat(Wire.send(auth.baseUri(), Wire.get("/users/7?page=2")))
                        .startsWith("HTTP/1.1 401 ");
                assertThat(Wire.send(auth.baseUri(), Wire.get("/users/7", "Authorization: Bearer " + token)))
                        .startsWith("HTTP/1.1 404 ");
                auth.reset();
            }
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
    void accessKey_isTheFirstOneAsItIsNow() {
        Configuration configuration = Configuration.builder()
                .accessKey(AccessKey.builder("a").secret("1").build())
                .accessKey(AccessKey.builder("b").secret("2").build())
                .build();

        try (CxoneAuth auth = CxoneAuth.start(configuration)) {
            auth.accessKeys().change("a", key -> key.toBuilder().inactive().build());

            assertThat(auth.accessKey().id()).isEqualTo("a");
            assertThat(auth.accessKey().active()).isFalse();
        }
    }

    @Test
    void accessKey_ofAConfigurationWithout_isToldWithTheRemedy() {
        Configuration configuration =
                Configuration.builder().withoutDefaultAccessKey().build();

        try (CxoneAuth auth = CxoneAuth.start(configuration)) {
            assertThatIllegalStateException()
                    .isThrownBy(auth::accessKey)
                    .withMessageStartingWith("the configuration has no access key: name one in it");
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

    @Test
    void reset_goesBackToTheConfigurationAndKeepsTheKeys() {
        try (CxoneAuth auth = CxoneAuth.start()) {
            String keysBefore = Wire.send(auth.baseUri(), Wire.get("/auth/jwks"));
            String token = auth.tokens().issue(auth.client().id()).value();
            Instant before = auth.clock().instant();
            auth.clock().advance(Duration.ofDays(1000));
            auth.clock().freeze();
            auth.clients().rotateSecret(auth.client().id(), "another");
            auth.clients().register(Client.of("second", "hush"));
            auth.api().get("/users/me").answers("{}");
            auth.next().tooManyRequests(Duration.ZERO);

            auth.reset();

            assertThat(auth.clock().instant()).isBetween(before, before.plus(Duration.ofDays(1)));
            assertThat(auth.clock().isFrozen()).isFalse();
            assertThat(auth.clients().all()).containsExactly(Configuration.DEFAULT_CLIENT);
            assertThat(auth.exchanges()).isEmpty();
            assertThat(Wire.status(Wire.send(auth.baseUri(), Wire.get("/users/me"))))
                    .isEqualTo(404);
            auth.api().get("/users/me").answers("{}");
            Wire.send(auth.baseUri(), Wire.get("/users/me", "Authorization: Bearer " + token));
            assertThat(auth.exchanges().last().reason()).contains(Reason.TOKEN_OF_EARLIER_TEST);
            assertThat(Wire.send(auth.baseUri(), Wire.get("/auth/jwks")).split("\r\n\r\n", 2)[1])
                    .isEqualTo(keysBefore.split("\r\n\r\n", 2)[1]);
        }
    }

    @Test
    void reset_keepsRotatedKeysAndForgottenSecretsSecret() {
        try (CxoneAuth auth = CxoneAuth.start()) {
            auth.keys().rotate();
            auth.clients().register(Client.of("second", "canary-of-second"));

            auth.reset();

            assertThat(Wire.send(auth.baseUri(), Wire.get("/auth/jwks")).split("\"kid\"", -1))
                    .hasSize(3);
            Wire.send(auth.baseUri(), Wire.get("/canary-of-second"));
            assertThat(auth.exchanges().timeline()).doesNotContain("canary");
        }
    }

    @Test
    void reset_isNotForATestsHandle() {
        try (CxoneAuthPool pool = new CxoneAuthPool();
                Lease lease = pool.lease(Configuration.defaults())) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> lease.auth().reset())
                    .withMessage(
                            "this CxoneAuth was lent to a test and cannot be reset: each test method begins anew by"
                                    + " itself, with what its class prepared");
        }
    }

    @Test
    void administration_isAskedFirstAndInNoExchange() {
        Listening listening = Listening.DEFAULT.knownAs(URI.create("https://cxone.example/mock/"));
        Administration administration = request -> request.path().equals("/__admin/cxone/hello")
                ? Optional.of(new Answer(200, List.of(), "hello", Duration.ZERO))
                : Optional.empty();
        try (CxoneAuth auth = CxoneAuth.start(Configuration.defaults(), listening, handle -> administration)) {
            assertThat(Wire.send(auth.baseUri(), Wire.get("/__admin/cxone/hello")))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("hello");
            assertThat(Wire.status(Wire.send(auth.baseUri(), Wire.get("/__admin/mappings"))))
                    .isEqualTo(200);
            assertThat(auth.exchanges()).isEmpty();
            assertThat(Wire.status(Wire.send(auth.baseUri(), Wire.get("/__admin/requests"))))
                    .isEqualTo(404);
            assertThat(Wire.send(auth.baseUri(), Wire.get("/.well-known/openid-configuration")))
                    .contains("\"issuer\":\"https://cxone.example/mock\"");
        }
    }
}
