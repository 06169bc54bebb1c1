package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.Found.nearMiss;
import static io.github.cxoneauthstub.auth.Found.row;
import static io.github.cxoneauthstub.auth.TestServer.CREDENTIALS;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH2;
import static io.github.cxoneauthstub.auth.exchange.Mistake.BODY_ENCODED_AS_A_WHOLE;
import static io.github.cxoneauthstub.auth.exchange.Mistake.BODY_IN_QUERY;
import static io.github.cxoneauthstub.auth.exchange.Mistake.CREDENTIALS_IN_QUERY;
import static io.github.cxoneauthstub.auth.exchange.Mistake.FORM_LABELLED_AS_JSON;
import static io.github.cxoneauthstub.auth.exchange.Mistake.FORM_NOT_LABELLED;
import static io.github.cxoneauthstub.auth.exchange.Mistake.GET_FOR_A_TOKEN;
import static io.github.cxoneauthstub.auth.exchange.Mistake.GRANT_TYPE_LEFT_OUT;
import static io.github.cxoneauthstub.auth.exchange.Mistake.JSON_BODY;
import static io.github.cxoneauthstub.auth.exchange.Mistake.JSON_LABELLED_AS_FORM;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.exchange.Finding.CodeLine;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found out about the body of a token request. */
class BodyFindingsTest implements FindingsFrame.OfRows {
    private static final String JSON =
            "{\"grant_type\":\"client_credentials\",\"client_id\":\"reporting\",\"client_secret\":\"x1234567\"}";
    private static final String FORM = "grant_type=client_credentials&" + CREDENTIALS;

    private final TestServer server = TestServer.inBothDialects().diagnosing();

    @Override
    public TestServer server() {
        return server;
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                row(
                        JSON_BODY,
                        "thread 001",
                        bare("application/json; charset=utf-8").body(JSON),
                        "a JSON object with grant_type, client_id, client_secret, labelled application/json; charset=utf-8"),
                row(
                        JSON_BODY,
                        "without a label, with Basic, with names of its own",
                        TestRequest.token(OAUTH).without("Content-Type").body("{\"grant_type\":\"x\",\"s3cr\":1}"),
                        "a JSON object with grant_type, an unknown name, without a Content-Type"),
                row(JSON_BODY, "empty", bare("text/json").body("{}"), "an empty JSON object, labelled text/json"),
                row(
                        JSON_BODY,
                        "str(dict)",
                        bare("application/json").body("{'grant_type': 'client_credentials'}"),
                        "the text of a Python dict, in single quotes, labelled application/json"),
                row(
                        JSON_BODY,
                        "a trailing comma",
                        bare("application/json").body("{\"grant_type\":\"client_credentials\",}"),
                        "a body that begins with { but cannot be read as a JSON object, labelled application/json"),
                row(
                        JSON_BODY,
                        "an array",
                        bare("application/json").body("[" + JSON + "]"),
                        "a body that begins with [ but cannot be read as a JSON object, labelled application/json"),
                row(
                        JSON_BODY,
                        "where the label is not demanded",
                        TestRequest.token(OAUTH2)
                                .header("Content-Type", "application/json")
                                .body(JSON),
                        "a JSON object with grant_type, client_id, client_secret, labelled application/json"),
                row(
                        JSON_LABELLED_AS_FORM,
                        "axios with an object",
                        bare(TestRequest.FORM).body(JSON),
                        "a JSON object with grant_type, client_id, client_secret, labelled as a form"),
                row(
                        JSON_LABELLED_AS_FORM,
                        "and escaped",
                        bare(TestRequest.FORM).body(FormEncoding.encode(JSON)),
                        "a body that begins with { but cannot be read as a JSON object, labelled as a form"),
                row(
                        FORM_LABELLED_AS_JSON,
                        "a form",
                        bare("application/json").body(FORM),
                        "a form with grant_type, client_id, client_secret, labelled application/json"),
                row(
                        FORM_LABELLED_AS_JSON,
                        "JSON.stringify of a form",
                        bare("application/vnd.x+json").body('"' + FORM + '"'),
                        "a form in quotation marks, so it was written as a JSON string, labelled application/vnd.x+json"),
                row(
                        FORM_NOT_LABELLED,
                        "java.net.http",
                        TestRequest.token(OAUTH).without("Content-Type"),
                        "a form with grant_type, without a Content-Type"),
                row(
                        FORM_NOT_LABELLED,
                        "fetch with a string",
                        bare("text/plain;charset=UTF-8").body(FORM),
                        "a form with grant_type, client_id, client_secret, labelled text/plain;charset=UTF-8"),
                row(
                        FORM_NOT_LABELLED,
                        "a label that is nearly right",
                        bare("application/x-www-form-urlencode").body(FORM),
                        "a form with grant_type, client_id, client_secret, labelled application/x-www-form-urlencode"),
                row(
                        FORM_NOT_LABELLED,
                        "curl -F",
                        bare("multipart/form-data; boundary=x")
                                .body(
                                        "--x\r\nContent-Disposition: form-data; name=\"grant_type\"\r\n\r\nclient_credentials"),
                        "a multipart form, labelled multipart/form-data; boundary=x"),
                row(
                        BODY_ENCODED_AS_A_WHOLE,
                        "once",
                        bare(TestRequest.FORM).body(FormEncoding.encode("grant_type=client_credentials")),
                        "the = behind grant_type arrived as an escape, so that the whole body of 31 bytes is one name"),
                row(
                        BODY_ENCODED_AS_A_WHOLE,
                        "twice",
                        bare(TestRequest.FORM).body("grant_type%253Dclient_credentials"),
                        "the = behind grant_type arrived as an escape, so that the whole body of 33 bytes is one name"),
                row(
                        BODY_IN_QUERY,
                        "axios with params",
                        TestRequest.token(OAUTH).body("").query("grant_type=client_credentials"),
                        "grant_type is in the query, and the body is empty"),
                row(
                        BODY_IN_QUERY,
                        "half of it",
                        bare(TestRequest.FORM).body(CREDENTIALS).query("grant_type=client_credentials"),
                        "grant_type is in the query, not in the body"),
                row(
                        CREDENTIALS_IN_QUERY,
                        "thread 004",
                        bare(TestRequest.FORM).body("").query(FORM),
                        "the query has grant_type, client_id, client_secret: every access log and proxy on the way keeps it"),
                row(
                        CREDENTIALS_IN_QUERY,
                        "at a path that is not served",
                        TestRequest.token("/nowhere").query("client_secret=x1234567"),
                        "the query has client_secret: every access log and proxy on the way keeps it"),
                row(
                        GRANT_TYPE_LEFT_OUT,
                        "only who asks",
                        TestRequest.tokenByBody(OAUTH).body(CREDENTIALS + "&x=1"),
                        "the form has client_id, client_secret, an unknown name but no grant_type"),
                row(
                        GRANT_TYPE_LEFT_OUT,
                        "nothing but Basic",
                        TestRequest.token(OAUTH).without("Content-Type").body(""),
                        "the body is empty, so there is no grant_type"),
                row(
                        GRANT_TYPE_LEFT_OUT,
                        "without a value",
                        TestRequest.token(OAUTH).body("grant_type=&scope=user:read"),
                        "grant_type is there without a value"),
                row(
                        GRANT_TYPE_LEFT_OUT,
                        "thread 004: with a mark of a text editor",
                        bare(TestRequest.FORM).body("\u2018grant_type=client_credentials".getBytes(UTF_8)),
                        "a quotation mark (U+2018) stands before grant_type, so that it became a part of the name"),
                row(
                        GRANT_TYPE_LEFT_OUT,
                        "by another name",
                        TestRequest.token(OAUTH).body("grantType=client_credentials"),
                        "grantType is there, but the parameter is called grant_type"),
                row(
                        GET_FOR_A_TOKEN,
                        "curl -G",
                        TestRequest.get(OAUTH).query("grant_type=client_credentials"),
                        "the method was GET"),
                row(
                        GET_FOR_A_TOKEN,
                        "an invented word",
                        TestRequest.token(OAUTH).method("TOKEN"),
                        "the method was no common one, but a word of 5 characters"),
                row(
                        GET_FOR_A_TOKEN,
                        "small letters",
                        TestRequest.token(OAUTH).method("post"),
                        "the method was post, and methods are written in capitals"));
    }

    static Stream<Arguments> nearMisses() {
        return Stream.of(
                nearMiss(JSON_BODY, "labelled as a form", bare(TestRequest.FORM).body(JSON)),
                nearMiss(
                        JSON_BODY,
                        "a form labelled as JSON",
                        bare("application/json").body(FORM)),
                nearMiss(
                        JSON_BODY, "at a resource", TestRequest.get("/users/me").body(JSON)),
                nearMiss(
                        JSON_LABELLED_AS_FORM,
                        "labelled as JSON",
                        bare("application/json").body(JSON)),
                nearMiss(
                        JSON_LABELLED_AS_FORM,
                        "a form with JSON inside",
                        bare(TestRequest.FORM).body("claims=%7B%22a%22%3A1%7D&" + CREDENTIALS)),
                nearMiss(FORM_LABELLED_AS_JSON, "JSON", bare("application/json").body(JSON)),
                nearMiss(
                        FORM_LABELLED_AS_JSON,
                        "no form",
                        bare("application/json").body("x=1")),
                nearMiss(FORM_LABELLED_AS_JSON, "text", bare("text/plain").body(FORM)),
                nearMiss(
                        FORM_NOT_LABELLED,
                        "labelled as JSON",
                        bare("application/json").body(FORM)),
                nearMiss(FORM_NOT_LABELLED, "no body", bare("text/plain").body("")),
                nearMiss(
                        FORM_NOT_LABELLED,
                        "a file",
                        bare("multipart/form-data; boundary=x").body("--x\r\nname=\"file\"")),
                nearMiss(
                        FORM_NOT_LABELLED,
                        "labelled with a parameter, wrong secret",
                        bare("application/x-www-form-urlencoded; charset=UTF-8")
                                .body("grant_type=client_credentials&client_id=reporting&client_secret=wrong")),
                nearMiss(
                        BODY_ENCODED_AS_A_WHOLE,
                        "an encoded value",
                        bare(TestRequest.FORM).body("grant_type%3D=client_credentials")),
                nearMiss(
                        BODY_ENCODED_AS_A_WHOLE,
                        "another text",
                        bare(TestRequest.FORM).body("client%3Dcredentials")),
                nearMiss(
                        BODY_IN_QUERY,
                        "in both",
                        TestRequest.token(OAUTH).query("grant_type=client_credentials&client_secret=x1234567")),
                nearMiss(BODY_IN_QUERY, "by GET", TestRequest.get(OAUTH).query("grant_type=client_credentials")),
                nearMiss(
                        CREDENTIALS_IN_QUERY,
                        "an id",
                        bare(TestRequest.FORM).body("").query("client_id=reporting")),
                nearMiss(
                        CREDENTIALS_IN_QUERY,
                        "a token",
                        TestRequest.get("/users/me").query("access_token=x1234567")),
                nearMiss(
                        CREDENTIALS_IN_QUERY,
                        "a token in another spelling, at a token endpoint",
                        TestRequest.token(OAUTH).query("accessToken=x1234567")),
                nearMiss(
                        CREDENTIALS_IN_QUERY,
                        "a token at a path that is not served",
                        TestRequest.get("/nowhere").query("token=x1234567")),
                nearMiss(
                        GRANT_TYPE_LEFT_OUT,
                        "in the query",
                        TestRequest.token(OAUTH).body("").query("grant_type=x")),
                nearMiss(
                        GRANT_TYPE_LEFT_OUT,
                        "encoded as a whole",
                        bare(TestRequest.FORM).body("grant_type%3Dx")),
                nearMiss(GRANT_TYPE_LEFT_OUT, "JSON", bare(TestRequest.FORM).body(JSON)),
                nearMiss(GRANT_TYPE_LEFT_OUT, "not a form", bare("text/plain").body("hello")),
                nearMiss(
                        GRANT_TYPE_LEFT_OUT,
                        "misspelt",
                        TestRequest.token(OAUTH).body("grant_type=client")),
                nearMiss(
                        GET_FOR_A_TOKEN,
                        "a browser's question",
                        TestRequest.get(OAUTH).method("OPTIONS").with("Access-Control-Request-Method", "POST")),
                nearMiss(GET_FOR_A_TOKEN, "a resource", TestRequest.get("/users/me")),
                nearMiss(
                        GET_FOR_A_TOKEN,
                        "a document",
                        TestRequest.get("/auth/jwks").method("POST")));
    }

    @Test
    void secretInTheQuery_isFoundThoughTheDialectLetsItPass() {
        TestServer lenient = TestServer.diagnosing(Profiles.OAUTH_TOKEN.toBuilder("OWN")
                .off(Reason.SECRET_IN_QUERY)
                .build());
        TestRequest request = TestRequest.token(OAUTH).query("client_secret=x1234567");

        assertThat(Found.recorded(lenient, request).reason()).isEmpty();
        assertThat(Found.seen(lenient, request, CREDENTIALS_IN_QUERY)).isPresent();
    }

    @Test
    void secretOfAClientInTheQueryOfACall_isFound_aCodeOfTheApiIsNot() {
        TestServer server = TestServer.diagnosing(Profiles.OAUTH_TOKEN);
        TestRequest call = TestRequest.get("/users/me");

        assertThat(Found.seen(server, call.query("client_secret=x1234567"), CREDENTIALS_IN_QUERY))
                .isPresent();
        assertThat(Found.seen(
                        server, call.query("key=" + FormEncoding.encode(TestServer.SECRET)), CREDENTIALS_IN_QUERY))
                .isPresent();
        assertThat(Found.seen(server, call.query("code=DE&password=x1234567"), CREDENTIALS_IN_QUERY))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Java-http-client/17.0.15, java.net.http",
        "axios/1.7.2, axios",
        "python-requests/2.31.0, requests",
        "curl/8.5.0, curl",
        "Java/17.0.15, java.net.http",
        "something of one's own, java.net.http"
    })
    void lineOfTheLibraryThatAsked_isTheFirst(String userAgent, String library) {
        Exchange exchange = Found.recorded(
                TestServer.diagnosing(Profiles.OAUTH_TOKEN),
                bare("application/json").with("User-Agent", userAgent).body("{\"grant_type\":\"client_credentials\"}"));

        assertThat(exchange.findings())
                .filteredOn(finding -> finding.mistake() == JSON_BODY)
                .flatExtracting(Finding::code)
                .first()
                .extracting(CodeLine::library)
                .isEqualTo(library);
    }

    private static TestRequest bare(String type) {
        return TestRequest.tokenByBody(OAUTH).header("Content-Type", type);
    }
}
