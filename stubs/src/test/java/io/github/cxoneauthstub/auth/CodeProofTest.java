package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who redeems a code proves that the login was theirs (RFC 7636). */
class CodeProofTest {
    private final TestServer server = TestServer.speaking(Profiles.GLOBAL);

    /** A hash without a method is plain by RFC 7636 section 4.3. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "&code_challenge=[^&]*&code_challenge_method=S256",
                "&code_challenge_method=S256",
                "&code_challenge=[^&]*"
            })
    void publicClientWithoutAChallengeByS256_getsNoCode(String left) {
        Answer answer = server.answer(Logins.authorization(server, Logins.QUERY.replaceFirst(left, "")));

        assertThat(Logins.sentBack(answer))
                .containsEntry("error", "invalid_request")
                .doesNotContainKey("code");
        assertThat(server.view().exchanges().last().reason()).contains(Reason.CHALLENGE_MISSING);
    }

    /** RFC 7636 section 4.1. */
    @ParameterizedTest
    @ValueSource(ints = {43, 128})
    void verifierOfAnAllowedLength_isTaken(int length) {
        assertThat(server.answer(redemptionBy("v".repeat(length))).status()).isEqualTo(200);
    }

    /** Its hash is that of the challenge, so that nothing but the length is wrong. */
    @ParameterizedTest
    @ValueSource(ints = {42, 129})
    void verifierOfAnotherLength_isRefused(int length) {
        assertThat(server.exchange(redemptionBy("v".repeat(length))).reason()).contains(Reason.VERIFIER_WRONG);
    }

    private TestRequest redemptionBy(String verifier) {
        String query = Logins.QUERY.replace(CodeRules.challenge(Logins.VERIFIER), CodeRules.challenge(verifier));
        String code = Logins.sentBack(server.answer(Logins.authorization(server, query)))
                .getOrDefault("code", "");
        return new Logins.Login(code).redemption().replaced(Logins.VERIFIER, verifier);
    }
}
