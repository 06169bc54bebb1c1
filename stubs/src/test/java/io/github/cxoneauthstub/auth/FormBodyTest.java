package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static io.github.cxoneauthstub.auth.TestServer.RFC;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token request has to look like before anybody asks who sent it. */
class FormBodyTest {
    private final TestServer server = TestServer.inBothDialects();

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "HEAD", "DELETE", "OPTIONS", "post", "BREW"})
    void otherMethodThanPost_isNotAllowed(String method) {
        Answer answer = server.answer(TestRequest.token(OAUTH).method(method));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(Wire.values(answer, "Allow")).containsExactly("POST");
        assertThat(answer.body()).isEmpty();
        assertThat(last().reason()).contains(Reason.METHOD_NOT_POST);
    }

    @Test
    void secretInTheQueryOfAnotherMethod_isToldToo() {
        assertThat(seen(server.exchange(TestRequest.token(OAUTH).method("GET"))))
                .isEqualTo("the method was 'GET'");
        assertThat(seen(server.exchange(TestRequest.token(OAUTH).method("GET").query("client_secret=hush"))))
                .isEqualTo("the method was 'GET'; the query string has client_secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x", ""})
    void otherLabel_isAnInvalidClientAtOauthTokenAndAnInvalidRequestInTheRfc(String type) {
        Answer oauth = server.answer(TestRequest.token(OAUTH).header("Content-Type", type));
        assertThat(last().reason()).contains(Reason.BODY_NOT_FORM);
        Answer rfc = server.answer(TestRequest.token(RFC).header("Content-Type", type));
        assertThat(last().reason()).contains(Reason.BODY_NOT_FORM);

        assertThat(oauth.status()).isEqualTo(401);
        assertThat(oauth.body()).contains("\"error\":\"invalid_client\"");
        assertThat(rfc.status()).isEqualTo(400);
        assertThat(rfc.body()).isEqualTo("{\"error\":\"invalid_request\"}");
    }

    @Test
    void absentLabel_isNoForm() {
        Exchange exchange = server.exchange(TestRequest.token(RFC).without("Content-Type"));

        assertThat(seen(exchange)).isEqualTo("no Content-Type, a form with grant_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {TestRequest.FORM + "; charset=UTF-8", "APPLICATION/X-WWW-Form-URLENCODED;q=\"a;b\""})
    void label_mayHaveAnyCaseAndAnyParameters(String type) {
        assertThat(server.exchange(TestRequest.token(RFC).header("Content-Type", type))
                        .outcome())
                .isEqualTo(Outcome.ISSUED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"grant_type\":\"x\",\"client_secret\":\"y\"} | a JSON object with grant_type, client_secret",
                "{} | a JSON object",
                "[1] | a JSON array",
                "grant_type=x&a=b | a form with grant_type, an unknown name",
                "`` | an empty body"
            })
    void bodyThatIsNoForm_isToldByItsKindAndNames(String body, String kind) {
        Exchange exchange = server.exchange(TestRequest.token(RFC)
                .header("Content-Type", "application/json")
                .body(body));

        assertThat(seen(exchange)).isEqualTo("Content-Type: application/json, " + kind);
    }

    @Test
    void unknownNames_areCountedButNotShown() {
        Exchange exchange = server.exchange(TestRequest.token(RFC)
                .header("Content-Type", "text/json")
                .body("{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1,\"j\":1}"));

        assertThat(seen(exchange)).endsWith("a JSON object with 10 unknown names");
    }

    @ParameterizedTest
    @ValueSource(strings = {OAUTH, RFC})
    void anySecret_comesThroughTheFormUnchanged(String path) {
        String secret = " a+b/c=d%2Be&f:g\"\\\u00e4\u20ac\ud83d\ude00#";
        server.view().clients().register(Client.of("odd", secret));

        Exchange exchange = server.exchange(TestRequest.token(path)
                .without("Authorization")
                .body("grant_type=client_credentials&client_id=odd&client_secret=" + FormEncoding.encode(secret)));

        assertThat(exchange.outcome()).isEqualTo(Outcome.ISSUED);
    }

    @Test
    void rawUtf8InTheForm_isRead() {
        server.view().clients().register(Client.of("odd", "\u00e4\u20ac"));

        Exchange exchange = server.exchange(TestRequest.token(RFC)
                .without("Authorization")
                .body("grant_type=client_credentials&client_id=odd&client_secret=\u00e4\u20ac".getBytes(UTF_8)));

        assertThat(exchange.outcome()).isEqualTo(Outcome.ISSUED);
    }

    @ParameterizedTest
    @CsvSource({
        "x=%zz, parameter 2 has a % that two hexadecimal digits do not follow",
        "x=100%, parameter 2 has a % that two hexadecimal digits do not follow",
        "%ff=1, parameter 2 has bytes that are not UTF-8"
    })
    void brokenEncoding_isTheClientsFault(String parameter, String seen) {
        Answer answer = server.answer(TestRequest.token(OAUTH).plus(parameter));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_request\"}");
        assertThat(last().reason()).contains(Reason.FORM_UNREADABLE);
        assertThat(seen(last())).isEqualTo(seen);
    }

    @Test
    void repeatedParameters_areRefusedByName() {
        Exchange exchange = server.exchange(TestRequest.token(OAUTH).plus("scope=a&x=1&scope=a&x=2&y=1"));

        assertThat(exchange.reason()).contains(Reason.PARAMETER_REPEATED);
        assertThat(exchange.status()).isEqualTo(400);
        assertThat(exchange.error()).isEqualTo("invalid_request");
        assertThat(seen(exchange)).isEqualTo("repeated: scope, an unknown name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource=a&resource=b", "audience=a&audience=b", "x=1&x=", "unknown=1", "=1", "&&"})
    void whatMayBeThereOrDoesNotCount_isIgnored(String parameters) {
        assertThat(server.exchange(TestRequest.token(RFC).plus(parameters)).outcome())
                .isEqualTo(Outcome.ISSUED);
    }

    @Test
    void queryParameters_areNeverRead() {
        Exchange exchange = server.exchange(TestRequest.tokenByBody(OAUTH)
                .query("grant_type=client_credentials&client_id=reporting")
                .body("x=1"));

        assertThat(exchange.reason()).contains(Reason.CREDENTIALS_MISSING);
        assertThat(seen(exchange))
                .isEqualTo(
                        "no Authorization header, a form with an unknown name; client_id is in the query, which is not read");
    }

    @Test
    void grantTypeInTheQuery_isNoticedButNotRead() {
        Exchange exchange = server.exchange(
                TestRequest.token(OAUTH).query("grant_type=client_credentials").body("x=1"));

        assertThat(exchange.reason()).contains(Reason.GRANT_TYPE_MISSING);
        assertThat(seen(exchange))
                .isEqualTo("no grant_type in a form with an unknown name; it is in the query, which is not read");
    }

    @Test
    void harmlessQuery_isIgnored() {
        assertThat(server.exchange(TestRequest.token(RFC).query("a=%zz&scope=nothing&a"))
                        .outcome())
                .isEqualTo(Outcome.ISSUED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_secret", "password", "refresh_token", "client_assertion", "accessKeySecret"})
    void secretInTheQuery_isRefusedAndNamed(String name) {
        Exchange exchange = server.exchange(TestRequest.token(OAUTH).query("a=1&" + name + "=hush"));

        assertThat(exchange.reason()).contains(Reason.SECRET_IN_QUERY);
        assertThat(exchange.status()).isEqualTo(400);
        assertThat(seen(exchange)).isEqualTo("the query string has " + name);
    }

    @Test
    void everythingInTheQuery_isSeenWithTheEmptyBody() {
        Exchange exchange = server.exchange(TestRequest.tokenByBody(OAUTH)
                .query("grant_type=client_credentials&" + TestServer.CREDENTIALS)
                .body(""));

        assertThat(seen(exchange)).isEqualTo("the query string has client_secret, and the body is empty");
    }

    private Exchange last() {
        return server.view().exchanges().last();
    }

    private static String seen(Exchange exchange) {
        return exchange.explanation().map(Explanation::seen).orElse("");
    }
}
