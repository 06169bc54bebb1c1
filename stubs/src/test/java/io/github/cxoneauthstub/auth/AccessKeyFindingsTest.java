package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import io.github.cxoneauthstub.diagnosis.NearMissOf;
import io.github.cxoneauthstub.diagnosis.Shows;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/**
 * What is found out about an access key, and about who sends none. Nothing was: detectors knew secrets of clients only.
 */
class AccessKeyFindingsTest implements FindingsFrame.OfCredentials {
    private static final String ID = "MADEUPFORKEYS====";
    private static final String SECRET = "N0TAREAL+SECRET/&%25====";
    private static final String CENTRAL = "/InContactAuthorizationServer/Token";

    private final TestServer server = TestServer.diagnosing(Configuration.builder()
            .profile(Profiles.GLOBAL)
            .client(TestServer.REPORTING)
            .client(Client.builder("desktop").publicClient().build())
            .accessKey(AccessKey.builder(ID)
                    .secret(SECRET)
                    .user("agent@example.com")
                    .build())
            .accessKey(AccessKey.builder("ANOTHERKEYID====")
                    .secret("AN0THER-SECRET====")
                    .build())
            .build());

    @Override
    public TestServer server() {
        return server;
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        form(encoded(ID), "N0TAREAL+SECRET%2F%26%2525%3D%3D%3D%3D"),
                        "plus-as-blank: a + of the access key's secret was not encoded, and a form reads it as a blank"),
                arguments(
                        form(encoded(ID), "N0TAREAL%2BSECRET%2F&%2525%3D%3D%3D%3D"),
                        "cut-at-ampersand: an & of the access key's secret was not encoded, so password ended before it,"
                                + " after 16 characters"),
                arguments(
                        form(encoded(ID), encoded(encoded(SECRET))),
                        "encoded-twice: the access key's secret was percent-encoded once more than it should be"),
                arguments(
                        form(encoded(encoded(ID)), encoded(SECRET)),
                        "encoded-twice: the access key's id was percent-encoded once more than it should be"),
                arguments(
                        form(encoded(ID), encoded(SECRET + "\n")),
                        "line-end-in-secret: the access key's secret has a line end around it that it should not have:"
                                + " U+000A behind it"),
                arguments(
                        json(ID, SECRET + " "),
                        "blanks-around-secret: the access key's secret has blanks or tabs around it that it should not"
                                + " have: U+0020 behind it"),
                arguments(
                        json(ID, encoded(SECRET)),
                        "encoded-twice: the access key's secret was percent-encoded once more than it should be"),
                arguments(
                        json("undefined", SECRET),
                        "no-value: the access key's id is the word undefined, as JavaScript writes a variable that is"
                                + " not set"),
                arguments(
                        form(encoded(ID), "None"),
                        "no-value: the access key's secret is the word None, as Python writes a variable that is not set"),
                arguments(
                        form(encoded(ID), "${CXONE_KEY_SECRET}"),
                        "not-filled-in: the access key's secret is a name that was not filled in, written as ${...}"),
                arguments(
                        form(encoded(ID), encoded("AN0THER-SECRET====")),
                        "secret-of-another-client: the access key's secret is that of access key ANOTHERKEYID====, the id"
                                + " is not"),
                arguments(
                        form(encoded(ID), encoded(SECRET.replace("=", ""))),
                        "secret-cut-off: of the 24 characters of the access key's secret only the first 20 were sent; the"
                                + " = at its end are missing"),
                arguments(
                        form(encoded(SECRET), encoded(ID)),
                        "swapped: the access key's secret stands in the place of the id, the id in that of the secret"),
                arguments(
                        form("MADEUPFORKEYS", encoded(SECRET)),
                        "id-misspelt: the access key's id of 13 characters is nobody's; nearest is 'MADEUPFORKEYS====':"
                                + " the = at its end are missing"),
                arguments(
                        json(ID.toLowerCase(Locale.ROOT), SECRET),
                        "id-misspelt: the access key's id of 17 characters is nobody's; nearest is 'MADEUPFORKEYS====':"
                                + " upper and lower case differ"),
                arguments(
                        form("reporting", encoded(TestServer.SECRET)),
                        "not-an-access-key: the id of an application stands in the place of the access key's"),
                arguments(
                        form("agent%40example.com", "hunter2"),
                        "not-an-access-key: the name of a user stands in the place of the access key's id"),
                arguments(form(ID, "wrong"), "key-not-encoded: the = at the end of username are not encoded"),
                arguments(
                        TestRequest.global()
                                .without("Authorization")
                                .body(TestRequest.PASSWORD + "&client_id=desktop&client_secret=x1234567"),
                        "secret-of-public-client: a secret from client desktop, which is public and has none"),
                arguments(
                        TestRequest.global().basic("desktop", ""),
                        "secret-of-public-client: a secret from client desktop, which is public and has none"),
                arguments(
                        TestRequest.global()
                                .without("Authorization")
                                .body(TestRequest.PASSWORD + "&client_id=reporting"),
                        "secret-left-out: the id of client reporting, which has a secret, and no secret"),
                arguments(
                        TestRequest.token(CENTRAL).basic("reporting", "4594001"),
                        "business-unit-for-secret: a number of 7 digits, as business units have, in the place of the"
                                + " secret"));
    }

    static Stream<Arguments> nearMisses() {
        return Stream.of(
                arguments(Mistake.PLUS_AS_BLANK, form(encoded(ID), "N0TAREAL+SECRET")),
                arguments(Mistake.ENCODED_TWICE, json(ID, "N0TAREAL%2BSECRET")),
                arguments(Mistake.NO_VALUE, form(encoded(ID), "undefined1")),
                arguments(Mistake.SECRET_CUT_OFF, form(encoded(ID), "N0TAREAL%2BSECREX")),
                arguments(Mistake.NOT_AN_ACCESS_KEY, form("agent2%40example.com", "hunter2")),
                arguments(Mistake.KEY_NOT_ENCODED, form(encoded(ID), "wrong")),
                arguments(Mistake.KEY_NOT_ENCODED, form("a%3D=b", "wrong")),
                arguments(Mistake.KEY_NOT_ENCODED, json(ID, "wrong")),
                arguments(
                        Mistake.SECRET_OF_PUBLIC_CLIENT,
                        TestRequest.global()
                                .without("Authorization")
                                .body(TestRequest.PASSWORD + "&client_id=desktop")),
                arguments(
                        Mistake.SECRET_OF_PUBLIC_CLIENT,
                        TestRequest.tokenByBody(TestServer.OAUTH)
                                .body("grant_type=client_credentials&client_id=desktop&client_secret=x1234567")),
                arguments(Mistake.SECRET_LEFT_OUT, TestRequest.global().without("Authorization")),
                arguments(
                        Mistake.SECRET_LEFT_OUT,
                        TestRequest.global().without("Authorization").query("client_id=reporting")),
                arguments(
                        Mistake.SECRET_LEFT_OUT,
                        TestRequest.global()
                                .without("Authorization")
                                .body(TestRequest.PASSWORD + "&client_id=reporting&client_secret=")),
                arguments(
                        Mistake.BUSINESS_UNIT_FOR_SECRET,
                        TestRequest.token(CENTRAL).basic("reporting", "wrong1")),
                arguments(
                        Mistake.BUSINESS_UNIT_FOR_SECRET,
                        TestRequest.token(TestServer.OAUTH).basic("reporting", "4594001")));
    }

    /** It is taken here, and the documents want it otherwise. */
    @Test
    @Shows(Mistake.KEY_NOT_ENCODED)
    void bareKey_isDoubtfulThoughItIsTaken() {
        server.view().accessKeys().rotateSecret(ID, "N0TAREALSECRET====");
        Exchange exchange = server.exchange(form(ID, "N0TAREALSECRET===="));

        assertThat(exchange.reason()).isEmpty();
        assertThat(Found.seen(exchange, Mistake.KEY_NOT_ENCODED))
                .contains("the = at the end of username and password are not encoded");
    }

    @Test
    @Shows(Mistake.SECRET_ROTATED)
    void formerSecret_isKnownAsOne() {
        server.view().accessKeys().rotateSecret(ID, "N0TAREALNEWSECRET====");

        assertThat(Findings.of(server, form(encoded(ID), encoded(SECRET))))
                .containsExactly("secret-rotated: the access key's secret was valid until it was rotated");
    }

    /** Each of the two was found in the other's place once both were looked at. */
    @Test
    @NearMissOf({Mistake.SECRET_OF_ANOTHER_CLIENT, Mistake.SWAPPED, Mistake.NO_VALUE})
    void rightKeyOfAClientWithAWrongSecret_isLeftAlone() {
        Exchange exchange = server.exchange(form(encoded(ID), encoded(SECRET)).basic("reporting", "wrong"));

        assertThat(exchange.reason()).contains(Reason.SECRET_WRONG);
        assertThat(exchange.findings()).isEmpty();
    }

    @Test
    void rightKey_isFoundNothingAbout() {
        assertThat(server.exchange(form(encoded(ID), encoded(SECRET))).findings())
                .isEmpty();
        assertThat(server.exchange(json(ID, SECRET)).findings()).isEmpty();
    }

    private static String encoded(String text) {
        return FormEncoding.encode(text);
    }

    private static TestRequest form(String id, String secret) {
        return TestRequest.global().body("grant_type=password&username=" + id + "&password=" + secret);
    }

    private static TestRequest json(String id, String secret) {
        return TestRequest.json(
                "/authentication/v1/token/access-key",
                "{\"accessKeyId\":\"" + id + "\",\"accessKeySecret\":\"" + secret + "\"}");
    }
}
