package io.github.cxoneauthstub.samples.threads;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static io.github.cxoneauthstub.samples.threads.Http.FORM;
import static io.github.cxoneauthstub.samples.threads.Http.JSON;
import static io.github.cxoneauthstub.samples.threads.Http.basic;
import static io.github.cxoneauthstub.samples.threads.Http.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import io.github.cxoneauthstub.samples.threads.Http.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Thread 002: a correct form with id and secret is answered "Bad client credentials". See docs/threads/002.md. */
@CxoneAuthStub(
        profile = "OAUTH2_TOKEN",
        clients = {
            @CxoneClient(id = "abc123", secret = "xyz789", scopes = "admin:oauth"),
            @CxoneClient(id = "encoded", secret = "x+y/z=", scopes = "admin:oauth")
        })
class Thread002Test {
    private static final String GRANT = "grant_type=client_credentials&scope=admin:oauth";

    private final CxoneAuth auth;

    Thread002Test(CxoneAuth auth) {
        this.auth = auth;
    }

    @Test
    void asked_credentialsInTheBodyAreBadCredentials() {
        // region asked
        Answer answer =
                post(auth.tokenUri(), "grant_type=client_credentials&client_id=abc123&client_secret=xyz789", FORM);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo("{\"error\":\"invalid_client\",\"error_description\":\"Bad client credentials\"}");
        assertThat(auth).rejectedOnce(Reason.BODY_CREDENTIALS_NOT_ACCEPTED).found(Mistake.WRONG_PLACE);
        // endregion
    }

    /** What the asker tried: it changes nothing, because these characters need no encoding. */
    @Test
    void asked_encodingIsNotTheCause() {
        String id = URLEncoder.encode("abc123", UTF_8);
        String secret = URLEncoder.encode("xyz789".strip(), UTF_8);

        post(auth.tokenUri(), "grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret, FORM);

        assertThat(auth).rejectedOnce(Reason.BODY_CREDENTIALS_NOT_ACCEPTED).found(Mistake.WRONG_PLACE);
    }

    @Test
    void answerBasic_works() {
        // region works
        Answer answer = post(
                auth.tokenUri(), "grant_type=client_credentials&scope=admin:oauth", FORM, basic("abc123", "xyz789"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(auth).issuedTokens(1).rejectedNothing();
        // endregion
    }

    /** "Without it, you get rejected instantly" and "if it's 400, check the scope": it is the second. */
    @Test
    void answerScope_oneThatIsNotGrantedGets400() {
        auth.clients().withdrawScope("abc123", "admin:oauth");

        Answer answer = post(auth.tokenUri(), GRANT, FORM, basic("abc123", "xyz789"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.member("error")).isEqualTo("invalid_scope");
        assertThat(auth).rejectedOnce(Reason.SCOPE_NOT_GRANTED).found(Mistake.SCOPE_NOT_GRANTED);
    }

    @Test
    void answerScope_isNotNeededForATokenAtAll() {
        auth.clients().withdrawScope("abc123", "admin:oauth");

        assertThat(post(auth.tokenUri(), "grant_type=client_credentials", FORM, basic("abc123", "xyz789"))
                        .status())
                .isEqualTo(200);
    }

    /** In Python, {@code "Basic " + str(base64.b64encode(...))} keeps the letter and the quotes of the literal. */
    @Test
    void trap_bytesPrintedIntoTheHeader() {
        // region bytes
        String base64 = Base64.getEncoder().encodeToString("abc123:xyz789".getBytes(UTF_8));

        Answer answer = post(auth.tokenUri(), GRANT, FORM, "Authorization: Basic b'" + base64 + "'");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(auth).rejectedOnce(Reason.BASIC_UNREADABLE).found(Mistake.BASIC_OF_PYTHON_BYTES);
        // endregion
    }

    /** {@code echo id:secret | base64}: without {@code -n} the line end is a part of the secret. */
    @Test
    void trap_lineEndBehindTheSecret() {
        // region newline
        Answer answer = post(auth.tokenUri(), GRANT, FORM, basic("abc123", "xyz789\n"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(auth).rejectedOnce(Reason.BASIC_CONTROL_CHARACTER).found(Mistake.LINE_END_IN_SECRET);
        assertThat(advice()).contains("echo -n");
        // endregion
    }

    /** Beyond 57 bytes an encoder for mail breaks the line; so does base64 in a shell without {@code -w0}. */
    @Test
    void trap_lineEndInsideTheBase64() throws IOException {
        String credentials = "abc123:" + "x".repeat(51);
        String broken = "Authorization: Basic "
                + Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(credentials.getBytes(UTF_8));

        // Java's own client does not send it; curl does
        assertThatIllegalArgumentException().isThrownBy(() -> post(auth.tokenUri(), GRANT, FORM, broken));
        assertThat(auth.exchanges().all()).isEmpty();
        assertThat(statusLineAfter(FORM, broken)).isEqualTo("HTTP/1.1 400 Bad Request");
        assertThat(auth).rejectedOnce(Reason.HTTP_UNREADABLE);
        assertThat(seen()).isEqualTo("a header is not 'name: value'");
    }

    /** Sends the headers as they are. */
    private String statusLineAfter(String... headers) throws IOException {
        URI uri = auth.tokenUri();
        String head = "POST " + uri.getPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\nContent-Length: "
                + GRANT.length() + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((head + GRANT).getBytes(UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    void trap_secretEncodedTwice() {
        // region twice
        String once = URLEncoder.encode("x+y/z=", UTF_8);
        String twice = URLEncoder.encode(once, UTF_8);

        Answer answer = post(auth.tokenUri(), GRANT, FORM, basic("encoded", twice));

        assertThat(answer.body()).contains("Bad client credentials");
        assertThat(auth).rejectedOnce(Reason.SECRET_WRONG).found(Mistake.ENCODED_TWICE);
        // endregion
        assertThat(post(auth.tokenUri(), GRANT, FORM, basic("encoded", once)).status())
                .isEqualTo(200);
        assertThat(post(auth.tokenUri(), GRANT, FORM, basic("encoded", "x+y/z="))
                        .status())
                .isEqualTo(200);
    }

    /** The last answer: true, but with good credentials it shows as 400, and the asker had sent the header. */
    @Test
    void answerContentType_withoutItTheBodyIsIgnored() {
        // region label
        Answer withBasic = post(auth.tokenUri(), GRANT, basic("abc123", "xyz789"));
        assertThat(withBasic.status()).isEqualTo(400);
        assertThat(auth).rejectedOnce(Reason.GRANT_TYPE_MISSING).found(Mistake.FORM_NOT_LABELLED);

        Answer withoutBasic = post(auth.tokenUri(), GRANT + "&client_id=abc123&client_secret=xyz789");
        assertThat(withoutBasic.body()).contains("Bad client credentials");
        assertThat(auth).rejectedOnce(Reason.CREDENTIALS_MISSING);
        // endregion
    }

    @Test
    void answerContentType_jsonIsIgnoredInTheSameWay() {
        String json = "{\"grant_type\":\"client_credentials\",\"client_id\":\"abc123\",\"client_secret\":\"xyz789\"}";

        assertThat(post(auth.tokenUri(), json, JSON).status()).isEqualTo(401);
        assertThat(auth).rejectedOnce(Reason.CREDENTIALS_MISSING);
        assertThat(post(auth.tokenUri(), json, JSON, basic("abc123", "xyz789")).status())
                .isEqualTo(400);
        assertThat(auth).rejectedOnce(Reason.GRANT_TYPE_MISSING).found(Mistake.JSON_BODY);
    }

    /** "Still 401" has two causes that look the same to the client; the report tells them apart. */
    @Test
    void answerStill401_wrongSecretAndDisabledApplicationLookTheSame() {
        // region still
        Answer wrong = post(auth.tokenUri(), GRANT, FORM, basic("abc123", "wrong"));
        auth.clients().disable("abc123");
        Answer disabled = post(auth.tokenUri(), GRANT, FORM, basic("abc123", "xyz789"));

        assertThat(disabled).isEqualTo(wrong);
        assertThat(auth)
                .rejectedOnce(Reason.SECRET_WRONG)
                .rejectedOnce(Reason.CLIENT_DISABLED)
                .found(Mistake.APP_DISABLED);
        // endregion
    }

    private String seen() {
        return auth.exchanges().last().explanation().orElseThrow().seen();
    }

    private String advice() {
        return auth.exchanges().last().explanation().orElseThrow().advice();
    }
}
