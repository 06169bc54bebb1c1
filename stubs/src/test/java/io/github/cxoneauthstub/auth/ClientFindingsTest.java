package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.Findings.basic;
import static io.github.cxoneauthstub.auth.Findings.encoded;
import static io.github.cxoneauthstub.auth.Findings.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.diagnosis.Shows;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;

/** Which secret was sent, and whose it is. */
class ClientFindingsTest implements FindingsFrame.OfCredentials {
    private static final String LONG = "0123456789abcdef0123456789abcd==";
    private static final String KEY = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRST====";

    private final TestServer server = TestServer.diagnosing(Configuration.builder()
            .mount(Profiles.RFC6749.withPaths(TestServer.RFC))
            .client(TestServer.REPORTING)
            .accessKey(AccessKey.builder("KEYID====").secret("k3y").build())
            .build());

    ClientFindingsTest() {
        server.view().clients().register(Client.of("other", "0ther-s3cret"));
        server.view().clients().register(Client.of("long-lived", LONG));
        server.view().clients().register(Client.of("colon", "a:b:c:d"));
        server.view().clients().register(Client.of("stage1", "f1rst"));
        server.view().clients().register(Client.of("stage2", "s3cond"));
    }

    @Override
    public TestServer server() {
        return server;
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        basic("reporting", "0ther-s3cret"),
                        "secret-of-another-client: the secret is that of client other, the id is not"),
                arguments(
                        encoded("elsewhere", "0ther-s3cret"),
                        "secret-of-another-client: the secret is that of client other, the id is nobody's"),
                arguments(encoded("reporting", "s3cret+/"), cutOff(9, 8) + "; the = at its end are missing"),
                arguments(
                        encoded("long-lived", LONG.substring(0, 30)),
                        cutOff(32, 30) + "; the = at its end are missing"),
                arguments(basic("long-lived", LONG.substring(0, 8)), cutOff(32, 8)),
                arguments(encoded("long-lived", LONG.substring(0, 16)), cutOff(32, 16)),
                arguments(encoded("s3cret+/=", "reporting"), swapped()),
                arguments(basic("s3cret+/=", "reporting"), swapped()),
                arguments(basic("s3cret%2B%2F%3D", "reporting"), swapped()),
                arguments(basic("a:b:c:d", "colon"), swapped()),
                arguments(basic("reporting", "reporting"), "swapped: the id stands in the place of the secret, too"),
                arguments(
                        encoded("Reporting", "wrong"),
                        misspelt("Reporting", "reporting", "upper and lower case differ")),
                arguments(
                        basic("REPORTING", "s3cret%2B%2F%3D"),
                        misspelt("REPORTING", "reporting", "upper and lower case differ")),
                arguments(
                        encoded(" reporting", "wrong"), misspelt(" reporting", "reporting", "it has U+0020 before it")),
                arguments(
                        basic("reporting\n", "wrong"), misspelt("reporting\n", "reporting", "it has U+000A behind it")),
                arguments(
                        encoded("\"reporting\"", "wrong"),
                        misspelt("\"reporting\"", "reporting", "it has U+0022 before it and U+0022 behind it")),
                arguments(
                        encoded("long_lived", "wrong"),
                        misspelt("long_lived", "long-lived", "blanks or marks between the words differ")),
                arguments(encoded("reportin", "wrong"), misspelt("reportin", "reporting", "1 character differs")),
                arguments(encoded("rpeorting", "wrong"), misspelt("rpeorting", "reporting", "1 character differs")),
                arguments(encoded("stage3", "s3cond"), misspelt("stage3", "stage2", "1 character differs")),
                arguments(
                        encoded("KEYID====", "k3y"),
                        "access-key-as-client: the id is that of an access key, not of an application"),
                arguments(
                        basic(KEY, "k3y"),
                        "access-key-as-client: the id looks like that of an access key: 52 characters of base32"));
    }

    static Stream<Arguments> nearMisses() {
        return Stream.of(
                arguments(Mistake.SECRET_ROTATED, encoded("reporting", "never-valid")),
                arguments(Mistake.SECRET_EXPIRED, encoded("reporting", "wrong")),
                arguments(Mistake.SECRET_OF_ANOTHER_CLIENT, encoded("reporting", "0ther-s3cre")),
                arguments(Mistake.SECRET_CUT_OFF, encoded("reporting", "s3c")),
                arguments(Mistake.SECRET_CUT_OFF, encoded("long-lived", LONG.substring(1))),
                arguments(Mistake.SECRET_CUT_OFF, encoded("long-lived", LONG + "x")),
                arguments(Mistake.SWAPPED, encoded("s3cret+/=", "other")),
                arguments(Mistake.SWAPPED, basic("0ther-s3cret", "wrong")),
                arguments(Mistake.ID_MISSPELT, encoded("repairing", "wrong")),
                arguments(Mistake.ID_MISSPELT, encoded("stage3", "wrong")),
                arguments(Mistake.APP_DISABLED, encoded("reporting", "wrong")),
                arguments(Mistake.ACCESS_KEY_AS_CLIENT, encoded("KEYID", "k3y")),
                arguments(Mistake.ACCESS_KEY_AS_CLIENT, encoded(KEY.substring(1), "k3y")));
    }

    @Test
    @Shows(Mistake.SECRET_ROTATED)
    void formerSecret_isKnownAsOne() {
        server.view().clients().rotateSecret("reporting", "n3wer");
        assertThat(Findings.of(server, encoded("reporting", TestServer.SECRET)))
                .containsExactly("secret-rotated: the secret was valid until it was rotated");

        server.view().clients().rotateSecret("reporting", "n3west");
        assertThat(Findings.of(server, basic("reporting", "s3cret%2B%2F%3D")))
                .containsExactly(
                        "secret-rotated: the secret was valid until it was rotated, and 2 rotations have passed since");
    }

    @ParameterizedTest
    @CsvSource({"0, at this very second", "90, 90 seconds ago", "7200, 2 hours ago", "172800, 2 days ago"})
    @Shows(Mistake.SECRET_EXPIRED)
    void expiredSecret_isToldWithItsEnd(long seconds, String ago) {
        server.view().clients().expireSecret("reporting");
        server.view().clock().advance(Duration.ofSeconds(seconds));

        assertThat(Findings.of(server, TestRequest.token(TestServer.RFC)))
                .containsExactly(
                        "secret-expired: the secret is the right one, but it expired at 2026-11-21T10:15:30Z, " + ago);
    }

    @Test
    @Shows(Mistake.APP_DISABLED)
    void disabledApplication_isTold() {
        server.view().clients().disable("reporting");

        assertThat(Findings.of(server, TestRequest.token(TestServer.OAUTH)))
                .containsExactly(
                        "app-disabled: the application is disabled, and nothing else is wrong with what was sent of it");
    }

    /** The rest of it would have been another parameter: that is told by the mistake of its own. */
    @Test
    void secretCutAtAnAmpersand_isNotToldAsCutOffToo() {
        server.view().clients().register(Client.of("amp", "f1rst-half&rest"));

        assertThat(Found.seen(server, form("amp", "f1rst-half&rest"), Mistake.SECRET_CUT_OFF))
                .isEmpty();
        assertThat(Found.seen(server, form("amp", "f1rst-half"), Mistake.SECRET_CUT_OFF))
                .isPresent();
    }

    private static String cutOff(int of, int first) {
        return "secret-cut-off: of the " + of + " characters of the secret only the first " + first + " were sent";
    }

    private static String swapped() {
        return "swapped: the secret stands in the place of the id, the id in that of the secret";
    }

    private static String misspelt(String sent, String meant, String how) {
        return "id-misspelt: the id of " + sent.length() + " characters is nobody's; nearest is '" + meant + "': "
                + how;
    }
}
