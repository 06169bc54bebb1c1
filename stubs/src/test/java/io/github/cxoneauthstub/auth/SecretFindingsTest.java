package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.Findings.HOSTILE;
import static io.github.cxoneauthstub.auth.Findings.basic;
import static io.github.cxoneauthstub.auth.Findings.basicValue;
import static io.github.cxoneauthstub.auth.Findings.encoded;
import static io.github.cxoneauthstub.auth.Findings.form;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import io.github.cxoneauthstub.diagnosis.NearMissOf;
import io.github.cxoneauthstub.diagnosis.Shows;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a secret between the portal and the server, each way told by name and alone. */
class SecretFindingsTest implements FindingsFrame.OfCredentials {
    private static final String ONCE = FormEncoding.encode(HOSTILE);
    private static final String TWICE = FormEncoding.encode(ONCE);
    private static final String PLUS =
            "plus-as-blank: a + of the secret was not encoded, and a form reads it as a blank";
    private static final String PERCENT = "percent-not-encoded: a % of the secret was not encoded, and ";
    private static final String RAW =
            "basic-not-form-encoded: id and secret are in Basic as they are, and read as a form, as RFC 6749 has it, they"
                    + " are others";

    private final TestServer server = TestServer.inBothDialects().diagnosing();

    SecretFindingsTest() {
        server.view().clients().register(Client.of("app", HOSTILE));
        server.view().clients().register(Client.of("plus", "+a b+c"));
        server.view().clients().register(Client.of("percent", "a+50%zz"));
        server.view().clients().register(Client.of("ns:app", "a:b"));
    }

    @Override
    public TestServer server() {
        return server;
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(form("reporting", "s3cret+/="), PLUS),
                arguments(form("plus", "+a%20b+c"), PLUS),
                arguments(form("plus", "%20a%20b%2Bc").replaced("%20a", "+a"), PLUS),
                arguments(basic("reporting", "s3cret /="), PLUS),
                arguments(basic("app", "s3cret+%2F%3D%26%2525"), PLUS),
                arguments(
                        TestRequest.token(TestServer.OAUTH)
                                .without("Authorization")
                                .query("client_id=reporting&client_secret=s3cret+/="),
                        PLUS),
                arguments(form("app", HOSTILE), cutAfter(9)),
                arguments(form("app", HOSTILE).plus("scope=admin"), cutAfter(9)),
                arguments(form("app", "s3cret+/=&%2525"), cutAfter(9)),
                arguments(form("app", "s3cret%2B%2F%3D&%2525"), cutAfter(9)),
                arguments(form("percent", "a+50%zz"), PERCENT + "what follows it is no escape"),
                arguments(form("percent", "a%2B50%zz"), PERCENT + "what follows it is no escape"),
                arguments(
                        form("app", ONCE.replace("%2525", "%25")),
                        PERCENT + "a form reads it and what follows as an escape"),
                arguments(form("app", TWICE), encodedMore("secret", "once")),
                arguments(form("app", FormEncoding.encode(TWICE)), encodedMore("secret", "2 times")),
                arguments(basic("app", TWICE), encodedMore("secret", "once")),
                arguments(form("plus", "%252Ba%2520b%252Bc"), encodedMore("secret", "once")),
                arguments(basic("ns%253Aapp", "a%3Ab"), encodedMore("id", "once")),
                arguments(
                        basic("ns%253Aapp", "a%253Ab"),
                        encodedMore("id", "once") + ", the secret was percent-encoded once more than it should be"),
                arguments(
                        encoded("app", base64(HOSTILE)),
                        "encoded-twice: the secret is in base64, as Kubernetes stores secrets"),
                arguments(
                        encoded("app", base64(HOSTILE + "\n")),
                        "encoded-twice: the secret is in base64, as Kubernetes stores secrets"),
                arguments(
                        encoded("app", HOSTILE.replace("&", "&amp;")),
                        "encoded-twice: the secret is escaped for HTML or XML"),
                arguments(
                        encoded("app", HOSTILE.replace("&", "\\&")),
                        "encoded-twice: the secret has backslashes before some characters, as for a shell or JSON"),
                arguments(TestRequest.token(TestServer.RFC).basic("app", HOSTILE), RAW),
                arguments(
                        basic("ns:app", "a:b"),
                        "basic-not-form-encoded: the id has a colon and is in Basic as it is, so it ends at that colon"),
                arguments(encoded("app", HOSTILE + "\n"), lineEnd("U+000A behind it")),
                arguments(form("app", ONCE + "\n"), lineEnd("U+000A behind it")),
                arguments(basic("app", HOSTILE + "\r\n"), lineEnd("U+000D U+000A behind it")),
                arguments(basic("app", ONCE + "\n"), lineEnd("U+000A behind it")),
                arguments(encoded("app", " " + HOSTILE), blanks("U+0020 before it")),
                arguments(basic("app", " " + ONCE + "\t"), blanks("U+0020 before it and U+0009 behind it")),
                arguments(encoded("app", "\"" + HOSTILE + "\""), quotes("U+0022 before it and U+0022 behind it")),
                arguments(encoded("app", "'" + HOSTILE), quotes("U+0027 before it")),
                arguments(
                        encoded("app", "\u201c" + HOSTILE + "\u201d"), quotes("U+201C before it and U+201D behind it")),
                arguments(
                        basicValue('"' + base64("app:" + ONCE) + '"'),
                        "quotes-around-secret: the base64 text has quotation marks around it: U+0022 before it and U+0022"
                                + " behind it"),
                arguments(encoded("app", "s3\u200bcret+/=&%25"), invisible("secret", "U+200B at position 3")),
                arguments(encoded("app", "\ufeff" + HOSTILE), invisible("secret", "U+FEFF at position 1")),
                arguments(basic("app", HOSTILE + "\u00a0"), invisible("secret", "U+00A0 at position 14")),
                arguments(encoded("plus", "+a\u00a0b+c"), invisible("secret", "U+00A0 at position 3")),
                arguments(encoded("a\u200bpp", HOSTILE), invisible("id", "U+200B at position 2")),
                arguments(
                        encoded("app", "\u00ef\u00bb\u00bf" + HOSTILE),
                        "invisible-characters: the secret has a byte order mark before it that was read as Latin-1"));
    }

    static Stream<Arguments> missing() {
        return Stream.of(
                arguments(
                        encoded("app", "undefined"),
                        "the secret is the word undefined, as JavaScript writes a variable that is not set"),
                arguments(
                        basic("undefined", "undefined"),
                        "the id is the word undefined, as JavaScript writes a variable that is not set, the secret is the word undefined, as JavaScript writes a variable that is not set"),
                arguments(
                        encoded("null", HOSTILE),
                        "the id is the word null, as a program writes a variable that is not set"),
                arguments(
                        encoded("app", "None"),
                        "the secret is the word None, as Python writes a variable that is not set"),
                arguments(
                        encoded("app", "<nil>"),
                        "the secret is the word nil, as Go and Ruby write a variable that is not set"),
                arguments(
                        encoded("app", "NaN"), "the secret is the word NaN, as JavaScript writes what is not a number"),
                arguments(
                        encoded("app", "[object Promise]"),
                        "the secret is a promise of JavaScript that nobody waited for"),
                arguments(encoded("app", "[object Object]"), "the secret is an object of JavaScript, written as text"),
                arguments(
                        encoded("app", "Optional[" + HOSTILE + "]"),
                        "the secret is an Optional of Java, written as text"),
                arguments(basic("app", ""), "the secret is empty"),
                arguments(form("app", ""), "the secret is empty"),
                arguments(form("", ONCE), "the id is empty"),
                arguments(form("", ""), "the id is empty, the secret is empty"),
                arguments(basicValue(""), "what follows Basic is empty"),
                arguments(
                        basicValue("null"),
                        "what follows Basic is the word null, as a program writes a variable that is not set"));
    }

    @ParameterizedTest
    @MethodSource("missing")
    @Shows(Mistake.NO_VALUE)
    void noValue_isFound(TestRequest request, String expected) {
        assertThat(Findings.of(server, request)).containsExactly("no-value: " + expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${CXONE_SECRET}",
                "$(CXONE_SECRET)",
                "$CXONE_SECRET",
                "%CXONE_SECRET%",
                "{{cxone_secret}}",
                "#{CXONE_SECRET}",
                "{client_secret}",
                "<client secret>",
                "@cxone.secret@",
                "YOUR_CLIENT_SECRET",
                "your-secret-here",
                "process.env.CXONE_SECRET",
                "vault://cxone/client",
                "ENC(abc)"
            })
    @Shows(Mistake.NOT_FILLED_IN)
    void nameInPlaceOfTheValue_isFoundInEveryPlace(String name) {
        assertThat(Findings.of(server, encoded("app", name)))
                .singleElement()
                .asString()
                .startsWith("not-filled-in: the secret is a name that was not filled in, written as ")
                .doesNotContain("CXONE", "cxone");
        assertThat(Found.seen(server, basic("app", name), Mistake.NOT_FILLED_IN))
                .isPresent();
        assertThat(Found.seen(server, encoded(name, HOSTILE), Mistake.NOT_FILLED_IN))
                .isPresent();
        assertThat(Found.seen(server, basicValue(name), Mistake.NOT_FILLED_IN)).isPresent();
    }

    /** What a Windows shell leaves as it is, put into a form without an encoder. */
    @Test
    void nameThatIsNoForm_isFound() {
        assertThat(Findings.of(server, form("app", "%CXONE_SECRET%")))
                .containsExactly("not-filled-in: the secret is a name that was not filled in, written as %NAME%");
    }

    static Stream<Arguments> nearMisses() {
        return Stream.of(
                arguments(Mistake.PLUS_AS_BLANK, form("app", "s3cret+x")),
                arguments(Mistake.PLUS_AS_BLANK, encoded("reporting", "S3CRET /=")),
                arguments(Mistake.CUT_AT_AMPERSAND, form("app", "s3cret%2B%2F%3D&scope=a")),
                arguments(Mistake.CUT_AT_AMPERSAND, form("app", "s3cret+/=&%26")),
                arguments(Mistake.PERCENT_NOT_ENCODED, form("app", "s3cret%2B%2F%3D%26%26")),
                arguments(Mistake.PERCENT_NOT_ENCODED, form("percent", "a%2B50%2zz")),
                arguments(Mistake.ENCODED_TWICE, encoded("app", "s3cret%2B%2F%3D%26%26")),
                arguments(Mistake.ENCODED_TWICE, encoded("app", base64(HOSTILE + "x"))),
                arguments(
                        Mistake.BASIC_NOT_FORM_ENCODED,
                        basic("percent", "a+50%zz").plus("scope=%22")),
                arguments(Mistake.BASIC_NOT_FORM_ENCODED, basic("app", HOSTILE + "x")),
                arguments(Mistake.BASIC_NOT_FORM_ENCODED, basic("ns:app", "x")),
                arguments(Mistake.LINE_END_IN_SECRET, encoded("app", "wrong\n")),
                arguments(Mistake.LINE_END_IN_SECRET, encoded("app", HOSTILE + "\\n")),
                arguments(Mistake.BLANKS_AROUND_SECRET, encoded("app", " wrong ")),
                arguments(Mistake.QUOTES_AROUND_SECRET, encoded("app", "\"wrong\"")),
                arguments(Mistake.QUOTES_AROUND_SECRET, encoded("app", "s3cret\"+/=&%25")),
                arguments(Mistake.INVISIBLE_CHARACTERS, encoded("app", "s3\u200bcret")),
                arguments(Mistake.INVISIBLE_CHARACTERS, encoded("app", "s3 cret+/=&%25")),
                arguments(Mistake.NO_VALUE, encoded("app", "undefined1")),
                arguments(Mistake.NO_VALUE, encoded("app", "nullify")),
                arguments(Mistake.NO_VALUE, form("app", "").body("grant_type=client_credentials&client_id=app")),
                arguments(Mistake.NOT_FILLED_IN, encoded("app", "$lower")),
                arguments(Mistake.NOT_FILLED_IN, encoded("app", "${CXONE_SECRET")),
                arguments(Mistake.NOT_FILLED_IN, encoded("app", "50%")));
    }

    @ParameterizedTest
    @MethodSource("nearMisses")
    void nearMiss_isRefusedAllTheSame(Mistake mistake, TestRequest request) {
        assertThat(server.exchange(request).outcome()).as(mistake.id()).isEqualTo(Outcome.REJECTED);
    }

    /**
     * It was found, and its advice contradicted that of the others: to leave Basic to the library, which encodes
     * nothing.
     */
    @Test
    @NearMissOf(Mistake.BASIC_NOT_FORM_ENCODED)
    void rawBasicThatIsTaken_isNotedAndNoMistake() {
        Exchange exchange = server.exchange(basic("app", HOSTILE));

        assertThat(exchange.findings()).isEmpty();
        assertThat(exchange.note()).contains("by Basic, not form-encoded");
    }

    @Test
    void rightSecret_isFoundNothingAbout() {
        assertThat(Findings.of(server, form("app", ONCE))).isEmpty();
        assertThat(Findings.of(server, basic("app", ONCE))).isEmpty();
        assertThat(Findings.of(server, form("app", ONCE).plus("scope=%zz"))).isEmpty();
        server.view().clients().register(Client.of("odd", "undefined"));
        assertThat(Findings.of(server, form("odd", "undefined").replaced("client_cred", "x")))
                .isEmpty();
    }

    /** A slash and an = are read the same with and without the encoding of a form. */
    @Test
    void rawBasicThatAFormReadsTheSame_isFine() {
        server.view().clients().register(Client.of("slash", "a/b=="));

        assertThat(Findings.of(server, basic("slash", "a/b=="))).isEmpty();
    }

    @Test
    void twoKindsOfMarks_areToldEachByItsOwnFinding() {
        assertThat(Findings.of(server, encoded("app", "\"" + HOSTILE + "\"\n")))
                .containsExactly(lineEnd("U+000A behind it"), quotes("U+0022 before it and U+0022 behind it"));
    }

    /** Where Basic is not taken at all, how it was made does not matter. */
    @Test
    void basicWhereItIsNotTaken_isNotFormEncodedInVain() {
        assertThat(Findings.of(server, TestRequest.token(TestServer.API_V2).basic("app", HOSTILE)))
                .isEmpty();
    }

    /** Each sentence has the words of such secrets in it, and was once not shown because of them. */
    @ParameterizedTest
    @ValueSource(strings = {"secret", "the", "s", "a"})
    void secretThatIsAnOrdinaryWord_keepsNoFindingBack(String word) {
        server.view().clients().register(Client.of("ordinary", word));

        assertThat(Findings.of(server, encoded("ordinary", word + "\n"))).containsExactly(lineEnd("U+000A behind it"));
    }

    private static String cutAfter(int characters) {
        return "cut-at-ampersand: an & of the secret was not encoded, so client_secret ended before it, after "
                + characters + " characters";
    }

    private static String encodedMore(String what, String times) {
        return "encoded-twice: the " + what + " was percent-encoded " + times + " more than it should be";
    }

    private static String lineEnd(String where) {
        return "line-end-in-secret: the secret has a line end around it that it should not have: " + where;
    }

    private static String blanks(String where) {
        return "blanks-around-secret: the secret has blanks or tabs around it that it should not have: " + where;
    }

    private static String quotes(String where) {
        return "quotes-around-secret: the secret has quotation marks around it that it should not have: " + where;
    }

    private static String invisible(String what, String where) {
        return "invisible-characters: the " + what + " has characters that nobody sees: " + where;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
