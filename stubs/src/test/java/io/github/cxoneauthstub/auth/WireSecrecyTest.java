package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.ID;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static io.github.cxoneauthstub.auth.TestServer.RFC;
import static io.github.cxoneauthstub.auth.TestServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever does not know the secret cannot find out anything about a client; the tester can. */
class WireSecrecyTest {
    private final TestServer server = TestServer.inBothDialects();

    WireSecrecyTest() {
        server.view().clients().register(Client.of("expired", SECRET));
        server.view().clients().expireSecret("expired");
        server.view().clients().register(Client.of("disabled", SECRET));
        server.view().clients().disable("disabled");
        server.view()
                .clients()
                .register(Client.builder("basic-only")
                        .secret(SECRET)
                        .authMethod(AuthMethod.BASIC)
                        .build());
        server.view()
                .clients()
                .register(Client.builder("body-only")
                        .secret(SECRET)
                        .authMethod(AuthMethod.BODY)
                        .build());
        server.view().clients().register(Client.of("rotated", "old"));
        server.view().clients().rotateSecret("rotated", SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {OAUTH, RFC})
    void failedBasic_looksTheSameWhateverTheReason(String path) {
        String unknown = refusedFor(Reason.CLIENT_UNKNOWN, basic(path, "stranger", SECRET));

        assertThat(refusedFor(Reason.SECRET_WRONG, basic(path, ID, "wrong"))).isEqualTo(unknown);
        assertThat(refusedFor(Reason.SECRET_WRONG, basic(path, "rotated", "old")))
                .isEqualTo(unknown);
        assertThat(refusedFor(Reason.SECRET_EXPIRED, basic(path, "expired", SECRET)))
                .isEqualTo(unknown);
        assertThat(refusedFor(Reason.CLIENT_DISABLED, basic(path, "disabled", SECRET)))
                .isEqualTo(unknown);
        assertThat(refusedFor(Reason.AUTH_METHOD_NOT_REGISTERED, basic(path, "body-only", SECRET)))
                .isEqualTo(unknown);
    }

    @ParameterizedTest
    @ValueSource(strings = {OAUTH, RFC})
    void failedCredentialsInTheBody_lookTheSameWhateverTheReason(String path) {
        String unknown = refusedFor(Reason.CLIENT_UNKNOWN, body(path, "stranger", SECRET));

        assertThat(refusedFor(Reason.SECRET_WRONG, body(path, ID, "wrong"))).isEqualTo(unknown);
        assertThat(refusedFor(Reason.SECRET_WRONG, body(path, "rotated", "old")))
                .isEqualTo(unknown);
        assertThat(refusedFor(Reason.SECRET_EXPIRED, body(path, "expired", SECRET)))
                .isEqualTo(unknown);
        assertThat(refusedFor(Reason.CLIENT_DISABLED, body(path, "disabled", SECRET)))
                .isEqualTo(unknown);
        assertThat(refusedFor(Reason.AUTH_METHOD_NOT_REGISTERED, body(path, "basic-only", SECRET)))
                .isEqualTo(unknown);
    }

    @ParameterizedTest
    @CsvSource({
        OAUTH + ", '{\"error\":\"invalid_client\",\"error_description\":\"Client authentication failed\"}'",
        RFC + ", '{\"error\":\"invalid_client\"}'"
    })
    void failedAuthentication_saysNoMoreThanThat(String path, String body) {
        assertThat(Wire.print(server.answer(basic(path, "stranger", SECRET)))).isEqualTo("""
                401
                Content-Type: application/json
                WWW-Authenticate: Basic realm="cxone"
                Cache-Control: no-store
                Pragma: no-cache

                """ + body);
    }

    @ParameterizedTest
    @ValueSource(strings = {OAUTH, RFC})
    void refusedToken_looksTheSameWhateverTheReason(String path) {
        String revoked = token(path);
        server.view().tokens().revoke(revoked);
        String expired =
                server.view().tokens().issue(Mint.forClient(ID).expired()).value();

        String wire =
                refusedFor(Reason.TOKEN_REVOKED, TestRequest.get("/users/me").bearer(revoked));

        assertThat(refusedFor(Reason.TOKEN_EXPIRED, TestRequest.get("/users/me").bearer(expired)))
                .isEqualTo(wire);
        assertThat(refusedFor(
                        Reason.TOKEN_TAMPERED, TestRequest.get("/users/me").bearer(cut(expired))))
                .isEqualTo(wire);
        assertThat(refusedFor(
                        Reason.TOKEN_MALFORMED, TestRequest.get("/users/me").bearer("a.b")))
                .isEqualTo(wire);
    }

    private String token(String path) {
        String body = server.answer(TestRequest.token(path)).body();
        server.view().clock().advance(Duration.ofSeconds(1));
        return body.split("\"", -1)[3];
    }

    private static String cut(String token) {
        return token.substring(0, token.length() - 4);
    }

    private static TestRequest basic(String path, String id, String secret) {
        return TestRequest.token(path).basic(id, FormEncoding.encode(secret));
    }

    private static TestRequest body(String path, String id, String secret) {
        return TestRequest.tokenByBody(path)
                .body("grant_type=client_credentials&client_id=" + id + "&client_secret="
                        + FormEncoding.encode(secret));
    }

    private String refusedFor(Reason reason, TestRequest request) {
        Answer answer = server.answer(request);

        assertThat(server.view().exchanges().last().reason()).contains(reason);
        return Wire.print(answer);
    }
}
