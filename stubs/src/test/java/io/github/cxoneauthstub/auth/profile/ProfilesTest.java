package io.github.cxoneauthstub.auth.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.profile.Evidence.Strength;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pins each built-in dialect field by field: whoever changes an answer changes it here too. */
class ProfilesTest {

    @Test
    void oauthToken_isMountedAtItsPathForADay() {
        Profile profile = Profiles.OAUTH_TOKEN;

        assertThat(profile.name()).isEqualTo("OAUTH_TOKEN");
        assertThat(profile).hasToString("OAUTH_TOKEN");
        assertThat(profile.paths()).containsExactly("/oauth/token");
        assertThat(profile.tokenLifetime()).isEqualTo(Duration.ofHours(24));
        assertThat(profile.hasOwnTokenLifetime()).isFalse();
        assertThat(profile.credentials()).isEqualTo(AuthMethod.EITHER);
        assertThat(profile.grants()).containsExactly(GrantType.CLIENT_CREDENTIALS);
        assertThat(profile.realm()).isEqualTo("cxone");
    }

    @Test
    void oauth2Token_takesBasicOnly() {
        Profile profile = Profiles.OAUTH2_TOKEN;

        assertThat(profile.name()).isEqualTo("OAUTH2_TOKEN");
        assertThat(profile.paths()).containsExactly("/oauth2/token");
        assertThat(profile.tokenLifetime()).isEqualTo(Duration.ofHours(24));
        assertThat(profile.tokenLifetimeEvidence().strength()).isEqualTo(Strength.ASSUMED);
        assertThat(profile.hasOwnTokenLifetime()).isFalse();
        assertThat(profile.credentials()).isEqualTo(AuthMethod.BASIC);
        assertThat(profile.credentialsEvidence().strength()).isEqualTo(Strength.CLAIMED);
        assertThat(profile.grants()).containsExactly(GrantType.CLIENT_CREDENTIALS);
        assertThat(profile.realm()).isEqualTo("cxone");
    }

    @Test
    void apiV2_takesTheFormOnly() {
        Profile profile = Profiles.API_V2;

        assertThat(profile.name()).isEqualTo("API_V2");
        assertThat(profile.paths()).containsExactly("/api/v2/oauth/token");
        assertThat(profile.tokenLifetime()).isEqualTo(Duration.ofHours(24));
        assertThat(profile.tokenLifetimeEvidence().strength()).isEqualTo(Strength.CLAIMED);
        assertThat(profile.hasOwnTokenLifetime()).isFalse();
        assertThat(profile.credentials()).isEqualTo(AuthMethod.BODY);
        assertThat(profile.credentialsEvidence().strength()).isEqualTo(Strength.CLAIMED);
        assertThat(profile.grants()).containsExactly(GrantType.CLIENT_CREDENTIALS);
        assertThat(profile.realm()).isEqualTo("cxone");
    }

    @Test
    void rfc6749_isMountedNowhereForAnHour() {
        Profile profile = Profiles.RFC6749;

        assertThat(profile.name()).isEqualTo("RFC6749");
        assertThat(profile.paths()).isEmpty();
        assertThat(profile.tokenLifetime()).isEqualTo(Duration.ofHours(1));
        assertThat(profile.hasOwnTokenLifetime()).isFalse();
        assertThat(profile.credentials()).isEqualTo(AuthMethod.EITHER);
        assertThat(profile.grants()).containsExactly(GrantType.CLIENT_CREDENTIALS);
        assertThat(profile.realm()).isEqualTo("cxone");
    }

    @Test
    void oauthToken_answersLikeThis() {
        assertThat(answers(Profiles.OAUTH_TOKEN)).isEqualTo("""
                METHOD_NOT_POST -> 405 (ASSUMED)
                SECRET_IN_QUERY -> 400 invalid_request (ASSUMED)
                BODY_NOT_FORM -> 401 invalid_client 'Client authentication failed' (CLAIMED)
                FORM_UNREADABLE -> 400 invalid_request (ASSUMED)
                PARAMETER_REPEATED -> 400 invalid_request (ASSUMED)
                AUTHORIZATION_REPEATED -> 400 invalid_request (ASSUMED)
                AUTHORIZATION_NOT_BASIC -> 401 invalid_client 'Client authentication failed' (CLAIMED)
                TWO_AUTH_METHODS -> 400 invalid_request (ASSUMED)
                BASIC_NOT_ACCEPTED -> 401 invalid_client 'Client authentication failed' (ASSUMED)
                BODY_CREDENTIALS_NOT_ACCEPTED -> 401 invalid_client 'Client authentication failed' (CLAIMED)
                BASIC_UNREADABLE -> 401 invalid_client 'Client authentication failed' (ASSUMED)
                BASIC_CONTROL_CHARACTER -> 401 invalid_client 'Client authentication failed' (ASSUMED)
                CREDENTIALS_MISSING -> 401 invalid_client 'Client authentication failed' (ASSUMED)
                CLIENT_ID_MISMATCH -> 400 invalid_request (ASSUMED)
                CLIENT_UNKNOWN -> 401 invalid_client 'Client authentication failed' (CLAIMED)
                AUTH_METHOD_NOT_REGISTERED -> 401 invalid_client 'Client authentication failed' (ASSUMED)
                SECRET_WRONG -> 401 invalid_client 'Client authentication failed' (CLAIMED)
                BASIC_NOT_FORM_ENCODED -> off (ASSUMED)
                SECRET_EXPIRED -> 401 invalid_client 'Client authentication failed' (CLAIMED)
                CLIENT_DISABLED -> 401 invalid_client 'Client authentication failed' (CLAIMED)
                GRANT_TYPE_MISSING -> 400 invalid_request (ASSUMED)
                GRANT_TYPE_UNSUPPORTED -> 400 unsupported_grant_type (ASSUMED)
                GRANT_NOT_ENABLED -> 400 unauthorized_client (ASSUMED)
                SCOPE_MALFORMED -> 401 invalid_scope (CLAIMED)
                SCOPE_NOT_GRANTED -> 401 invalid_scope (CLAIMED)
                BEARER_REPEATED -> 400 invalid_request (ASSUMED)
                BEARER_MISSING -> 401 (ASSUMED)
                BEARER_SCHEME_WRONG -> 401 (ASSUMED)
                BEARER_DOUBLED -> 401 invalid_token (ASSUMED)
                TOKEN_MALFORMED -> 401 invalid_token (ASSUMED)
                TOKEN_ALGORITHM_WRONG -> 401 invalid_token (ASSUMED)
                TOKEN_KEY_UNKNOWN -> 401 invalid_token (ASSUMED)
                TOKEN_TAMPERED -> 401 invalid_token (ASSUMED)
                TOKEN_NOT_ACCESS_TOKEN -> 401 invalid_token (ASSUMED)
                TOKEN_OF_ANOTHER_SERVER -> 401 invalid_token (ASSUMED)
                TOKEN_OF_EARLIER_TEST -> 401 invalid_token (ASSUMED)
                TOKEN_REVOKED -> 401 invalid_token (ASSUMED)
                TOKEN_EXPIRED -> 401 invalid_token (ASSUMED)
                TOKEN_OF_ANOTHER_TENANT -> 401 invalid_token (ASSUMED)
                SCOPE_INSUFFICIENT -> 403 insufficient_scope (ASSUMED)""");
    }

    @Test
    void oauth2Token_answersLikeThis() {
        assertThat(answers(Profiles.OAUTH2_TOKEN)).isEqualTo("""
                METHOD_NOT_POST -> 405 (ASSUMED)
                SECRET_IN_QUERY -> 400 invalid_request (ASSUMED)
                BODY_NOT_FORM -> off (CLAIMED)
                FORM_UNREADABLE -> 400 invalid_request (ASSUMED)
                PARAMETER_REPEATED -> 400 invalid_request (ASSUMED)
                AUTHORIZATION_REPEATED -> 400 invalid_request (ASSUMED)
                AUTHORIZATION_NOT_BASIC -> 401 invalid_client 'Bad client credentials' (ASSUMED)
                TWO_AUTH_METHODS -> 400 invalid_request (ASSUMED)
                BASIC_NOT_ACCEPTED -> 401 invalid_client 'Bad client credentials' (ASSUMED)
                BODY_CREDENTIALS_NOT_ACCEPTED -> 401 invalid_client 'Bad client credentials' (CLAIMED)
                BASIC_UNREADABLE -> 401 invalid_client 'Bad client credentials' (CLAIMED)
                BASIC_CONTROL_CHARACTER -> 401 invalid_client 'Bad client credentials' (ASSUMED)
                CREDENTIALS_MISSING -> 401 invalid_client 'Bad client credentials' (CLAIMED)
                CLIENT_ID_MISMATCH -> 400 invalid_request (ASSUMED)
                CLIENT_UNKNOWN -> 401 invalid_client 'Bad client credentials' (ASSUMED)
                AUTH_METHOD_NOT_REGISTERED -> 401 invalid_client 'Bad client credentials' (ASSUMED)
                SECRET_WRONG -> 401 invalid_client 'Bad client credentials' (CLAIMED)
                BASIC_NOT_FORM_ENCODED -> off (ASSUMED)
                SECRET_EXPIRED -> 401 invalid_client 'Bad client credentials' (ASSUMED)
                CLIENT_DISABLED -> 401 invalid_client 'Bad client credentials' (CLAIMED)
                GRANT_TYPE_MISSING -> 400 invalid_request (ASSUMED)
                GRANT_TYPE_UNSUPPORTED -> 400 unsupported_grant_type (ASSUMED)
                GRANT_NOT_ENABLED -> 400 unauthorized_client (ASSUMED)
                SCOPE_MALFORMED -> 400 invalid_scope (CLAIMED)
                SCOPE_NOT_GRANTED -> 400 invalid_scope (CLAIMED)
                BEARER_REPEATED -> 400 invalid_request (ASSUMED)
                BEARER_MISSING -> 401 (ASSUMED)
                BEARER_SCHEME_WRONG -> 401 (ASSUMED)
                BEARER_DOUBLED -> 401 invalid_token (ASSUMED)
                TOKEN_MALFORMED -> 401 invalid_token (ASSUMED)
                TOKEN_ALGORITHM_WRONG -> 401 invalid_token (ASSUMED)
                TOKEN_KEY_UNKNOWN -> 401 invalid_token (ASSUMED)
                TOKEN_TAMPERED -> 401 invalid_token (ASSUMED)
                TOKEN_NOT_ACCESS_TOKEN -> 401 invalid_token (ASSUMED)
                TOKEN_OF_ANOTHER_SERVER -> 401 invalid_token (ASSUMED)
                TOKEN_OF_EARLIER_TEST -> 401 invalid_token (ASSUMED)
                TOKEN_REVOKED -> 401 invalid_token (ASSUMED)
                TOKEN_EXPIRED -> 401 invalid_token (ASSUMED)
                TOKEN_OF_ANOTHER_TENANT -> 401 invalid_token (ASSUMED)
                SCOPE_INSUFFICIENT -> 403 insufficient_scope (ASSUMED)""");
    }

    @Test
    void apiV2_answersLikeThis() {
        assertThat(answers(Profiles.API_V2)).isEqualTo("""
                METHOD_NOT_POST -> 405 (ASSUMED)
                SECRET_IN_QUERY -> 400 invalid_request (ASSUMED)
                BODY_NOT_FORM -> 401 invalid_client 'Bad client credentials' (CLAIMED)
                FORM_UNREADABLE -> 400 invalid_request (ASSUMED)
                PARAMETER_REPEATED -> 400 invalid_request (ASSUMED)
                AUTHORIZATION_REPEATED -> 401 invalid_client 'Bad client credentials' (CLAIMED)
                AUTHORIZATION_NOT_BASIC -> 401 invalid_client 'Bad client credentials' (CLAIMED)
                TWO_AUTH_METHODS -> 401 invalid_client 'Bad client credentials' (CLAIMED)
                BASIC_NOT_ACCEPTED -> 401 invalid_client 'Bad client credentials' (CLAIMED)
                BODY_CREDENTIALS_NOT_ACCEPTED -> 401 invalid_client 'Bad client credentials' (ASSUMED)
                BASIC_UNREADABLE -> 401 invalid_client 'Bad client credentials' (ASSUMED)
                BASIC_CONTROL_CHARACTER -> 401 invalid_client 'Bad client credentials' (ASSUMED)
                CREDENTIALS_MISSING -> 401 invalid_client 'Bad client credentials' (ASSUMED)
                CLIENT_ID_MISMATCH -> 400 invalid_request (ASSUMED)
                CLIENT_UNKNOWN -> 401 invalid_client 'Bad client credentials' (CLAIMED)
                AUTH_METHOD_NOT_REGISTERED -> 401 invalid_client 'Bad client credentials' (ASSUMED)
                SECRET_WRONG -> 401 invalid_client 'Bad client credentials' (CLAIMED)
                BASIC_NOT_FORM_ENCODED -> off (ASSUMED)
                SECRET_EXPIRED -> 401 invalid_client 'Bad client credentials' (CLAIMED)
                CLIENT_DISABLED -> 401 invalid_client 'Bad client credentials' (ASSUMED)
                GRANT_TYPE_MISSING -> 400 invalid_request (ASSUMED)
                GRANT_TYPE_UNSUPPORTED -> 400 unsupported_grant_type (ASSUMED)
                GRANT_NOT_ENABLED -> 401 unauthorized_client (CLAIMED)
                SCOPE_MALFORMED -> 400 invalid_scope (ASSUMED)
                SCOPE_NOT_GRANTED -> off (CLAIMED)
                BEARER_REPEATED -> 400 invalid_request (ASSUMED)
                BEARER_MISSING -> 401 (CLAIMED)
                BEARER_SCHEME_WRONG -> 401 (CLAIMED)
                BEARER_DOUBLED -> 401 invalid_token (ASSUMED)
                TOKEN_MALFORMED -> 401 invalid_token (ASSUMED)
                TOKEN_ALGORITHM_WRONG -> 401 invalid_token (ASSUMED)
                TOKEN_KEY_UNKNOWN -> 401 invalid_token (ASSUMED)
                TOKEN_TAMPERED -> 401 invalid_token (ASSUMED)
                TOKEN_NOT_ACCESS_TOKEN -> 401 invalid_token (ASSUMED)
                TOKEN_OF_ANOTHER_SERVER -> 401 invalid_token (ASSUMED)
                TOKEN_OF_EARLIER_TEST -> 401 invalid_token (ASSUMED)
                TOKEN_REVOKED -> 401 invalid_token (CLAIMED)
                TOKEN_EXPIRED -> 401 invalid_token (CLAIMED)
                TOKEN_OF_ANOTHER_TENANT -> 401 invalid_token (ASSUMED)
                SCOPE_INSUFFICIENT -> 401 insufficient_scope (CLAIMED)""");
    }

    @Test
    void rfc6749_answersLikeThis() {
        assertThat(answers(Profiles.RFC6749)).isEqualTo("""
                METHOD_NOT_POST -> 405 (DOCUMENTED)
                SECRET_IN_QUERY -> 400 invalid_request (DOCUMENTED)
                BODY_NOT_FORM -> 400 invalid_request (DOCUMENTED)
                FORM_UNREADABLE -> 400 invalid_request (DOCUMENTED)
                PARAMETER_REPEATED -> 400 invalid_request (DOCUMENTED)
                AUTHORIZATION_REPEATED -> 400 invalid_request (DOCUMENTED)
                AUTHORIZATION_NOT_BASIC -> 401 invalid_client (DOCUMENTED)
                TWO_AUTH_METHODS -> 400 invalid_request (DOCUMENTED)
                BASIC_NOT_ACCEPTED -> 401 invalid_client (DOCUMENTED)
                BODY_CREDENTIALS_NOT_ACCEPTED -> 401 invalid_client (DOCUMENTED)
                BASIC_UNREADABLE -> 401 invalid_client (DOCUMENTED)
                BASIC_CONTROL_CHARACTER -> 401 invalid_client (DOCUMENTED)
                CREDENTIALS_MISSING -> 401 invalid_client (DOCUMENTED)
                CLIENT_ID_MISMATCH -> 400 invalid_request (ASSUMED)
                CLIENT_UNKNOWN -> 401 invalid_client (DOCUMENTED)
                AUTH_METHOD_NOT_REGISTERED -> 401 invalid_client (DOCUMENTED)
                SECRET_WRONG -> 401 invalid_client (DOCUMENTED)
                BASIC_NOT_FORM_ENCODED -> 401 invalid_client (DOCUMENTED)
                SECRET_EXPIRED -> 401 invalid_client (DOCUMENTED)
                CLIENT_DISABLED -> 401 invalid_client (DOCUMENTED)
                GRANT_TYPE_MISSING -> 400 invalid_request (DOCUMENTED)
                GRANT_TYPE_UNSUPPORTED -> 400 unsupported_grant_type (DOCUMENTED)
                GRANT_NOT_ENABLED -> 400 unauthorized_client (DOCUMENTED)
                SCOPE_MALFORMED -> 400 invalid_scope (DOCUMENTED)
                SCOPE_NOT_GRANTED -> 400 invalid_scope (DOCUMENTED)
                BEARER_REPEATED -> 400 invalid_request (DOCUMENTED)
                BEARER_MISSING -> 401 (DOCUMENTED)
                BEARER_SCHEME_WRONG -> 401 (DOCUMENTED)
                BEARER_DOUBLED -> 400 invalid_request (DOCUMENTED)
                TOKEN_MALFORMED -> 401 invalid_token (DOCUMENTED)
                TOKEN_ALGORITHM_WRONG -> 401 invalid_token (DOCUMENTED)
                TOKEN_KEY_UNKNOWN -> 401 invalid_token (DOCUMENTED)
                TOKEN_TAMPERED -> 401 invalid_token (DOCUMENTED)
                TOKEN_NOT_ACCESS_TOKEN -> 401 invalid_token (DOCUMENTED)
                TOKEN_OF_ANOTHER_SERVER -> 401 invalid_token (DOCUMENTED)
                TOKEN_OF_EARLIER_TEST -> 401 invalid_token (DOCUMENTED)
                TOKEN_REVOKED -> 401 invalid_token (DOCUMENTED)
                TOKEN_EXPIRED -> 401 invalid_token (DOCUMENTED)
                TOKEN_OF_ANOTHER_TENANT -> 401 invalid_token (DOCUMENTED)
                SCOPE_INSUFFICIENT -> 403 insufficient_scope (DOCUMENTED)""");
    }

    @Test
    void onlyTheRfcs_areDocumentedSoFar() {
        assertThat(List.of(Profiles.OAUTH_TOKEN, Profiles.OAUTH2_TOKEN, Profiles.API_V2))
                .flatMap(ProfilesTest::evidence)
                .extracting(Evidence::strength)
                .doesNotContain(Strength.DOCUMENTED, Strength.OBSERVED);
        assertThat(Profiles.RFC6749.reasons().map(Profiles.RFC6749::evidence))
                .allSatisfy(evidence -> assertThat(evidence.source()).startsWith("RFC "));
    }

    /** A claim about one path is none about another: what is taken over from another dialect is an assumption. */
    @ParameterizedTest
    @CsvSource({"OAUTH_TOKEN, threads? 00[13]", "OAUTH2_TOKEN, thread 002", "API_V2, threads? 00[04]"})
    void claims_areOfThreadsAboutThisPath(String name, String ownThread) {
        assertThat(evidence(Profiles.named(name)))
                .filteredOn(evidence -> evidence.strength() == Strength.CLAIMED)
                .isNotEmpty()
                .extracting(Evidence::source)
                .allSatisfy(source -> assertThat(source).containsPattern(ownThread));
    }

    @Test
    void all_beginsWithTheDefault() {
        assertThat(Profiles.all())
                .extracting(Profile::name)
                .containsExactly(
                        "OAUTH_TOKEN",
                        "OAUTH2_TOKEN",
                        "API_V2",
                        "GLOBAL",
                        "ACCESS_KEY",
                        "REGIONAL",
                        "CENTRAL",
                        "GENESYS",
                        "RFC6749");
        assertThat(Profiles.named("RFC6749")).isSameAs(Profiles.RFC6749);
    }

    @Test
    void unknownName_isRefusedWithTheNamesThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiles.named("oauth_token"))
                .withMessage(
                        "'oauth_token' is not the name of a profile: use one of [OAUTH_TOKEN, OAUTH2_TOKEN, API_V2,"
                                + " GLOBAL, ACCESS_KEY, REGIONAL, CENTRAL, GENESYS, RFC6749]");
    }

    private static List<Evidence> evidence(Profile profile) {
        return Stream.concat(
                        Stream.of(profile.credentialsEvidence(), profile.tokenLifetimeEvidence()),
                        profile.reasons().map(profile::evidence))
                .toList();
    }

    private static String answers(Profile profile) {
        return profile.reasons()
                .map(reason -> reason + " -> "
                        + profile.refusal(reason).map(ProfilesTest::describe).orElse("off") + " ("
                        + profile.evidence(reason).strength() + ")")
                .collect(Collectors.joining("\n"));
    }

    private static String describe(Refusal refusal) {
        return refusal + (refusal.description().isEmpty() ? "" : " '" + refusal.description() + "'");
    }
}
