package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.Findings.basic;
import static io.github.cxoneauthstub.auth.Findings.basicValue;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/** How a Basic header was made, as real encoders and real programs make it. */
class BasicFindingsTest implements FindingsFrame.OfCredentials {
    /** Its base64 has both letters in which the alphabets differ, and padding. */
    private static final String PAIR = "reporting:" + "s3cret??>>~\u00fb\u00ff";

    private static final String GOOD = base64(PAIR);
    private static final String LONG = base64("long-lived:" + "0123456789".repeat(12));

    private final TestServer server = TestServer.inBothDialects().diagnosing();

    BasicFindingsTest() {
        server.view()
                .clients()
                .change(
                        "reporting",
                        client -> client.toBuilder()
                                .secret(PAIR.substring("reporting:".length()))
                                .build());
        server.view().clients().register(Client.of("long-lived", "0123456789".repeat(12)));
        server.view().clients().register(Client.of("umlaut", "s3cr\u00e4t"));
    }

    @Override
    public TestServer server() {
        return server;
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(basicValue("b'" + GOOD + "'"), "basic-of-python-bytes: the base64 text stands inside b'...'"),
                arguments(
                        basicValue("b\"" + GOOD + "\""), "basic-of-python-bytes: the base64 text stands inside b'...'"),
                arguments(
                        basic("b'long-lived'", "b'" + "0123456789".repeat(12) + "'"),
                        "basic-of-python-bytes: id and secret stand inside b'...' each"),
                arguments(
                        basicValue(Base64.getMimeEncoder()
                                .encodeToString(Base64.getDecoder().decode(LONG))),
                        "basic-wrapped: the base64 text of 176 characters is broken into 3 parts, after 76 characters"),
                arguments(
                        basicValue(LONG.substring(0, 60) + " " + LONG.substring(60)),
                        "basic-wrapped: the base64 text of 176 characters is broken into 2 parts, after 60 characters"),
                arguments(
                        basicValue(GOOD.replace('+', '-').replace('/', '_')),
                        "basic-url-safe: the base64 text has 2 characters of base64url"),
                arguments(
                        basicValue(GOOD.replace('+', '-').replace('/', '_').replace("=", "")),
                        "basic-url-safe: the base64 text has 2 characters of base64url, and no padding"),
                arguments(
                        basicValue(GOOD.replace("=", "")),
                        "basic-unpadded: the base64 text ends without the == that fills it up, at 34 characters"),
                arguments(
                        basicValue(GOOD.substring(0, GOOD.length() - 1)),
                        "basic-unpadded: the base64 text ends without the = that fills it up, at 35 characters"),
                arguments(basicValue("Basic " + GOOD), "basic-twice: the word Basic stands there twice"),
                arguments(basicValue(base64(GOOD)), "basic-twice: the base64 text is that of a base64 text"),
                arguments(
                        basicValue(base64("Basic " + GOOD)),
                        "basic-twice: a whole header, the word Basic in it, was put into base64 once more"),
                arguments(basicValue(FormEncoding.encode(GOOD)), "basic-twice: the base64 text was percent-encoded"),
                arguments(
                        basicValue(PAIR),
                        "basic-not-encoded: id, colon and secret follow the word Basic as they are, not in base64"),
                arguments(
                        basicValue("reporting:a b"),
                        "basic-not-encoded: id, colon and secret follow the word Basic as they are, not in base64"),
                arguments(
                        basicValue("0123456789".repeat(12)),
                        "basic-not-encoded: the secret alone follows the word Basic, not in base64"),
                arguments(
                        header(GOOD), "basic-left-out: the header has credentials, but not the word Basic before them"),
                arguments(
                        header(PAIR), "basic-left-out: the header has credentials, but not the word Basic before them"),
                arguments(
                        header("Basic:" + GOOD),
                        "basic-left-out: the word Basic and the base64 text are not parted by a blank"),
                arguments(
                        header("Basic" + GOOD),
                        "basic-left-out: the word Basic and the base64 text are not parted by a blank"),
                arguments(basicValue(base64("https://api.example.test/oauth/token")), ofElse("a URL")),
                arguments(basicValue(base64("{\"client_id\":\"reporting\"}")), ofElse("a JSON object")),
                arguments(basicValue(base64("client_id=reporting&client_secret=x")), ofElse("a form")),
                arguments(basicValue(base64("0123456789".repeat(12))), ofElse("the secret alone")),
                arguments(basicValue(base64("reporting")), ofElse("the id alone")),
                arguments(
                        basicValue(base64("reporting%3As3cret")),
                        ofElse("id:secret of which the colon was percent-encoded, too")),
                arguments(
                        basicValue(base64("reporting;s3cret")),
                        ofElse("id and secret with another character than a colon between them")),
                arguments(basicValue(base64("neither nor")), ofElse("something without a colon, so not of id:secret")),
                arguments(
                        basicValue(Base64.getEncoder().encodeToString("reporting:s3cret".getBytes(UTF_16LE))),
                        ofElse("UTF-16, two bytes for each character")),
                arguments(
                        basicValue(Base64.getEncoder().encodeToString("reporting:s3cret".getBytes(UTF_16))),
                        ofElse("UTF-16, two bytes for each character")),
                arguments(
                        basicValue(Base64.getEncoder().encodeToString("umlaut:s3cr\u00e4t".getBytes(ISO_8859_1))),
                        ofElse("another character set than UTF-8, or of no text")));
    }

    static Stream<Arguments> nearMisses() {
        return Stream.of(
                arguments(Mistake.BASIC_OF_PYTHON_BYTES, basicValue("b'" + GOOD)),
                arguments(Mistake.BASIC_OF_PYTHON_BYTES, basic("b'nobody'", "b'wrong'")),
                arguments(Mistake.BASIC_WRAPPED, basicValue("two words")),
                arguments(Mistake.BASIC_WRAPPED, basicValue(LONG + "  ")),
                arguments(Mistake.BASIC_URL_SAFE, basicValue("my-own-secret")),
                arguments(Mistake.BASIC_UNPADDED, basicValue("abcdefghi")),
                arguments(Mistake.BASIC_UNPADDED, basicValue(GOOD.substring(0, 33))),
                arguments(Mistake.BASIC_TWICE, basicValue(base64("basically"))),
                arguments(Mistake.BASIC_TWICE, basic("reporting", GOOD)),
                arguments(Mistake.BASIC_NOT_ENCODED, basicValue("!!!")),
                arguments(Mistake.BASIC_LEFT_OUT, header("c2VjcmV0")),
                arguments(Mistake.BASIC_LEFT_OUT, header("Bearer " + GOOD)),
                arguments(Mistake.BASIC_OF_SOMETHING_ELSE, basic("reporting", "https://example.test")),
                arguments(Mistake.BASIC_OF_SOMETHING_ELSE, basic("reporting", "wrong")));
    }

    @Test
    void rightHeader_isFoundNothingAbout() {
        assertThat(Findings.of(server, basicValue(LONG).replaced("client_cred", "x")))
                .isEmpty();
    }

    /** There the header itself is the mistake, however it was made. */
    @Test
    void brokenHeaderWhereNoneIsTaken_isNotToldHow() {
        assertThat(Findings.of(
                        server,
                        TestRequest.tokenByBody(TestServer.API_V2).header("Authorization", "Basic b'" + GOOD + "'")))
                .isEmpty();
    }

    private static TestRequest header(String value) {
        return TestRequest.token(TestServer.OAUTH).header("Authorization", value);
    }

    private static String ofElse(String what) {
        return "basic-of-something-else: the base64 text is that of " + what;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
