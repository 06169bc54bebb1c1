package io.github.cxoneauthstub.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.Wire;
import io.github.cxoneauthstub.control.ControlServer.Said;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a control call is said in one message; nothing is changed, and nothing breaks. */
@TestInstance(Lifecycle.PER_CLASS)
class BadControlCallsTest {
    private final ControlServer server = new ControlServer();
    private String before = "";
    private String token = "";

    @BeforeAll
    void freeze() {
        server.auth().clock().freeze();
        server.auth().api().get("/users/me").answers("{}");
        token = server.auth().tokens().issue(ControlServer.ID).value();
        before = state();
    }

    @AfterAll
    void close() {
        assertThat(state()).isEqualTo(before);
        server.close();
    }

    private String state() {
        return server.call("GET /clock") + " " + server.call("GET /clients") + " "
                + server.auth().accessKeys().all() + " " + server.auth().keys().ids() + " "
                + server.get("/users/me", token) + " "
                + server.token(ControlServer.SECRET).status();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST /clock | {\"advance\":\"1h\"} | advance: '1h' is not allowed here",
                "POST /clock | {\"advance\":\"-PT1S\"} | advance: '-PT1S' is not allowed here: it must be a duration that is not negative",
                "POST /clock | {\"advance\":\"P9999999D\"} | advance: the clock cannot be moved to",
                "POST /clock | {\"advance\":25} | advance: 25 is not allowed here",
                "POST /clock | {\"set\":\"tomorrow\"} | set: 'tomorrow' is not allowed here",
                "POST /clock | {\"set\":\"1969-01-01T00:00:00Z\"} | set: the clock cannot be moved to",
                "POST /clock | {\"advance\":\"PT1H\",\"set\":\"2026-01-01T00:00:00Z\"} | advance and set cannot be done at once",
                "POST /clock | {\"advance\":\"PT1H\",\"frozen\":\"yes\"} | frozen: 'yes' is not allowed here: it must be true or false",
                "POST /clock | {} | say where to move the clock: with advance, set or frozen",
                "POST /clock | {\"advanced\":\"PT1H\"} | advanced: this key is unknown: did you mean 'advance'?",
                "POST /clock | [] | an array",
                "POST /clock | {\"advance\":\"PT1H\"} x | request body, line 1, column 20",
                "POST /clock | {\"advance\":\"PT1H\",\"advance\":\"PT2H\"} | advance",
                "POST /clock | {\"advance\": | request body, line 1",
                "POST /clients | {} | the key 'id' is missing",
                "POST /clients | {\"id\":\"x\"} | the key 'secret' is missing",
                "POST /clients | {\"id\":\"\",\"secret\":\"s\"} | id: ",
                "POST /clients | {\"id\":\"x\",\"secret\":7} | secret: a number, which is not shown",
                "POST /clients | {\"id\":\"x\",\"secret\":\"s\",\"grants\":[\"implicit\"]} | grants[0]: 'implicit' is not allowed here: it must be one of client_credentials",
                "PATCH /clients/reporting | {\"id\":\"other\"} | id: this key is unknown",
                "PATCH /clients/reporting | {\"enabled\":\"no\"} | enabled: 'no' is not allowed here",
                "PATCH /access-keys/KEYID==== | {\"active\":1} | active: 1 is not allowed here: it must be true or false",
                "PATCH /access-keys/KEYID==== | {\"secret\":7} | secret: a number, which is not shown",
                "PATCH /access-keys/KEYID==== | {\"user\":\"x\"} | user: this key is unknown",
                "POST /tokens | {} | the key 'clientId' is missing",
                "POST /tokens | {\"clientId\":\"nobody\"} | clientId: no client 'nobody' is registered",
                "POST /tokens | {\"clientId\":\"reporting\",\"scopes\":[\"a b\"]} | scopes: 'a b' is not a scope",
                "POST /tokens | {\"clientId\":\"reporting\",\"lifetime\":\"PT0S\"} | lifetime: ",
                "POST /tokens/revoke | {\"clientId\":\"nobody\"} | clientId: no client 'nobody' is registered",
                "POST /tokens/revoke | {\"token\":\"a\",\"clientId\":\"b\"} | cannot be revoked at once",
                "POST /tokens/revoke | {\"token\":\"a\",\"refreshTokens\":true} | cannot be revoked at once",
                "POST /tokens/revoke | {\"refreshTokens\":false} | refreshTokens: false is not allowed here: it must be true",
                "POST /tokens/revoke | {\"token\":7} | token: a number, which is not shown",
                "POST /keys/rotate | {\"forgetOld\":1} | forgetOld: 1 is not allowed here",
                "POST /resources | {} | the key 'path' is missing",
                "POST /resources | {\"path\":\"users\"} | path: 'users' is no path of a resource",
                "POST /resources | {\"path\":\"/oauth/token\"} | would never be asked",
                "POST /resources | {\"path\":\"/oauth/token?x=1\"} | would never be asked",
                "POST /resources | {\"path\":\"/__admin/mappings\"} | would never be asked",
                "POST /resources | {\"path\":\"/a\\u0000b\"} | is no path of a resource",
                "PATCH /clients/reporting | {} | say what to change: the object is empty",
                "PATCH /access-keys/KEYID==== | {} | say what to change: the object is empty",
                "POST /clients | {\"id\":\"x\",\"secret\":\"s\",\"tenantId\":\"other\"} | request body, line 1",
                "POST /resources | {\"path\":\"/x\",\"status\":99} | status: 99 is not allowed here: it must be a whole number from 200 to 599",
                "POST /mishaps | {} | the key 'kind' is missing",
                "POST /mishaps | {\"kind\":\"too-many\"} | kind: 'too-many' is not allowed here: it must be one of too-many-requests, held",
                "POST /mishaps | {\"kind\":\"held\",\"on\":\"tokens\"} | on: 'tokens' is not allowed here: it must be token, resource, any, or a path",
                "POST /mishaps | {\"kind\":\"held\",\"on\":\"/x?y\"} | on: '/x?y' is not the path of a request",
                "POST /mishaps | {\"kind\":\"held\",\"times\":0} | times: 0 is not allowed here: it must be a whole number from 1 to 1000",
                "POST /mishaps | {\"kind\":\"held\",\"time\":\"PT11M\"} | time: a hold of PT11M is not possible",
                "POST /mishaps | {\"kind\":\"held\",\"retryAfter\":\"PT1S\"} | retryAfter: this key is unknown"
            })
    void wrongInput_isRefusedWithFieldAndWhatIsAllowed(String call, String body, String message) {
        Said said = server.call(call, body);

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.body())
                .startsWith("{\"message\":\"")
                .contains(message.strip().replace("\"", "\\\""));
        assertThat(said.head()).contains("Content-Type: application/json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE /clients/nobody | there is no client 'nobody': there are [reporting]",
                "PATCH /clients/nobody | there is no client 'nobody'",
                "PATCH /access-keys/OTHER==== | there is no access key 'OTHER====': there are [KEYID====]",
                "GET /nothing | there is no such call; there are GET /__admin/cxone/clock, POST /__admin/cxone/clock",
                "GET // | there is no such call",
                "GET /page.html | there is no such call",
                "GET /../control/page.js | there is no such call",
                "GET /clock/ | there is no such call",
                "PATCH /clients/ | there is no such call",
                "PATCH /clients/a/b | there is no such call"
            })
    void unknownIdInThePath_isNotFound(String call, String message) {
        Said said = server.call(call, "{}");

        assertThat(said.status()).isEqualTo(404);
        assertThat(said.body()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT /clock | GET, POST",
                "DELETE /clock | GET, POST",
                "GET /reset | POST",
                "POST /clients/reporting | PATCH, DELETE",
                "OPTIONS /exchanges | GET, DELETE",
                "POST / | GET",
                "DELETE /page.js | GET",
                "BREW /tokens | POST"
            })
    void wrongMethod_isNotAllowed(String call, String allowed) {
        Said said = server.call(call);

        assertThat(said).hasToString("405 {\"message\":\"allowed here: " + allowed + "\"}");
        assertThat(said.head()).contains("Allow: " + allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /clock", "POST /clients", "PATCH /clients/reporting", "POST /mishaps"})
    void largeBody_isRefused(String call) {
        assertThat(server.call(call, "{\"x\":\"" + "y".repeat(2_000_000) + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /clock", "POST /clients", "POST /resources", "POST /tokens/revoke"})
    void deeplyNestedBody_isRefused(String call) {
        assertThat(server.call(call, "{\"x\":".repeat(10_000) + "1" + "}".repeat(10_000))
                        .status())
                .isEqualTo(400);
        assertThat(server.call(call, "[".repeat(10_000)).status()).isEqualTo(400);
    }

    @Test
    void unknownIdInThePath_isToldInFewWords() {
        assertThat(server.call("DELETE /clients/" + "x".repeat(10_000)).body())
                .isEqualTo("{\"message\":\"there is no client of an id of 10000 characters: there are [reporting]\"}");
    }

    @Test
    void bodyThatIsNoUtf8_isRefused() {
        assertThat(server.call("POST /clients", "{\"id\":\"\u00e9\u00ff\"}").status())
                .isEqualTo(400);
    }

    @Test
    void contentType_doesNotMatter() {
        List<String> form = List.of("Content-Type: application/x-www-form-urlencoded");

        assertThat(server.send(Wire.request("POST /__admin/cxone/clock", form, "{\"frozen\":true}"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void secretsOfRefusedCalls_areNotRepeated() {
        assertThat(server.call("POST /clients", "{\"id\":\"x\",\"secret\":\"canary\",\"scopes\":7}")
                        .body())
                .doesNotContain("canary");
        assertThat(server.call("PATCH /clients/reporting", "{\"secret\":[\"canary\"]}")
                        .body())
                .doesNotContain("canary");
        assertThat(server.call("POST /clients", "{\"id\":\"x\",\"secret\":\"canary\"")
                        .body())
                .doesNotContain("canary");
    }
}
