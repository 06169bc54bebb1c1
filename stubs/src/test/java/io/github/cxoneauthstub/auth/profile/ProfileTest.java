package io.github.cxoneauthstub.auth.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A dialect of the user's own: told as a difference, and refused where it makes no sense. */
class ProfileTest {

    @Test
    void difference_changesOnlyWhatItNames() {
        Profile own = Profiles.OAUTH_TOKEN.toBuilder("OWN")
                .paths("/a", "/b")
                .credentials(AuthMethod.BODY)
                .tokenLifetime(Duration.ofMillis(90_500))
                .realm("own")
                .answer(Reason.SCOPE_NOT_GRANTED, 400, "invalid_scope", "no")
                .off(Reason.SECRET_IN_QUERY)
                .build();

        assertThat(own.name()).isEqualTo("OWN");
        assertThat(own.paths()).containsExactly("/a", "/b");
        assertThat(own.credentials()).isEqualTo(AuthMethod.BODY);
        assertThat(own.tokenLifetime()).isEqualTo(Duration.ofSeconds(90));
        assertThat(own.hasOwnTokenLifetime()).isTrue();
        assertThat(own.realm()).isEqualTo("own");
        assertThat(own.refusal(Reason.SCOPE_NOT_GRANTED)).contains(new Refusal(400, "invalid_scope", "no"));
        assertThat(own.refusal(Reason.SECRET_IN_QUERY)).isEmpty();
        assertThat(own.evidence(Reason.SECRET_IN_QUERY)).hasToString("ASSUMED: set by this test's own profile");
        assertThat(own.refusal(Reason.SECRET_WRONG)).isEqualTo(Profiles.OAUTH_TOKEN.refusal(Reason.SECRET_WRONG));
        assertThat(own.evidence(Reason.SECRET_WRONG)).isEqualTo(Profiles.OAUTH_TOKEN.evidence(Reason.SECRET_WRONG));
        assertThat(Profiles.OAUTH_TOKEN.refusal(Reason.SECRET_IN_QUERY)).isPresent();
    }

    @Test
    void endpoint_hasItsEvidence() {
        EndpointEvidence known = Profiles.GLOBAL.evidence(Duty.USER_INFO);

        assertThat(known.path().strength()).isEqualTo(Evidence.Strength.DOCUMENTED);
        assertThat(known.answer()).map(Evidence::strength).contains(Evidence.Strength.ASSUMED);
        assertThat(Profiles.GLOBAL.withPaths("/t").evidence(Duty.USER_INFO)).isEqualTo(known);
        assertThat(Profiles.GLOBAL.withPaths("/t").evidence(Duty.TOKEN).path())
                .hasToString("ASSUMED: set by this test's own profile");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiles.GLOBAL.evidence(Duty.WHO_AM_I))
                .withMessageStartingWith("profile GLOBAL has no endpoint that tells whose a token is; it has [TOKEN, ");
    }

    @Test
    void otherPaths_leaveTheRestAsItWas() {
        Profile moved = Profiles.RFC6749.withPaths("/t");

        assertThat(moved.name()).isEqualTo("RFC6749");
        assertThat(moved.paths()).containsExactly("/t");
        assertThat(moved.hasOwnTokenLifetime()).isFalse();
        assertThat(Profiles.OAUTH_TOKEN.withPaths().paths()).isEmpty();
    }

    /** It was once taken for the test's own, so that a general lifetime did not apply. */
    @Test
    void lifetimeThatNobodySet_isNoOwnOne() {
        Profile.Builder builder = Profile.builder("NEW");
        Profiles.RFC6749.reasons().forEach(reason -> builder.answer(reason, 400, "no"));

        assertThat(builder.build().evidence(Duty.TOKEN).path()).hasToString("ASSUMED: nobody set it");
        assertThat(builder.build().hasOwnTokenLifetime()).isFalse();
        assertThat(builder.build().tokenLifetime()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void unansweredRules_areRefusedByName() {
        Profile.Builder builder = Profile.builder("NEW");
        Profiles.RFC6749
                .reasons()
                .filter(reason -> reason != Reason.SECRET_WRONG && reason != Reason.TOKEN_EXPIRED)
                .forEach(reason -> builder.answer(reason, 400, "no"));

        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessage(
                        "profile NEW has no answer for [SECRET_WRONG, TOKEN_EXPIRED]: give each an answer or switch"
                                + " it off, or start from another profile's toBuilder");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"CLIENT_UNKNOWN", "CREDENTIALS_MISSING", "BASIC_UNREADABLE", "TOKEN_TAMPERED", "BEARER_MISSING"})
    void essentialRule_cannotBeSwitchedOff(Reason reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiles.RFC6749.toBuilder("OWN").off(reason))
                .withMessage(
                        "the rule " + reason.ruleId() + " (" + reason + ") cannot be switched off: without it there"
                                + " is nothing to go on with; give it another answer instead");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"PATH_UNKNOWN", "HTTP_UNREADABLE"})
    void ruleOfTheServer_isNoDialectsToAnswer(Reason reason) {
        String message = reason + " is not a dialect's to answer: it is decided before any endpoint is found";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiles.RFC6749.toBuilder("OWN").answer(reason, 400, "no"))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiles.RFC6749.refusal(reason))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "oauth/token", "http://127.0.0.1/token", "/a?b", "/a#b", "/a b", "/a\n"})
    void pathThatIsNone_isRefused(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiles.RFC6749.withPaths("/fine", path))
                .withMessage(
                        "profile RFC6749 cannot be mounted on '" + path + "': a path begins with one slash and has no"
                                + " blank, query, fragment or other character that a URI's path has not, as /oauth/token");
    }

    /** Such a path was once taken, and then tokenUri() failed or named another host. */
    @ParameterizedTest
    @ValueSource(strings = {"//oauth/token", "/a|b", "/{tenant}/token", "/100%", "/\u00e4"})
    void pathThatFitsIntoNoUri_isRefused(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiles.RFC6749.withPaths(path))
                .withMessageStartingWith("profile RFC6749 cannot be mounted on '" + path + "': ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.999S", "PT-1H"})
    void lifetimeUnderASecond_isRefused(Duration lifetime) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiles.RFC6749.toBuilder("OWN").tokenLifetime(lifetime))
                .withMessage("a token lifetime of " + lifetime + " is not possible: expires_in counts whole seconds, so"
                        + " it must be from PT1S to a century; for an expired token, move auth.clock() or use"
                        + " Mint.forClient(...).expired()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void blankName_isRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profile.builder(name))
                .withMessage("a profile needs a name that is not blank, for example MY_ENDPOINT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "a\\b", "a\nb", "\u00e4"})
    void realmThatCannotBeQuoted_isRefused(String realm) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiles.RFC6749.toBuilder("OWN").realm(realm))
                .withMessage(
                        "the realm '" + realm + "' of profile OWN cannot stand in a challenge: use visible ASCII and"
                                + " blanks, without \" and \\");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200, 302, 399, 500})
    void statusThatRefusesNothing_isRefused(int status) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Refusal.of(status, "x"))
                .withMessage("status " + status + " does not refuse a request: use 400 to 499");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "a\\b", "a\nb", "\u00e4"})
    void textThatTheRfcForbids_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Refusal(400, "x", text));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Refusal.of(400, text))
                .withMessage(
                        "error '" + text + "' or its description has a character that RFC 6749 section 5.2 does not"
                                + " allow: use visible ASCII and blanks, without \" and \\");
    }

    @Test
    void allThatMayBeQuoted_isTaken() {
        String visible = " !#[]~";

        assertThat(Profiles.RFC6749.toBuilder("OWN").realm(visible).build().realm())
                .isEqualTo(visible);
        assertThat(new Refusal(400, visible, visible)).hasToString("400 " + visible);
        assertThat(Refusal.of(499, "x").status()).isEqualTo(499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001f", "\u007f"})
    void neighboursOfTheVisibleCharacters_areRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiles.RFC6749.toBuilder("OWN").realm(text));
        assertThatIllegalArgumentException().isThrownBy(() -> Refusal.of(400, text));
    }

    @Test
    void descriptionWithoutError_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Refusal(401, "", "no"))
                .withMessage(
                        "the description 'no' would not be sent: an answer without an error has no body; give it an"
                                + " error");
        assertThat(Refusal.of(401, "")).hasToString("401");
    }

    @Test
    void evidence_isToldWithItsStrength() {
        assertThat(Evidence.documented("a page")).hasToString("DOCUMENTED: a page");
        assertThat(Evidence.observed("a capture")).hasToString("OBSERVED: a capture");
        assertThat(Evidence.claimed("thread 001")).hasToString("CLAIMED: thread 001");
        assertThat(Evidence.assumed("an RFC")).hasToString("ASSUMED: an RFC");
    }

    @Test
    void howWeKnowOfLifetimeAndCredentials_goesWithThem() {
        Evidence seen = Evidence.observed("a capture");
        Profile own = Profiles.RFC6749.toBuilder("OWN")
                .tokenLifetime(Duration.ofHours(2), seen)
                .credentials(AuthMethod.BASIC, seen)
                .build();

        assertThat(own.tokenLifetimeEvidence()).isEqualTo(seen);
        assertThat(own.credentialsEvidence()).isEqualTo(seen);
    }
}
