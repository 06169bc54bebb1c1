package io.github.cxoneauthstub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Profiles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What goes over a real socket, byte for byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class WireBytesTest {
    private final CxoneAuth auth = CxoneAuth.start(Configuration.builder()
            .client(Client.builder("reporting")
                    .secret("s3cret")
                    .scopes("user:read")
                    .build())
            .mount(Profiles.RFC6749.withPaths("/rfc/token"))
            .build());

    @BeforeEach
    void freeze() {
        auth.clock().freeze();
        auth.clock().set(Instant.parse("2026-11-21T10:15:30Z"));
    }

    @AfterAll
    void stop() {
        auth.close();
    }

    @Test
    void issuedToken_isAnsweredWithFramingAndNothingElse() {
        String answer = send(Wire.token("/oauth/token", "reporting", "s3cret"));

        String body = "{\"access_token\":\"" + Wire.accessToken(answer)
                + "\",\"token_type\":\"Bearer\",\"expires_in\":86400,\"scope\":\"user:read\"}";
        assertThat(answer)
                .isEqualTo(lines(
                        "HTTP/1.1 200 OK",
                        "Content-Type: application/json",
                        "Cache-Control: no-store",
                        "Pragma: no-cache",
                        "Date: Sat, 21 Nov 2026 10:15:30 GMT",
                        "Content-Length: " + body.length(),
                        "Connection: close",
                        "",
                        body));
    }

    @Test
    void failedBasic_isA401WithAChallenge() {
        assertThat(send(Wire.token("/oauth/token", "reporting", "wrong")))
                .isEqualTo(lines(
                        "HTTP/1.1 401 Unauthorized",
                        "Content-Type: application/json",
                        "WWW-Authenticate: Basic realm=\"cxone\"",
                        "Cache-Control: no-store",
                        "Pragma: no-cache",
                        "Date: Sat, 21 Nov 2026 10:15:30 GMT",
                        "Content-Length: 77",
                        "Connection: close",
                        "",
                        "{\"error\":\"invalid_client\",\"error_description\":\"Client authentication failed\"}"));
    }

    @Test
    void unknownAndWrongClient_areTheSameToTheByte() {
        assertThat(send(Wire.token("/rfc/token", "stranger", "s3cret")))
                .isEqualTo(send(Wire.token("/rfc/token", "reporting", "wrong")));
    }

    @Test
    void otherMethod_isA405WithoutBody() {
        assertThat(send(Wire.get("/oauth/token")))
                .isEqualTo(lines(
                        "HTTP/1.1 405 Method Not Allowed",
                        "Allow: POST",
                        "Cache-Control: no-store",
                        "Pragma: no-cache",
                        "Date: Sat, 21 Nov 2026 10:15:30 GMT",
                        "Content-Length: 0",
                        "Connection: close",
                        "",
                        ""));
    }

    @Test
    void unknownPath_isAGateways404() {
        assertThat(send(Wire.get("/nowhere?client_secret=hush")))
                .isEqualTo(lines(
                        "HTTP/1.1 404 Not Found",
                        "Content-Type: application/json",
                        "Content-Length: 23",
                        "Connection: close",
                        "",
                        "{\"message\":\"Not Found\"}"));
    }

    @Test
    void tooManyRequests_isA429WithRetryAfter() {
        auth.next().tooManyRequests(Duration.ofSeconds(30));

        assertThat(send(Wire.token("/oauth/token", "reporting", "s3cret")))
                .isEqualTo(lines(
                        "HTTP/1.1 429 Too Many Requests",
                        "Retry-After: 30",
                        "Date: Sat, 21 Nov 2026 10:15:30 GMT",
                        "Content-Length: 0",
                        "Connection: close",
                        "",
                        ""));
    }

    @Test
    void missingToken_isA401WithABearerChallenge() {
        auth.api().get("/users/me").requires("user:read").answers("{\"id\":\"\u00e4\"}");

        assertThat(send(Wire.get("/users/me")))
                .isEqualTo(lines(
                        "HTTP/1.1 401 Unauthorized",
                        "WWW-Authenticate: Bearer realm=\"cxone\"",
                        "Cache-Control: no-store",
                        "Pragma: no-cache",
                        "Date: Sat, 21 Nov 2026 10:15:30 GMT",
                        "Content-Length: 0",
                        "Connection: close",
                        "",
                        ""));
        assertThat(send(Wire.get(
                        "/users/me",
                        "Authorization: Bearer "
                                + auth.tokens().issue("reporting").value())))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("\r\nContent-Length: 11\r\n")
                .endsWith("\r\n\r\n{\"id\":\"\u00c3\u00a4\"}");
    }

    @Test
    void brokenEscape_isTheClientsFault() {
        String answer = send(Wire.request(
                "POST /oauth/token",
                List.of("Content-Type: application/x-www-form-urlencoded"),
                "grant_type=client_credentials&client_id=reporting&client_secret=100%"));

        assertThat(answer).startsWith("HTTP/1.1 400 Bad Request\r\n").endsWith("{\"error\":\"invalid_request\"}");
    }

    @Test
    void head_hasTheHeadersOfGetAndNoBody() {
        String get = send(Wire.get("/auth/jwks"));
        String head = send(Wire.request("HEAD /auth/jwks", List.of(), ""));

        assertThat(get).startsWith(head);
        assertThat(head).endsWith("\r\n\r\n").contains("Content-Length: ");
    }

    private String send(String request) {
        return Wire.send(auth.baseUri(), request);
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines);
    }
}
