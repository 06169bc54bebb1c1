package io.github.cxoneauthstub.control;

import static io.github.cxoneauthstub.control.ControlServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.Wire;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.control.ControlServer.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each control call does, over the wire and as the Java handle sees it. */
class ControlApiTest {
    private static final String USUAL_GRANTS = "\"grants\":[\"client_credentials\",\"password\",\"refresh_token\","
            + "\"urn:ietf:params:oauth:grant-type:token-exchange\","
            + "\"urn:ietf:params:oauth:grant-type:user-impersonation-token-exchange\"]";
    private final ControlServer server = new ControlServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void clock_isToldAdvancedSetAndFrozen() {
        Instant before = server.auth().clock().instant();

        assertThat(server.call("GET /clock").body())
                .startsWith("{\"now\":\"" + before.toString().substring(0, 13));
        assertThat(server.call("POST /clock", "{\"advance\":\"PT25H\"}").status())
                .isEqualTo(200);
        assertThat(server.auth().clock().instant()).isAfterOrEqualTo(before.plus(Duration.ofHours(25)));

        Said frozen = server.call("POST /clock", "{\"set\":\"2026-01-01T00:00:00Z\",\"frozen\":true}");

        assertThat(frozen.body()).isEqualTo("{\"now\":\"2026-01-01T00:00:00Z\"}");
        assertThat(server.call("GET /clock").body()).isEqualTo(frozen.body());
        server.call("POST /clock", "{\"frozen\":false}");
        assertThat(server.auth().clock().isFrozen()).isFalse();
    }

    @Test
    void clients_areListedWithoutSecrets() {
        assertThat(server.call("GET /clients"))
                .hasToString("200 {\"clients\":[{\"id\":\"reporting\",\"scopes\":[\"admin:api\",\"user:read\"],"
                        + USUAL_GRANTS + ",\"authMethod\":\"either\",\"enabled\":true}]}");
    }

    @Test
    void client_isRegisteredAndGetsTokens() {
        String client = "{\"id\":\"second\",\"secret\":\"hush+\",\"scopes\":[],\"enabled\":true,"
                + "\"secretExpires\":\"2030-01-01T00:00:00Z\"}";

        assertThat(server.call("POST /clients", client))
                .hasToString("201 {\"id\":\"second\",\"scopes\":[]," + USUAL_GRANTS
                        + ",\"authMethod\":\"either\",\"enabled\":true,\"secretExpires\":\"2030-01-01T00:00:00Z\"}");

        assertThat(server.auth().clients().get("second").hasSecret("hush+")).isTrue();
        assertThat(server.call("POST /clients", client).toString())
                .startsWith("409 {\"message\":\"id: a client 'second' is registered already");
    }

    @Test
    void publicClient_isRegisteredAndShownAsItIsWritten() {
        String client = "{\"id\":\"app\",\"public\":true,\"redirectUris\":[\"https://app.example/callback\"],"
                + "\"scopes\":[\"*\"],\"grants\":[\"authorization_code\"],\"authMethod\":\"none\",\"enabled\":true}";

        assertThat(server.call("POST /clients", client)).hasToString("201 " + client);
        assertThat(server.auth().clients().get("app").isPublic()).isTrue();
    }

    @Test
    void clientWithASecret_doesNotBecomePublicByAChange() {
        Said refused = server.call("PATCH /clients/reporting", "{\"authMethod\":\"none\"}");

        assertThat(refused.toString()).startsWith("400 {\"message\":\"client 'reporting' is public and has a secret");
        assertThat(refused.body()).doesNotContain(SECRET);
        assertThat(server.token(SECRET).status()).isEqualTo(200);
    }

    @Test
    void changedClient_losesItsTokens() {
        server.call("POST /resources", "{\"path\":\"/users/me\"}");
        String token = server.token(SECRET).accessToken();
        assertThat(server.get("/users/me", token).status()).isEqualTo(200);

        assertThat(server.call("PATCH /clients/reporting", "{\"secret\":\"another\"}")
                        .status())
                .isEqualTo(200);

        assertThat(server.get("/users/me", token).status()).isEqualTo(401);
        assertThat(server.token(SECRET).status()).isEqualTo(401);
        assertThat(server.token("another").status()).isEqualTo(200);
    }

    @Test
    void patch_takesAllOrNothing() {
        Said refused = server.call("PATCH /clients/reporting", "{\"secret\":\"another\",\"scopes\":[\"a b\"]}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("scopes[0]", "'a b' is not a scope").doesNotContain("another");
        assertThat(server.token(SECRET).status()).isEqualTo(200);
    }

    @Test
    void deletedClient_isGone() {
        String token = server.auth().tokens().issue("reporting").value();
        server.auth().api().get("/users/me").answers("{}");

        assertThat(server.call("DELETE /clients/reporting")).hasToString("204 ");

        assertThat(server.auth().clients().all()).isEmpty();
        server.get("/users/me", token);
        assertThat(server.auth().exchanges().last().reason()).contains(Reason.TOKEN_REVOKED);
    }

    @Test
    void clientId_mayBePercentEncodedInThePath() {
        server.call("POST /clients", "{\"id\":\"a/b c+d\",\"secret\":\"hush\"}");

        assertThat(server.call("DELETE /clients/a%2Fb%20c+d").status()).isEqualTo(204);
    }

    @Test
    void accessKey_isChanged() {
        assertThat(server.call("PATCH /access-keys/KEYID====", "{\"active\":false,\"secret\":\"OTHER====\"}"))
                .hasToString("200 {\"id\":\"KEYID====\",\"active\":false,\"user\":\"KEYID====\",\"scopes\":[\"*\"]}");

        assertThat(server.auth().accessKeys().get("KEYID====").secret()).isEqualTo("OTHER====");
        assertThat(server.auth().accessKeys().get("KEYID====").active()).isFalse();
    }

    @Test
    void resource_isGuardedAndServed() {
        Said added = server.call(
                "POST /resources",
                "{\"method\":\"POST\",\"path\":\"/v1/{id}\",\"scope\":\"user:read\",\"status\":202,\"json\":[1,null]}");

        assertThat(added)
                .hasToString("201 {\"method\":\"POST\",\"path\":\"/v1/{id}\",\"scope\":\"user:read\",\"status\":202,"
                        + "\"json\":[1,null]}");
        assertThat(server.send("POST /v1/7 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                        + server.token(SECRET).accessToken() + "\r\nContent-Length: 0\r\n\r\n"))
                .hasToString("202 [1,null]");
    }

    @ParameterizedTest
    @CsvSource({"token, 429, 401", "resource, 200, 429", "/users/me, 200, 429", "any, 429, 401"})
    void mishap_meetsWhatItIsMeantFor(String on, int atTokenEndpoint, int atResource) {
        server.call("POST /resources", "{\"path\":\"/users/me\"}");

        Said queued = server.call(
                "POST /mishaps",
                "{\"kind\":\"too-many-requests\",\"on\":\"" + on + "\",\"times\":1,\"retryAfter\":\"PT30S\"}");

        assertThat(queued).hasToString("201 {\"kind\":\"too-many-requests\",\"on\":\"" + on + "\",\"times\":1}");
        assertThat(server.token(SECRET).status()).isEqualTo(atTokenEndpoint);
        assertThat(server.get("/users/me", "x").status()).isEqualTo(atResource);
    }

    @Test
    void mishaps_areListedAndWithdrawn() {
        assertThat(server.call("GET /mishaps"))
                .hasToString("200 {\"kinds\":[{\"kind\":\"too-many-requests\",\"meaning\":\"answered with 429 and"
                        + " Retry-After; the endpoint does not see the request\",\"parameters\":{\"retryAfter\":\"the"
                        + " wait it asks for, PT0S to P365D; usually PT1S\"}},{\"kind\":\"held\",\"meaning\":\"answered"
                        + " as ever, but so much later, in real time\",\"parameters\":{\"time\":\"how long the answer is"
                        + " held back, PT0S to PT10M; usually PT1S\"}},{\"kind\":\"wrong-certificate\",\"meaning\":\"shown"
                        + " to the next connection over HTTPS, whatever it asks then\",\"parameters\":{\"fault\":\"what is"
                        + " wrong with it: expired, wrong-host, unknown-ca; usually expired\"}}]}");
        server.call("POST /mishaps", "{\"kind\":\"too-many-requests\",\"times\":5}");

        assertThat(server.call("DELETE /mishaps")).hasToString("204 ");

        assertThat(server.token(SECRET).status()).isEqualTo(200);
    }

    @Test
    void tooManyMishaps_areAConflict() {
        for (int i = 0; i < 1000; i++) {
            server.auth().next().atResources().tooManyRequests(Duration.ZERO);
        }

        assertThat(server.call("POST /mishaps", "{\"kind\":\"held\"}"))
                .hasToString(
                        "409 {\"message\":\"1000 mishaps are queued already, and no request met them: withdraw them"
                                + " first\"}");
    }

    @Test
    void tooManyResources_areAConflict() {
        for (int i = 0; i < 1000; i++) {
            server.auth().api().get("/users/" + i).answers("{}");
        }

        assertThat(server.call("POST /resources", "{\"path\":\"/users/me\"}").status())
                .isEqualTo(409);
    }

    @Test
    void usualRetryAfter_isASecond() {
        server.call("POST /mishaps", "{\"kind\":\"too-many-requests\"}");

        assertThat(server.token(SECRET).head()).contains("429", "Retry-After: 1");
    }

    @Test
    void heldAnswer_isHeld() {
        server.call("POST /mishaps", "{\"kind\":\"held\",\"time\":\"PT0.05S\"}");
        long before = System.nanoTime();

        assertThat(server.token(SECRET).status()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void exchanges_tellWhyAndHoldNoControlCalls() {
        server.call("POST /clock", "{\"set\":\"2026-01-01T00:00:00Z\",\"frozen\":true}");
        server.send("POST /oauth/token HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: 2\r\n\r\n{}");
        server.token(SECRET);

        String exchanges = server.call("GET /exchanges").body();

        assertThat(exchanges)
                .startsWith("{\"exchanges\":[{\"number\":1,\"at\":\"2026-01-01T00:00:00")
                .contains(
                        "\"method\":\"POST\",\"path\":\"/oauth/token\",\"profile\":\"OAUTH_TOKEN\",\"status\":401,"
                                + "\"error\":\"invalid_client\",\"rule\":\"form-body\",\"reason\":\"BODY_NOT_FORM\","
                                + "\"demand\":\"the body is application/x-www-form-urlencoded\",\"seen\":\"",
                        "\"evidence\":\"CLAIMED: threads 001 and 003",
                        "\"findings\":[{\"name\":\"json-body\",\"seen\":\"an empty JSON object, labelled"
                                + " application/json\",\"advice\":\"",
                        "],\"curl\":\"curl -i -X POST ",
                        "\"note\":null,\"clientId\":null,\"scopes\":null,\"outcome\":\"rejected\"},{\"number\":2",
                        "\"status\":200,\"error\":null,\"rule\":null,\"reason\":null,\"demand\":null,\"seen\":null,"
                                + "\"advice\":null,\"evidence\":null,\"findings\":[],\"curl\":null,"
                                + "\"note\":\"token issued to reporting (by Basic, not form-encoded)")
                .endsWith(
                        "\"clientId\":\"reporting\",\"scopes\":[\"admin:api\",\"user:read\"],\"outcome\":\"issued\"}]}");
        assertThat(server.call("DELETE /exchanges")).hasToString("204 ");
        assertThat(server.call("GET /exchanges")).hasToString("200 {\"exchanges\":[]}");
    }

    @Test
    void reset_goesBackToTheConfiguration() {
        server.call("POST /clock", "{\"advance\":\"P1000D\"}");
        server.call("DELETE /clients/reporting");
        server.call("POST /resources", "{\"path\":\"/users/me\"}");

        assertThat(server.call("POST /reset")).hasToString("200 {}");

        assertThat(server.token(SECRET).status()).isEqualTo(200);
        assertThat(server.send(Wire.get("/users/me")).status()).isEqualTo(404);
        assertThat(server.auth().clock().instant())
                .isBefore(Instant.now(Clock.systemUTC()).plus(Duration.ofDays(1)));
    }

    @Test
    void stubsOfWireMock_areAdministratedBeside() {
        assertThat(server.send(Wire.request(
                                "POST /__admin/mappings",
                                List.of("Content-Type: application/json"),
                                "{\"request\":{\"urlPath\":\"/other\"},\"response\":{\"status\":418}}"))
                        .status())
                .isEqualTo(201);

        assertThat(server.send(Wire.get("/other")).status()).isEqualTo(418);
    }

    /** Such a page could make a proxy of the server, and read through it what it must not. */
    @Test
    void pageOfAnotherOrigin_makesNoStubOfWireMock() {
        String stub = Wire.request(
                "POST /__admin/mappings",
                List.of("Content-Type: text/plain", "Origin: http://evil.example", "Sec-Fetch-Site: cross-site"),
                "{\"request\":{\"urlPath\":\"/other\"},\"response\":{\"status\":418}}");

        assertThat(server.send(stub).status()).isEqualTo(403);
        assertThat(server.send(Wire.get("/other")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /__admin/requests",
                "POST /__admin/shutdown",
                "POST /__admin/reset",
                "GET /__admin/mappings/unmatched",
                "GET /__admin/mappingsx",
                "POST /__admin/mappings/../shutdown",
                "GET /__admin"
            })
    void nothingElseOfWireMocksAdministration_isServed(String request) {
        assertThat(server.send(Wire.request(request, List.of(), "")).status()).isEqualTo(404);
    }

    @Test
    void everyCall_isInTheTableOfThePage() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "standalone.md"));
        String all = server.call("GET /nothing").body();

        List<String> calls = Pattern.compile("([A-Z]+) " + ControlApi.PREFIX + "([^,\"]+)")
                .matcher(all)
                .results()
                .map(call -> call.group(1) + " " + call.group(2))
                .toList();

        assertThat(calls).hasSize(17).allMatch(call -> page.contains("| `" + call + "` |"));
    }

    @Test
    void head_isAnsweredLikeGetWithoutBody() {
        assertThat(server.call("HEAD /clock").toString()).isEqualTo("200 ");
    }
}
