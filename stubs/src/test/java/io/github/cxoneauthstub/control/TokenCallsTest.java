package io.github.cxoneauthstub.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.Wire;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.control.ControlServer.Said;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens that are made and revoked, and the keys that sign them. */
class TokenCallsTest {
    private final ControlServer server = new ControlServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void token_isMintedLikeTheTokenEndpointAnswers() {
        server.call("POST /resources", "{\"path\":\"/users/me\",\"scope\":\"user:read\",\"json\":{\"id\":\"42\"}}");

        Said minted = server.call(
                "POST /tokens", "{\"clientId\":\"reporting\",\"scopes\":[\"user:read\"],\"lifetime\":\"PT1H\"}");

        assertThat(minted.toString())
                .matches("201 \\{\"access_token\":\"[\\w.-]+\",\"token_type\":\"Bearer\",\"expires_in\":3600,"
                        + "\"scope\":\"user:read\"}");
        assertThat(server.get("/users/me", minted.accessToken())).hasToString("200 {\"id\":\"42\"}");
        assertThat(server.auth().exchanges().issuedTokens()).isZero();
    }

    @Test
    void tokens_areRevokedOneByOneByClientOrAll() {
        String one = server.call("POST /tokens", "{\"clientId\":\"reporting\"}").accessToken();

        assertThat(server.call("POST /tokens/revoke", "{\"token\":\"" + one + "\"}"))
                .hasToString("200 {\"revoked\":1}");
        assertThat(server.call("POST /tokens/revoke", "{\"token\":\"" + one + "\"}"))
                .hasToString("200 {\"revoked\":0}");
        assertThat(server.call("POST /tokens/revoke", "{\"token\":\"no token\"}"))
                .hasToString("200 {\"revoked\":0}");
        server.call("POST /tokens", "{\"clientId\":\"reporting\"}");
        assertThat(server.call("POST /tokens/revoke", "{\"clientId\":\"reporting\"}"))
                .hasToString("200 {\"revoked\":1}");
        server.call("POST /tokens", "{\"clientId\":\"reporting\"}");
        assertThat(server.call("POST /tokens/revoke", "{}")).hasToString("200 {\"revoked\":1}");
        assertThat(server.call("POST /tokens/revoke")).hasToString("200 {\"revoked\":0}");
    }

    @Test
    void keys_areRotated() {
        String before = server.auth().keys().ids().get(0);

        Said rotated = server.call("POST /keys/rotate");

        assertThat(rotated.status()).isEqualTo(200);
        assertThat(server.auth().keys().ids()).hasSize(2).endsWith(before);
        assertThat(rotated.body())
                .isEqualTo("{\"keyIds\":[\"" + server.auth().keys().ids().get(0) + "\",\"" + before + "\"]}");
        server.call("POST /keys/rotate", "{\"forgetOld\":true}");
        assertThat(server.auth().keys().ids()).hasSize(1).doesNotContain(before);
    }

    /** A client that renews is to be told that it cannot; its access token goes on for its hour. */
    @Test
    void refreshTokens_areRevokedAllAtOnce() {
        String key = "{\"accessKeyId\":\"KEYID====\",\"accessKeySecret\":\"KEYSECRET====\"}";
        String issued = post("/authentication/v1/token/access-key", key).body();

        assertThat(server.call("POST /tokens/revoke", "{\"refreshTokens\":true}"))
                .hasToString("200 {\"revoked\":1}");
        assertThat(server.call("POST /tokens/revoke", "{\"refreshTokens\":true}"))
                .hasToString("200 {\"revoked\":0}");

        assertThat(post("/public/user/refresh", "{\"token\":\"" + refreshToken(issued) + "\"}")
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(server.auth().exchanges().last().reason()).contains(Reason.REFRESH_TOKEN_REVOKED);
        server.auth().api().get("/users/me").answers("{}");
        assertThat(server.get("/users/me", Wire.accessToken(issued)).status()).isEqualTo(200);
    }

    private Said post(String path, String json) {
        return server.send(Wire.request("POST " + path, List.of("Content-Type: application/json"), json));
    }

    private static String refreshToken(String body) {
        return Pattern.compile("\"refresh_token\":\"([^\"]+)\"")
                .matcher(body)
                .results()
                .map(MatchResult::group)
                .map(member -> member.split("\"", -1)[3])
                .findFirst()
                .orElse("");
    }
}
