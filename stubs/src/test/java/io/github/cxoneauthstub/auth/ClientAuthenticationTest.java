package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.ID;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static io.github.cxoneauthstub.auth.TestServer.RFC;
import static io.github.cxoneauthstub.auth.TestServer.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a client proves who it is; what the proof may look like. */
class ClientAuthenticationTest {
    private final TestServer server = TestServer.inBothDialects();

    @ParameterizedTest
    @ValueSource(strings = {OAUTH, RFC})
    void formEncodedBasic_isTakenAndToldSo(String path) {
        Exchange exchange = server.exchange(TestRequest.token(path));

        assertThat(exchange.note()).startsWith("token issued to reporting (by Basic, form-encoded), ");
        assertThat(exchange.clientId()).contains(ID);
    }

    @Test
    void rawBasic_isTakenByOauthTokenAndToldSo() {
        Exchange exchange = server.exchange(TestRequest.token(OAUTH).basic(ID, SECRET));

        assertThat(exchange.note()).startsWith("token issued to reporting (by Basic, not form-encoded), ");
    }

    /** Read as a form, the id is another, "app 1", which nobody has. */
    @Test
    void rawBasicOfAnIdThatLooksEncoded_isFoundAsItWasSent() {
        server.view().clients().register(Client.of("app+1", "s3cret"));

        Exchange oauth = server.exchange(TestRequest.token(OAUTH).basic("app+1", "s3cret"));
        Exchange rfc = server.exchange(TestRequest.token(RFC).basic("app+1", "s3cret"));

        assertThat(oauth.outcome()).isEqualTo(Outcome.ISSUED);
        assertThat(oauth.clientId()).contains("app+1");
        assertThat(rfc.reason()).contains(Reason.BASIC_NOT_FORM_ENCODED);
    }

    @Test
    void rawBasic_isRefusedByTheRfc() {
        Exchange exchange = server.exchange(TestRequest.token(RFC).basic(ID, SECRET));

        assertThat(exchange.reason()).contains(Reason.BASIC_NOT_FORM_ENCODED);
        assertThat(exchange.status()).isEqualTo(401);
        assertThat(seen(exchange)).isEqualTo("client reporting, the right secret as it is, not form-encoded");
    }

    @ParameterizedTest
    @ValueSource(strings = {OAUTH, RFC})
    void basicThatNeedsNoEncoding_isTakenWithoutAWordOnIt(String path) {
        server.view().clients().register(Client.of("plain", "s3cret"));

        assertThat(server.exchange(TestRequest.token(path).basic("plain", "s3cret"))
                        .note())
                .startsWith("token issued to plain (by Basic), ");
    }

    @ParameterizedTest
    @ValueSource(strings = {OAUTH, RFC})
    void bodyCredentials_areTakenAndToldSo(String path) {
        assertThat(server.exchange(TestRequest.tokenByBody(path)).note())
                .startsWith("token issued to reporting (in the body), ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic ", "BASIC ", "bAsIc   ", "Basic\t"})
    void scheme_isTakenInAnyCaseAndBlanksDoNotCount(String scheme) {
        String token = base64("plain:s3cret");
        server.view().clients().register(Client.of("plain", "s3cret"));

        assertThat(server.exchange(TestRequest.token(RFC).header("Authorization", scheme + token + "  "))
                        .outcome())
                .isEqualTo(Outcome.ISSUED);
    }

    @Test
    void colonInTheSecret_belongsToIt() {
        server.view().clients().register(Client.of("plain", "s3:cr:et"));

        assertThat(server.exchange(TestRequest.token(RFC).basic("plain", "s3:cr:et"))
                        .outcome())
                .isEqualTo(Outcome.ISSUED);
    }

    @ParameterizedTest
    @ValueSource(strings = {OAUTH, RFC})
    void oddIdAndSecret_comeThroughBasicFormEncoded(String path) {
        String id = "app:1 @vendor%2B\u00e4";
        String secret = " a+b/c=d%2Be&f:g\u20ac";
        server.view().clients().register(Client.of(id, secret));

        Exchange exchange =
                server.exchange(TestRequest.token(path).basic(FormEncoding.encode(id), FormEncoding.encode(secret)));

        assertThat(exchange.outcome()).isEqualTo(Outcome.ISSUED);
        assertThat(exchange.clientId()).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {OAUTH, RFC})
    void twoMethods_areAnInvalidRequest(String path) {
        Exchange exchange = server.exchange(TestRequest.token(path).plus("client_secret=s3cret%2B%2F%3D"));

        assertThat(exchange.reason()).contains(Reason.TWO_AUTH_METHODS);
        assertThat(exchange.status()).isEqualTo(400);
        assertThat(exchange.error()).isEqualTo("invalid_request");
    }

    @Test
    void twoHeaders_areAnInvalidRequest() {
        Exchange exchange = server.exchange(TestRequest.token(OAUTH).with("authorization", "Basic eDp5"));

        assertThat(exchange.reason()).contains(Reason.AUTHORIZATION_REPEATED);
        assertThat(exchange.status()).isEqualTo(400);
        assertThat(seen(exchange)).isEqualTo("there were 2 Authorization headers");
    }

    @Test
    void sameIdInFormAndHeader_isNoSecondMethod() {
        assertThat(server.exchange(TestRequest.token(RFC).plus("client_id=reporting"))
                        .outcome())
                .isEqualTo(Outcome.ISSUED);
    }

    @Test
    void otherIdInTheForm_isAnInvalidRequestThatNamesBoth() {
        Exchange exchange = server.exchange(TestRequest.token(RFC).plus("client_id=other"));

        assertThat(exchange.reason()).contains(Reason.CLIENT_ID_MISMATCH);
        assertThat(exchange.status()).isEqualTo(400);
        assertThat(seen(exchange)).isEqualTo("the form has an id of 5 characters, the header another one of 9");
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer abc, the scheme was Bearer",
        "Digest abc, the scheme was Digest",
        "'', 'the scheme was no common one, but a word of 0 characters'",
        "c2VjcmV0, 'the scheme was no common one, but a word of 8 characters'"
    })
    void otherSchemeThanBasic_isAnInvalidClient(String value, String seen) {
        Answer answer = server.answer(TestRequest.token(OAUTH).header("Authorization", value));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(Wire.values(answer, "WWW-Authenticate")).containsExactly("Basic realm=\"cxone\"");
        assertThat(last().reason()).contains(Reason.AUTHORIZATION_NOT_BASIC);
        assertThat(seen(last())).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({
        "Basic, nothing follows the word Basic",
        "Basic reporting:s3cret, 'the value is id:secret itself, not its base64'",
        "Basic cmVwb3J0aW5nOnMz, 'the value is not base64'",
        "Basic cmVwb3J0aW5n, 'the base64 text decodes to something without a colon, so it is not id:secret'",
        "Basic eDp5eg, the base64 text has no padding: its length is not a multiple of four",
        "Basic eDp_, the value is base64url (with - or _) instead of base64 (with + and /)",
        "'Basic eDp5\neDp5', the base64 text has a blank or a line break inside: it was wrapped by the encoder"
    })
    void unreadableBasic_isToldWhy(String value, String seen) {
        Exchange exchange =
                server.exchange(TestRequest.token(OAUTH).header("Authorization", value.replace("OnMz", "On*z")));

        assertThat(exchange.reason()).contains(Reason.BASIC_UNREADABLE);
        assertThat(exchange.status()).isEqualTo(401);
        assertThat(seen(exchange)).isEqualTo(seen);
    }

    @Test
    void pythonBytes_areToldSo() {
        Exchange exchange =
                server.exchange(TestRequest.token(OAUTH).header("Authorization", "Basic b'" + base64("x:y") + "'"));

        assertThat(seen(exchange)).startsWith("the value is Python's b'...'");
    }

    @ParameterizedTest
    @CsvSource({"'\n', a line feed", "'\r\n', a carriage return"})
    void lineEndInsideBasic_isToldSo(String end, String name) {
        Exchange exchange = server.exchange(TestRequest.token(RFC).basic(ID, FormEncoding.encode(SECRET) + end));

        assertThat(exchange.reason()).contains(Reason.BASIC_CONTROL_CHARACTER);
        assertThat(seen(exchange)).isEqualTo(name + " inside the decoded id:secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "s3cret"})
    void each401AfterBasic_challenges(String secret) {
        Answer answer = server.answer(TestRequest.token(RFC).basic(ID, secret));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(Wire.values(answer, "WWW-Authenticate")).containsExactly("Basic realm=\"cxone\"");
    }

    @Test
    void wrongLabelAndWrongScopeAfterBasic_challengeToo() {
        Answer label = server.answer(TestRequest.token(OAUTH).header("Content-Type", "text/plain"));
        Answer scope = server.answer(TestRequest.token(OAUTH).plus("scope=nothing"));

        assertThat(Wire.values(label, "WWW-Authenticate")).hasSize(1);
        assertThat(Wire.values(scope, "WWW-Authenticate")).hasSize(1);
    }

    @Test
    void refusalWithoutBasicOr400_doesNotChallenge() {
        Answer inBody = server.answer(TestRequest.tokenByBody(OAUTH)
                .plus("x=1")
                .without("x")
                .body("grant_type=client_credentials&client_id=reporting&client_secret=wrong"));
        Answer badRequest = server.answer(TestRequest.token(RFC).body("x=1"));

        assertThat(inBody.status()).isEqualTo(401);
        assertThat(Wire.values(inBody, "WWW-Authenticate")).isEmpty();
        assertThat(badRequest.status()).isEqualTo(400);
        assertThat(Wire.values(badRequest, "WWW-Authenticate")).isEmpty();
    }

    @Test
    void ownRealm_isInTheChallenge() {
        TestServer own = TestServer.speaking(
                Profiles.OAUTH_TOKEN.toBuilder("OWN").realm("My API, v2").build());

        Answer answer = own.answer(TestRequest.token(OAUTH).basic(ID, "wrong"));

        assertThat(Wire.values(answer, "WWW-Authenticate")).containsExactly("Basic realm=\"My API, v2\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'no Authorization header, an empty body'",
        "client_id=reporting, 'no Authorization header, a form with client_id'",
        "client_id=reporting&client_secret=, 'no Authorization header, a form with client_id'",
        "client_secret=wrong&scope=a, 'no Authorization header, a form with client_secret, scope'",
        "{\"client_secret\":\"a=b\"}, 'no Authorization header, a JSON object with client_secret'",
        "grant_type%3Dclient_credentials, 'no Authorization header, a body of 31 bytes that was encoded as a whole'"
    })
    void missingHalf_isToldByTheNamesThatAreThere(String body, String seen) {
        Exchange exchange = server.exchange(TestRequest.tokenByBody(RFC).body(body));

        assertThat(exchange.reason()).contains(Reason.CREDENTIALS_MISSING);
        assertThat(exchange.status()).isEqualTo(401);
        assertThat(exchange.error()).isEqualTo("invalid_client");
        assertThat(seen(exchange)).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({"BASIC, true, false", "BODY, false, true", "EITHER, true, true"})
    void registeredMethod_isTheOnlyOneTaken(AuthMethod method, boolean basic, boolean body) {
        server.view().clients().remove(ID);
        server.view()
                .clients()
                .register(Client.builder(ID).secret(SECRET).authMethod(method).build());

        assertThat(server.exchange(TestRequest.token(RFC)).reason().isEmpty()).isEqualTo(basic);
        assertThat(server.exchange(TestRequest.tokenByBody(RFC)).reason().isEmpty())
                .isEqualTo(body);
    }

    @Test
    void otherMethodThanTheRegisteredOne_isNamed() {
        server.view()
                .clients()
                .register(Client.builder("b")
                        .secret("s")
                        .authMethod(AuthMethod.BASIC)
                        .build());
        server.view()
                .clients()
                .register(Client.builder("f")
                        .secret("s")
                        .authMethod(AuthMethod.BODY)
                        .build());

        assertThat(seen(server.exchange(TestRequest.tokenByBody(RFC)
                        .body("grant_type=client_credentials&client_id=b&client_secret=s"))))
                .isEqualTo("client b authenticated in the body, but is registered for BASIC");
        assertThat(seen(server.exchange(TestRequest.token(RFC).basic("f", "s"))))
                .isEqualTo("client f authenticated by Basic, but is registered for BODY");
    }

    @Test
    void unknownClient_isToldWithTheRegisteredOnes() {
        Exchange exchange = server.exchange(TestRequest.token(OAUTH).basic("Reporting", "wrong"));

        assertThat(exchange.reason()).contains(Reason.CLIENT_UNKNOWN);
        assertThat(exchange.clientId()).isEmpty();
        assertThat(seen(exchange)).isEqualTo("an id of 9 characters; registered are [reporting]");
    }

    private Exchange last() {
        return server.view().exchanges().last();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String seen(Exchange exchange) {
        return exchange.explanation().map(Explanation::seen).orElse("");
    }
}
