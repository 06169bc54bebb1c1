package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.Found.nearMiss;
import static io.github.cxoneauthstub.auth.Found.row;
import static io.github.cxoneauthstub.auth.exchange.Mistake.ANSWER_AS_TOKEN;
import static io.github.cxoneauthstub.auth.exchange.Mistake.BEARER_LEFT_OUT;
import static io.github.cxoneauthstub.auth.exchange.Mistake.BEARER_TWICE;
import static io.github.cxoneauthstub.auth.exchange.Mistake.CREDENTIALS_AT_RESOURCE;
import static io.github.cxoneauthstub.auth.exchange.Mistake.NO_TOKEN;
import static io.github.cxoneauthstub.auth.exchange.Mistake.TOKEN_CUT_OFF;
import static io.github.cxoneauthstub.auth.exchange.Mistake.TOKEN_IN_QUERY;
import static io.github.cxoneauthstub.auth.exchange.Mistake.TOKEN_QUOTED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.diagnosis.NearMissOf;
import io.github.cxoneauthstub.diagnosis.Shows;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found out about the way in which a token was sent. */
class TokenFindingsTest implements FindingsFrame.OfRows {
    private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.e30.AAAA";

    private final TestServer server = TestServer.withDefaults().diagnosing();

    @Override
    public TestServer server() {
        return server;
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                row(BEARER_LEFT_OUT, "thread 000", sends(JWT), "a JWT of 29 characters without a word before it"),
                row(
                        BEARER_LEFT_OUT,
                        "a colon",
                        sends("Bearer: " + JWT),
                        "no blank follows the word Bearer, but a colon"),
                row(
                        BEARER_LEFT_OUT,
                        "no blank",
                        sends("Bearer" + JWT),
                        "no blank follows the word Bearer, but another character"),
                row(BEARER_LEFT_OUT, "Token", sends("Token " + JWT), "a JWT, but the word before it is Token"),
                row(BEARER_LEFT_OUT, "Basic", sends("Basic " + JWT), "a JWT, but the word before it is Basic"),
                row(BEARER_LEFT_OUT, "JWT", sends("JWT " + JWT), "a JWT, but the word before it is no common scheme"),
                row(
                        BEARER_LEFT_OUT,
                        "another header",
                        ask().with("X-Auth-Token", JWT),
                        "a header x-auth-token, but no Authorization header"),
                row(
                        BEARER_TWICE,
                        "twice",
                        sends("Bearer bearer " + JWT),
                        "the word Bearer is there twice: the stored token has it already, and the code that sends it adds it"
                                + " again"),
                row(
                        BEARER_TWICE,
                        "thrice",
                        sends("Bearer Bearer Bearer " + JWT),
                        "the word Bearer is there 3 times: the stored token has it already, and the code that sends it adds"
                                + " it again"),
                row(
                        TOKEN_IN_QUERY,
                        "without a header",
                        ask().query("access_token=" + JWT),
                        "access_token is in the query, and there is no Authorization header: every access log on the way"
                                + " keeps it"),
                row(
                        TOKEN_IN_QUERY,
                        "by another name",
                        ask().query("token=" + JWT),
                        "token, a JWT, is in the query, and there is no Authorization header: every access log on the way"
                                + " keeps it"),
                row(NO_TOKEN, "thread 000", sends("Bearer"), "in the place of the token is nothing"),
                row(
                        NO_TOKEN,
                        "a template of JavaScript",
                        ask().bearer("undefined"),
                        "in the place of the token is the word undefined, as JavaScript writes a variable that is not set"),
                row(
                        NO_TOKEN,
                        "a name",
                        ask().bearer("{{access_token}}"),
                        "in the place of the token is a name that was not filled in, written as {{...}}"),
                row(
                        TOKEN_IN_QUERY,
                        "in another spelling",
                        ask().query("accessToken=x1234567"),
                        "accessToken is in the query, and there is no Authorization header: every access log on the way"
                                + " keeps it"),
                row(
                        TOKEN_IN_QUERY,
                        "at a token endpoint",
                        TestRequest.token(TestServer.OAUTH).query("token=x1234567"),
                        "token is in the query, besides an Authorization header: every access log on the way keeps it"),
                row(
                        TOKEN_IN_QUERY,
                        "at a path that is not served",
                        TestRequest.get("/nowhere").query("Access-Token=" + JWT),
                        "Access-Token is in the query, and there is no Authorization header: every access log on the way"
                                + " keeps it"),
                row(
                        CREDENTIALS_AT_RESOURCE,
                        "Basic of a client",
                        ask().basic("reporting", TestServer.SECRET),
                        "Basic with id and secret of reporting"),
                row(
                        CREDENTIALS_AT_RESOURCE,
                        "Basic of somebody",
                        ask().basic("somebody", "x1234567"),
                        "a Basic header, in the place of a token"),
                row(
                        CREDENTIALS_AT_RESOURCE,
                        "the secret as a token",
                        ask().bearer(TestServer.SECRET),
                        "the word Bearer with the secret of reporting"),
                row(
                        CREDENTIALS_AT_RESOURCE,
                        "base64 of both as a token",
                        ask().bearer("cmVwb3J0aW5nOnMzY3JldCUyQiUyRiUzRA=="),
                        "the word Bearer with id and secret of reporting"));
    }

    static Stream<Arguments> nearMisses() {
        return Stream.of(
                nearMiss(BEARER_LEFT_OUT, "no header at all", ask()),
                nearMiss(BEARER_LEFT_OUT, "Bearer in small letters", sends("bearer " + JWT)),
                nearMiss(BEARER_LEFT_OUT, "Basic", ask().basic("reporting", "x")),
                nearMiss(BEARER_LEFT_OUT, "a short word", sends("hello")),
                nearMiss(
                        BEARER_LEFT_OUT,
                        "at the token endpoint",
                        TestRequest.token(TestServer.OAUTH).header("Authorization", JWT)),
                nearMiss(BEARER_TWICE, "once", sends("Bearer " + JWT)),
                nearMiss(BEARER_TWICE, "a word like it", sends("Bearer bearer_token")),
                nearMiss(NO_TOKEN, "a word like it", ask().bearer("undefined1")),
                nearMiss(NO_TOKEN, "a whole answer", ask().bearer("[object Promise]")),
                nearMiss(NO_TOKEN, "no header at all", ask()),
                nearMiss(TOKEN_IN_QUERY, "a page token", ask().query("token=2")),
                nearMiss(
                        TOKEN_IN_QUERY,
                        "a secret at a token endpoint",
                        TestRequest.token(TestServer.OAUTH).query("client_secret=x1234567")),
                nearMiss(TOKEN_IN_QUERY, "a name like it", ask().query("access_token_type=" + JWT)),
                nearMiss(CREDENTIALS_AT_RESOURCE, "a JWT", ask().bearer(JWT)),
                nearMiss(CREDENTIALS_AT_RESOURCE, "base64 of other things", ask().bearer("aGVsbG86d29ybGQ=")),
                nearMiss(CREDENTIALS_AT_RESOURCE, "Digest", sends("Digest x=y")),
                nearMiss(TOKEN_QUOTED, "no token in it", ask().bearer("\"undefined\"")),
                nearMiss(TOKEN_QUOTED, "as it was issued", ask().bearer(JWT)),
                nearMiss(TOKEN_QUOTED, "the whole answer", ask().bearer("{\"access_token\":\"" + JWT + "\"}")),
                nearMiss(ANSWER_AS_TOKEN, "a token", ask().bearer(JWT)),
                nearMiss(ANSWER_AS_TOKEN, "a name in a template", ask().bearer("{{access_token}}")),
                nearMiss(ANSWER_AS_TOKEN, "a token in quotes", ask().bearer('"' + JWT + '"')),
                nearMiss(ANSWER_AS_TOKEN, "no value", ask().bearer("undefined")),
                nearMiss(TOKEN_CUT_OFF, "of another algorithm", ask().bearer("eyJhbGciOiJFUzI1NiJ9.e30.AAAA")),
                nearMiss(TOKEN_CUT_OFF, "base64 of other JSON", ask().bearer("eyJhIjoiYiIsImMiOiJkIn0")),
                nearMiss(TOKEN_CUT_OFF, "too long", ask().bearer(JWT + "A".repeat(338) + ".e30")));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
            Bearer "TOKEN"          | a quotation mark before and behind the token
            Bearer 'TOKEN'          | a quotation mark before and behind the token
            "Bearer TOKEN"          | a quotation mark before and behind the token
            "TOKEN"                 | a quotation mark before and behind the token
            Bearer "TOKEN           | a quotation mark before the token
            Bearer TOKEN",          | a quotation mark behind the token
            Bearer TOKEN;           | a semicolon behind the token
            Bearer <TOKEN>          | an angle bracket before and behind the token
            Bearer TOKEN\\n         | a line end, written as two characters behind the token
            Bearer TOKEN%0A         | an escaped blank, line end or quotation mark behind the token
            """)
    @Shows(Mistake.TOKEN_QUOTED)
    void tokenInQuotes_isToldHow(String header, String seen) {
        String sent = header.replace("TOKEN", token());

        assertThat(Found.seen(server, sends(sent), TOKEN_QUOTED)).contains(seen);
    }

    @ParameterizedTest
    @CsvSource({
        "201C, 201D, 'a quotation mark (U+201C) before the token, a quotation mark (U+201D) behind it'",
        "200B, 200B, an invisible character (U+200B) before and behind the token",
        "FEFF, FEFF, an invisible character (U+FEFF) before and behind the token",
        "00A0, 00A0, an invisible character (U+00A0) before and behind the token"
    })
    void typographicMarks_areToldByTheirCodePoints(String before, String behind, String seen) {
        String sent = Character.toString(Integer.parseInt(before, 16))
                + token()
                + Character.toString(Integer.parseInt(behind, 16));
        String bytes = new String(sent.getBytes(UTF_8), ISO_8859_1);

        assertThat(Found.seen(server, sends("Bearer " + sent), TOKEN_QUOTED)).contains(seen);
        assertThat(Found.seen(server, sends("Bearer " + bytes), TOKEN_QUOTED)).contains(seen);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
            {"access_token":"TOKEN","token_type":"Bearer"} | the whole JSON answer, of which access_token is one member
            {'access_token': 'TOKEN'}       | the whole JSON answer, of which access_token is one member
            {"error":"invalid_client"}      | a JSON object with an error: the token request had failed
            {"id":"42"}                     | a JSON object
            [object Object]                 | an object of JavaScript turned to text
            [object Promise]                | a promise of JavaScript turned to text: it was not awaited
            <Response [401]>                | a response of Python's requests turned to text
            <!DOCTYPE html>                 | a page instead of an answer
            <coroutine object get at 0x7f>  | an object of Python turned to text
            access_token=TOKEN&expires_in=1 | a whole form, of which access_token is one parameter
            Optional[TOKEN]                 | an object turned to text, as toString() writes it
            TokenAnswer(access_token=x)     | an object turned to text, as toString() writes it
            com.acme.Token@1b2c3d           | a Java object turned to text
            """)
    @Shows(Mistake.ANSWER_AS_TOKEN)
    void anythingButAToken_isToldWhatItIs(String sent, String what) {
        assertThat(Found.seen(server, ask().bearer(sent.replace("TOKEN", token())), ANSWER_AS_TOKEN))
                .contains("in the place of the token is " + what);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 170, 341})
    void tokenWithAShorterSignature_isCutOff(int signature) {
        String cut = token().substring(0, token().lastIndexOf('.') + 1 + signature);

        assertThat(Found.seen(server, ask().bearer(cut), TOKEN_CUT_OFF))
                .contains(
                        "its signature has " + signature + " of 342 characters; " + cut.length() + " characters came");
    }

    @Test
    @Shows(Mistake.TOKEN_CUT_OFF)
    void tokenWithoutItsParts_isCutOff() {
        String two = token().substring(0, token().lastIndexOf('.') - 3);
        String one = token().substring(0, token().indexOf('.'));

        assertThat(Found.seen(server, ask().bearer(two), TOKEN_CUT_OFF))
                .contains("it has two of its three parts only, the signature is missing; " + two.length()
                        + " characters came");
        assertThat(Found.seen(server, ask().bearer(one), TOKEN_CUT_OFF))
                .contains("it has the first of its three parts only, the signature is missing; " + one.length()
                        + " characters came");
        assertThat(Found.seen(server, ask().bearer(two + "..."), TOKEN_CUT_OFF))
                .contains("it ends in three dots, as a log or a console abbreviates it");
    }

    @Test
    @NearMissOf(Mistake.TOKEN_CUT_OFF)
    void tokenOfFullLengthThatWasChanged_isNotCutOff() {
        String changed = token().substring(0, token().length() - 5) + "AAAAA";

        assertThat(Found.seen(server, ask().bearer(changed), TOKEN_CUT_OFF)).isEmpty();
        assertThat(token().substring(token().lastIndexOf('.') + 1)).hasSize(342);
    }

    @Test
    void tokenInTheQueryToo_isFoundThoughTheCallIsAdmitted() {
        TestRequest request = ask().bearer(token()).query("access_token=x1234567");

        assertThat(Found.recorded(server, request).reason()).isEmpty();
        assertThat(Found.seen(server, request, TOKEN_IN_QUERY))
                .contains("access_token is in the query, besides an Authorization header: every access log on the way"
                        + " keeps it");
    }

    private String token() {
        return server.view().tokens().issue(TestServer.ID).value();
    }

    private static TestRequest ask() {
        return TestRequest.get("/users/me").with("Accept", "application/json");
    }

    private static TestRequest sends(String header) {
        return ask().header("Authorization", header);
    }
}
