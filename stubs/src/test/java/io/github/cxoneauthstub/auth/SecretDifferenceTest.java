package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.ID;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static io.github.cxoneauthstub.auth.TestServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a secret between the portal and the request: each way is told by name, with its remedy. */
class SecretDifferenceTest {
    private final TestServer server = TestServer.withDefaults();

    @Test
    void emptySecretInBasic_isToldSo() {
        assertTold(
                server.exchange(TestRequest.token(OAUTH).basic(ID, "")),
                "an empty secret",
                "look at the variable that it was read from: it had no value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"undefined", "null", "None", "nil", "NaN", "${CXONE_SECRET}", "$CXONE_SECRET", "%CXONE_SECRET%"})
    void nameOfNoValue_isToldSo(String secret) {
        assertTold(
                send(secret),
                "the name of no value, such as undefined, or of a variable that was not filled in",
                "look at the variable that it was read from: it had no value, and the program did not notice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"undefined1", "nullify", "$lower", "${CXONE_SECRET", "50%"})
    void wordThatOnlyLooksLikeOne_isJustWrong(String secret) {
        assertTold(
                send(secret),
                "a secret that is not the registered one",
                "compare it with the registration: its length, hidden characters, and the variable that it was read"
                        + " from");
    }

    @ParameterizedTest
    @ValueSource(strings = {" " + SECRET, SECRET + "\n", "\t" + SECRET + "\r\n", SECRET + " "})
    void blanksAroundIt_areToldSo(String secret) {
        assertTold(
                send(secret),
                "the registered secret with blanks or a line end around it",
                "strip the secret after reading it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"" + SECRET + "\"",
                "'" + SECRET + "'",
                "\u201c" + SECRET + "\u201d",
                "'" + SECRET,
                SECRET + "\""
            })
    void quotationMarks_areToldSo(String secret) {
        assertTold(
                send(secret),
                "the registered secret in quotation marks",
                "take the quotation marks off; a shell, a YAML file or a text editor has kept or made them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret\u200b+/=", "\ufeff" + SECRET, "s3cret+\u00ad/=", "s3\u00a0cret+/="})
    void invisibleCharacters_areToldSo(String secret) {
        assertTold(
                send(secret),
                "the registered secret with invisible characters in it",
                "type it again: copying from a portal or a PDF brings zero-width characters and hard blanks along");
    }

    @Test
    void plusThatArrivesAsABlank_isToldSoInEveryPlace() {
        server.view().clients().register(Client.of("plus", "+a+b"));

        assertTold(
                server.exchange(TestRequest.tokenByBody(OAUTH)
                        .body("grant_type=client_credentials&client_id=plus&client_secret=+a+b")),
                "the registered secret, in which a + arrived as a blank",
                "form-encode the value: + is sent as %2B; use URLEncoder.encode(secret, UTF_8) or a form builder");
    }

    @Test
    void secondEncoding_isToldSo() {
        assertTold(
                send(FormEncoding.encode(SECRET)),
                "the registered secret, encoded once more than it should be",
                "encode the value exactly once: a form builder and an encoder of your own are one too many");
    }

    private Exchange send(String secret) {
        return server.exchange(TestRequest.tokenByBody(OAUTH)
                .body("grant_type=client_credentials&client_id=reporting&client_secret="
                        + FormEncoding.encode(secret)));
    }

    private static void assertTold(Exchange exchange, String seen, String advice) {
        assertThat(exchange.reason()).contains(Reason.SECRET_WRONG);
        Explanation why = exchange.explanation().orElseThrow();
        assertThat(why.seen()).endsWith(", " + seen);
        assertThat(why.advice()).isEqualTo(advice);
    }
}
