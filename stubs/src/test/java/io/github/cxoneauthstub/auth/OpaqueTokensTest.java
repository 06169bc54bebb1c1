package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are no JWTs stand for something on the server that issued them, and only there. */
class OpaqueTokensTest {
    private static final TestRequest LOGIN = TestRequest.token(Profiles.GENESYS);

    private final TestServer server = TestServer.withDefaults();
    private final String token = Wire.accessToken(server.answer(LOGIN));

    @Test
    void good_opensAsAnyOther() {
        Exchange exchange = server.exchange(ask(token));

        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.profile()).isEqualTo("GENESYS");
        assertThat(exchange.clientId()).contains(TestServer.ID);
        assertThat(server.exchange(
                                ask(server.view().tokens().issue(TestServer.ID).value()))
                        .profile())
                .isEqualTo("OAUTH_TOKEN");
    }

    @Test
    void expiry_isThatOfTheSecond() {
        server.view().clock().set(TestServer.NOW.plusSeconds(86_398));
        assertThat(server.exchange(ask(token)).status()).isEqualTo(200);
        server.view().clock().set(TestServer.NOW.plusSeconds(86_399));
        assertThat(server.exchange(ask(token)).reason()).contains(Reason.TOKEN_EXPIRED);
    }

    @Test
    void revoked_isToldFromUnknown() {
        assertThat(server.view().tokens().revoke(token)).isEqualTo(1);
        assertThat(server.exchange(ask(token)).reason()).contains(Reason.TOKEN_REVOKED);
        assertThat(server.view().tokens().revoke(token)).isZero();
    }

    /** The last of 86 characters has two bits that mean nothing, so others are changed. */
    @ParameterizedTest
    @ValueSource(ints = {0, 21, 22, 84})
    void tampered_isToldByItsSeal(int at) {
        char changed = token.charAt(at) == 'A' ? 'B' : 'A';
        Exchange exchange = server.exchange(ask(token.substring(0, at) + changed + token.substring(at + 1)));

        assertThat(exchange.reason()).contains(Reason.TOKEN_TAMPERED);
        assertThat(exchange.explanation().map(Explanation::seen))
                .contains("an opaque token that was changed, or that another server issued");
        assertThat(exchange.clientId()).isEqualTo(Optional.empty());
    }

    @Test
    void cutOff_isNoToken() {
        assertThat(server.exchange(ask(token.substring(1))).reason()).contains(Reason.TOKEN_MALFORMED);
        assertThat(server.exchange(ask("*".repeat(86))).reason()).contains(Reason.TOKEN_MALFORMED);
    }

    @Test
    void tokenOfAnotherSimulation_isOfAnEarlierTest() {
        Exchange exchange = TestServer.withDefaults().exchange(ask(token));

        assertThat(exchange.reason()).contains(Reason.TOKEN_OF_EARLIER_TEST);
        assertThat(exchange.profile()).isEqualTo("OAUTH_TOKEN");
    }

    @Test
    void copyOfASimulation_knowsTheToken() {
        assertThat(server.fork().exchange(ask(token)).status()).isEqualTo(200);
    }

    private static TestRequest ask(String value) {
        return TestRequest.get("/users/me").bearer(value);
    }
}
