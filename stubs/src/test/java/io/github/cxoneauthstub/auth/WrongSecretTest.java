package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.ID;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static io.github.cxoneauthstub.auth.TestServer.RFC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong secret, told without either of them; and a right one that is refused. */
class WrongSecretTest {
    private final TestServer server = TestServer.inBothDialects();

    /** How it is wrong is told by the findings; the rule says the same of all. */
    @ParameterizedTest
    @ValueSource(strings = {"wrong", "S3CRET%2B%2F%3D", "s3cret%2B%2F%3D%0A", "s3cret+/=", "s3cret%252B%252F%253D"})
    void wrongSecretInTheBody_isToldAsWrong(String sent) {
        assertWrong(server.exchange(TestRequest.tokenByBody(OAUTH)
                .body("grant_type=client_credentials&client_id=reporting&client_secret=" + sent)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "s3cret+/= ", "s3cret%252B%252F%253D"})
    void wrongSecretInBasic_isToldAsWrong(String sent) {
        assertWrong(server.exchange(TestRequest.token(OAUTH).basic(ID, sent)));
    }

    @Test
    void formerSecret_isWrong() {
        server.view().clients().rotateSecret(ID, "new");

        assertWrong(server.exchange(TestRequest.token(RFC)));
    }

    @Test
    void secret_expiresAtItsVerySecond() {
        server.view().clients().expireSecret(ID, TestServer.NOW.plusSeconds(1));

        assertThat(server.exchange(TestRequest.token(RFC)).outcome()).isEqualTo(Outcome.ISSUED);
        server.view().clock().advance(Duration.ofSeconds(1));
        assertThat(server.exchange(TestRequest.token(RFC)).reason()).contains(Reason.SECRET_EXPIRED);
    }

    @Test
    void rotatedSecret_hasNotExpired() {
        server.view().clients().expireSecret(ID);
        server.view().clients().rotateSecret(ID, "new");

        assertThat(server.exchange(TestRequest.token(RFC).basic(ID, "new")).outcome())
                .isEqualTo(Outcome.ISSUED);
    }

    @Test
    void expiredSecret_isToldWithItsEnd() {
        server.view().clients().expireSecret(ID);

        Exchange exchange = server.exchange(TestRequest.token(OAUTH));

        assertThat(why(exchange).seen())
                .isEqualTo("client reporting, the right secret, which expired at 2026-11-21T10:15:30Z");
    }

    @Test
    void wrongSecretOfADisabledClientWithAnExpiredOne_isJustWrong() {
        server.view().clients().expireSecret(ID);
        server.view().clients().disable(ID);

        assertThat(server.exchange(TestRequest.token(RFC).basic(ID, "wrong")).reason())
                .contains(Reason.SECRET_WRONG);
    }

    /** The rule on the encoding once fell in its place, with the sentence that the secret was right. */
    @Test
    void wrongSecretThatIsTaken_isNotBlamedOnItsEncoding() {
        TestServer lenient = TestServer.speaking(Profiles.RFC6749.toBuilder("LENIENT")
                .paths(RFC)
                .off(Reason.SECRET_WRONG)
                .build());

        assertThat(lenient.exchange(TestRequest.token(RFC).basic(ID, "wrong")).outcome())
                .isEqualTo(Outcome.ISSUED);
        assertThat(lenient.exchange(TestRequest.tokenByBody(RFC)
                                .body("grant_type=client_credentials&client_id=reporting&client_secret=wrong"))
                        .outcome())
                .isEqualTo(Outcome.ISSUED);
    }

    private static void assertWrong(Exchange exchange) {
        assertThat(exchange.reason()).contains(Reason.SECRET_WRONG);
        assertThat(exchange.clientId()).contains(ID);
        assertThat(why(exchange).seen()).isEqualTo("client reporting, a secret that is not the registered one");
        assertThat(why(exchange).advice())
                .isEqualTo("compare it with the registration: its length, hidden characters, and the variable that it"
                        + " was read from");
    }

    private static Explanation why(Exchange exchange) {
        return exchange.explanation().orElseThrow();
    }
}
