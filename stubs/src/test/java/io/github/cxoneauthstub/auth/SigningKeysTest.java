package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What rotating the signing keys does to tokens and to the key set. */
class SigningKeysTest {
    private final TestServer server = TestServer.withDefaults();
    private final SigningKeys keys = server.view().keys();

    @Test
    void rotate_signsWithTheNewKeyAndKeepsTheOldOneInTheKeySet() throws ParseException {
        AccessToken before = server.view().tokens().issue(ID);

        keys.rotate();

        AccessToken after = server.view().tokens().issue(ID);
        assertThat(served()).containsExactly(keyOf(after), keyOf(before)).isEqualTo(keys.ids());
        assertThat(keyOf(after)).isNotEqualTo(keyOf(before));
        assertThat(reason(before)).isEmpty();
        assertThat(reason(after)).isEmpty();
    }

    @Test
    void rotateAndForgetOld_leavesOnlyTheNewKeyAndRefusesOldTokens() throws ParseException {
        AccessToken before = server.view().tokens().issue(ID);

        keys.rotateAndForgetOld();

        AccessToken after = server.view().tokens().issue(ID);
        assertThat(served()).containsExactly(keyOf(after));
        assertThat(reason(before)).contains(Reason.TOKEN_KEY_UNKNOWN);
        assertThat(reason(after)).isEmpty();
    }

    @Test
    void tamperedToken_isToldFromOneOfAnUnknownKeyByEveryKeyOfTheRing() {
        AccessToken before = server.view().tokens().issue(ID);
        keys.rotate();
        AccessToken after = server.view().tokens().issue(ID);

        assertThat(reason(tampered(before))).contains(Reason.TOKEN_TAMPERED);
        assertThat(reason(tampered(after))).contains(Reason.TOKEN_TAMPERED);
    }

    @Test
    void oldTokens_canBeRevokedAfterRotation() {
        AccessToken before = server.view().tokens().issue(ID);
        keys.rotate();

        assertThat(server.view().tokens().revoke(before.value())).isEqualTo(1);
        assertThat(reason(before)).contains(Reason.TOKEN_REVOKED);
    }

    @Test
    void fork_beginsWithTheSameKeysAndGoesItsOwnWay() throws ParseException {
        keys.rotate();
        TestServer fork = server.fork();

        fork.view().keys().rotate();

        assertThat(served()).hasSize(2);
        assertThat(served(fork)).hasSize(3).containsAll(served());
    }

    private List<String> served() throws ParseException {
        return served(server);
    }

    private static List<String> served(TestServer server) throws ParseException {
        String keySet = server.answer(TestRequest.get("/auth/jwks")).body();
        return JWKSet.parse(keySet).getKeys().stream()
                .map(key -> key.getKeyID())
                .toList();
    }

    private static String keyOf(AccessToken token) throws ParseException {
        return SignedJWT.parse(token.value()).getHeader().getKeyID();
    }

    private static String tampered(AccessToken token) {
        String[] parts = token.value().split("\\.", -1);
        String other = parts[1].replace(parts[1].charAt(9), parts[1].charAt(9) == 'A' ? 'B' : 'A');
        return parts[0] + "." + other + "." + parts[2];
    }

    private Optional<Reason> reason(AccessToken token) {
        return reason(token.value());
    }

    private Optional<Reason> reason(String token) {
        return server.exchange(TestRequest.get("/users/me").with("Authorization", "Bearer " + token))
                .reason();
    }
}
