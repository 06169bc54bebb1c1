package io.github.cxoneauthstub.auth.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.request.FormEncoding;
import io.github.cxoneauthstub.jose.Rs256Signer;
import io.github.cxoneauthstub.json.JacksonJson;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private static final String SECRET = "Kn\u00e4ck+/=%&brot";
    private static final Redactor REDACTOR = new Redactor(List.of("", SECRET, "second"));

    static Stream<String> disguises() {
        String once = FormEncoding.encode(SECRET);
        String twice = FormEncoding.encode(once);
        return Stream.of(
                SECRET,
                SECRET.toUpperCase(Locale.ROOT),
                SECRET.toLowerCase(Locale.ROOT),
                once,
                once.toLowerCase(Locale.ROOT),
                twice,
                FormEncoding.encode(twice),
                once.replace("%", "%25"),
                everyByteEscaped(),
                new String(SECRET.getBytes(UTF_8), ISO_8859_1),
                base64(SECRET),
                base64("reporting:" + SECRET),
                base64("x" + SECRET + "y"),
                base64("xy" + SECRET).replace("=", ""),
                base64("a:" + SECRET).replace('+', '-').replace('/', '_'),
                FormEncoding.encode(base64(SECRET + "??>>")));
    }

    static Stream<String> disguisesOfTwoKinds() {
        return Stream.of(
                base64("reporting:" + FormEncoding.encode(SECRET)),
                base64(FormEncoding.encode(FormEncoding.encode(SECRET))),
                base64(base64(SECRET)),
                Base64.getEncoder().encodeToString(("reporting:" + SECRET).getBytes(ISO_8859_1)),
                "Kn%E4ck%2B%2F%3D%25%26brot");
    }

    /** Refresh tokens of the older services: known by their shape, because each server issues many of them. */
    @ParameterizedTest
    @ValueSource(strings = {"AAECAwQFBgcICQoLDA0ODw==", "+/ECAwQFBgcICQoLDA0/Dw=="})
    void shortToken_isHiddenByItsShape(String token) {
        Redactor redactor = new Redactor(List.of());

        assertThat(List.of(token, "/a/" + token, FormEncoding.encode(token), base64(token), base64("id:" + token)))
                .allSatisfy(text -> assertThat(redactor.hides(text)).as(text).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AECAwQFBgcICQoLDA0ODw==", "AAAECAwQFBgcICQoLDA0ODw==", "AAECAwQFBgcICQoLDA0ODw===="})
    void textOfAnotherLength_isNoShortToken(String text) {
        assertThat(new Redactor(List.of()).hides(text)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void secret_isHiddenInEveryDisguise(String text) {
        assertThat(REDACTOR.shown(text)).isEqualTo(Redactor.HIDDEN);
        assertThat(REDACTOR.shown("/a/" + text + "/b")).isEqualTo(Redactor.HIDDEN);
        assertThat(REDACTOR.quoted(text)).isEqualTo(Redactor.HIDDEN);
    }

    /** Basic credentials, of which the halves are form-encoded first, were once shown as they are. */
    @ParameterizedTest
    @MethodSource("disguisesOfTwoKinds")
    void secretThatIsEncodedInTwoWays_isHidden(String text) {
        assertThat(REDACTOR.shown(text)).isEqualTo(Redactor.HIDDEN);
        assertThat(REDACTOR.shown("/a/" + text + "/b")).isEqualTo(Redactor.HIDDEN);
    }

    /** Base64 that is too short to hold a secret is not looked at: this is the shortest that can. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void base64OfNothingButTheSecret_isHidden(int length) {
        String secret = "q7~w9!z4_r2k".substring(0, length);
        String encoded = base64(secret).replace("=", "");

        assertThat(new Redactor(List.of(secret)).shown(encoded)).isEqualTo(Redactor.HIDDEN);
        assertThat(new Redactor(List.of(secret)).shown(encoded.substring(1))).isNotEqualTo(Redactor.HIDDEN);
    }

    @Test
    void everySecret_isHidden() {
        assertThat(REDACTOR.shown("a second one")).isEqualTo(Redactor.HIDDEN);
    }

    @Test
    void textThatIsEncodedManyTimes_isHiddenUnread() {
        assertThat(REDACTOR.shown("%25252525252541")).isEqualTo(Redactor.HIDDEN);
    }

    @ParameterizedTest
    @CsvSource({"reporting", "/oauth/token", "user:read admin:api", "100%", "a+b", "eyJ", "Kn\\"})
    void harmlessText_isShown(String text) {
        assertThat(REDACTOR.shown(text)).isEqualTo(text);
        assertThat(REDACTOR.quoted(text)).isEqualTo("'" + text + "'");
    }

    @Test
    void token_isReplaced() {
        String token = new Rs256Signer(new JacksonJson()).sign(Map.of("jti", "7"));

        assertThat(REDACTOR.shown("/x/" + token + ";y")).isEqualTo("/x/(a token);y");
        assertThat(REDACTOR.quoted(token)).isEqualTo("(a token)");
    }

    @Test
    void longOpaqueRun_isReplacedByItsLength() {
        assertThat(REDACTOR.shown("k:" + "aB3-".repeat(10))).isEqualTo("k:(40 characters)");
        assertThat(REDACTOR.shown("aB3-".repeat(9))).isEqualTo("aB3-".repeat(9));
    }

    @ParameterizedTest
    @CsvSource({
        "'a\nb', a\\nb",
        "'a\rb', a\\rb",
        "'a\tb', a\\tb",
        "\u00e4, \\u00E4",
        "'\u0000', \\u0000",
        "\u007f, \\u007F"
    })
    void unprintableCharacters_areEscaped(String text, String shown) {
        assertThat(REDACTOR.shown(text)).isEqualTo(shown);
    }

    @Test
    void characterBeyondTheBasicPlane_isOneEscape() {
        assertThat(REDACTOR.shown("\ud83d\ude00")).isEqualTo("\\u1F600");
    }

    @Test
    void longText_isCutAndHugeTextIsCounted() {
        assertThat(REDACTOR.shown("a b ".repeat(30))).isEqualTo("a b ".repeat(30));
        assertThat(REDACTOR.shown("a b ".repeat(31))).isEqualTo("a b ".repeat(30) + "...");
        assertThat(REDACTOR.shown("a b ".repeat(501))).isEqualTo("(2004 characters)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "/api/test", "id=TEST", "a:test", "dGVzdA=="})
    void shortSecret_isHiddenAsAWordOfItsOwn(String text) {
        assertThat(new Redactor(List.of("test")).shown(text)).isEqualTo(Redactor.HIDDEN);
    }

    @Test
    void secretOfFiveCharacters_isHiddenInsideAnotherWordToo() {
        assertThat(new Redactor(List.of("tests")).shown("/contests")).isEqualTo(Redactor.HIDDEN);
        assertThat(new Redactor(List.of("test")).shown("/contests")).isEqualTo("/contests");
    }

    @Test
    void shortestBase64_isReadToo() {
        assertThat(new Redactor(List.of("abc")).shown("/YWJj/")).isEqualTo(Redactor.HIDDEN);
    }

    @Test
    void longestTextThatIsLookedAt_isCut_andOneMoreIsCounted() {
        assertThat(REDACTOR.shown("a b ".repeat(500))).isEqualTo("a b ".repeat(30) + "...");
        assertThat(REDACTOR.shown("a b ".repeat(500) + "c")).isEqualTo("(2001 characters)");
        assertThat(REDACTOR.hides("a b ".repeat(500))).isFalse();
        assertThat(REDACTOR.hides("a b ".repeat(500) + "c")).isTrue();
    }

    @Test
    void textThatIsEncodedThreeTimes_isStillShown_andOneMoreIsNot() {
        assertThat(REDACTOR.shown("/%252541")).isEqualTo("/%252541");
        assertThat(REDACTOR.shown("/%25252541")).isEqualTo(Redactor.HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tests", "latest", "contest1"})
    void shortSecretInsideAnotherWord_hidesNothing(String text) {
        assertThat(new Redactor(List.of("test")).shown(text)).isEqualTo(text);
    }

    @Test
    void redactorWithoutSecrets_showsEverythingShort() {
        assertThat(new Redactor(List.of()).shown(SECRET)).isEqualTo("Kn\\u00E4ck+/=%&brot");
    }

    private static String everyByteEscaped() {
        StringBuilder text = new StringBuilder();
        for (byte b : SECRET.getBytes(UTF_8)) {
            text.append(String.format(Locale.ROOT, "%%%02x", b));
        }
        return text.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    /** One that is sent as it is ends at such a character, and the rest stands where an id or a scope does. */
    @ParameterizedTest
    @ValueSource(strings = {"f1rst-half", "x f1rst-half y", "f1rst-half%3A", "sec0nd", "ZjFyc3QtaGFsZg==", "l ast-0ne"})
    void pieceOfASecret_isHidden(String text) {
        Redactor redactor = new Redactor(List.of("f1rst-half:sec0nd&words=l+ast-0ne?ab1#letters"));

        assertThat(redactor.shown(text)).isEqualTo(Redactor.HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"words", "letters", "ab1", "some_words"})
    void pieceThatIsAWordOrShort_isNot(String text) {
        Redactor redactor = new Redactor(List.of("f1rst-half:sec0nd&words=l+ast-0ne?ab1#letters=some_words"));

        assertThat(redactor.shown(text)).isEqualTo(text);
    }

    /** A reader of scopes cuts at blanks, which a + stands for; a writer of JSON puts backslashes in. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Abcd1+Efgh2+Ijkl3 | Efgh2",
                "Abcd1+Efgh2+Ijkl3 | 'Abcd1', 'Efgh2', 'Ijkl3'",
                "ab+cd+ef+gh | ab cd ef gh",
                "ab+cd+ef+gh | 'ab', 'cd', 'ef', 'gh'",
                "Ga19 Tb28;Hc37,Jd46 | x/Ga19+Tb28;Hc37,Jd46",
                "Ga19 Tb28 | Ga19%2BTb28",
                "Tr11\\Us22 | Tr11\\\\Us22",
                "Tr11\"Us22 | Tr11\\\"Us22"
            })
    void secretThatAReaderOrAWriterChanged_isHidden(String secret, String text) {
        assertThat(new Redactor(List.of(secret)).shown(text)).isEqualTo(Redactor.HIDDEN);
    }

    @Test
    void scopesThatAreASecretTogether_areAllHidden() {
        Redactor show = new Redactor(List.of("ab+cd+ef+gh"));
        List<String> words = List.of("ab", "cd", "ef", "gh");

        assertThat(show.listed(words, ", ")).isEqualTo(Redactor.HIDDEN);
        assertThat(show.showable(words)).isEmpty();
        assertThat(show.listed(List.of("ab", "cd"), ", ")).isEqualTo("ab, cd");
        assertThat(show.showable(List.of("ab", "cd"))).containsExactly("ab", "cd");
    }

    @Test
    void pieceThatIsAWordOrANumber_hidesNothing() {
        Redactor show = new Redactor(List.of("reporting:2026:client_id:a1"));

        assertThat(show.shown("reporting since 2026 by client_id a1")).doesNotContain("hidden");
    }

    @Test
    void longOpaqueText_mayBeAToken() {
        assertThat(new Redactor(List.of()).hides("a".repeat(60))).isTrue();
        assertThat(new Redactor(List.of()).hides("a".repeat(39))).isFalse();
    }

    /** Sent raw in a form it arrives without its escapes, and was shown so. */
    @Test
    void secretWithEscapes_isHiddenAsItIsDecoded() {
        Redactor show = new Redactor(List.of("Zq7vRm%4bTb9xWd"));

        assertThat(show.shown("Zq7vRmKTb9xWd")).isEqualTo(Redactor.HIDDEN);
        assertThat(show.shown("Zq7vRm%4bTb9xWd")).isEqualTo(Redactor.HIDDEN);
        assertThat(show.shown("Zq7vRm")).isEqualTo("Zq7vRm");
    }
}
