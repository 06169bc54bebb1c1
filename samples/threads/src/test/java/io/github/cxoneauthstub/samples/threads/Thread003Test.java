package io.github.cxoneauthstub.samples.threads;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static io.github.cxoneauthstub.samples.threads.Http.FORM;
import static io.github.cxoneauthstub.samples.threads.Http.JSON;
import static io.github.cxoneauthstub.samples.threads.Http.basic;
import static io.github.cxoneauthstub.samples.threads.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import io.github.cxoneauthstub.samples.threads.Http.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thread 003: "need the exact JSON body structure". There is none. See docs/threads/003.md. */
@CxoneAuthStub(clients = @CxoneClient(id = "abc-123", secret = "xyz-789", scopes = "cxone:api"))
class Thread003Test {
    private static final String GRANT = "grant_type=client_credentials&scope=cxone:api";

    private final CxoneAuth auth;

    Thread003Test(CxoneAuth auth) {
        this.auth = auth;
    }

    /** The asker's settings as {@code requests.post(url, json=...)} sends them. */
    @Test
    void asked_noJsonBodyIsTheRightOne() {
        // region asked
        Answer answer = post(auth.tokenUri(), """
                {"grant_type": "client_credentials", "client_id": "abc-123", "client_secret": "xyz-789",\
                 "scope": "cxone:api"}""", JSON);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(auth).rejectedOnce(Reason.BODY_NOT_FORM).found(Mistake.JSON_BODY);
        // endregion
    }

    /** JSON is refused before anything else is looked at: good Basic does not help it. */
    @Test
    void asked_jsonWithBasicIsRefusedToo() {
        assertThat(post(auth.tokenUri(), "{}", JSON, basic("abc-123", "xyz-789"))
                        .status())
                .isEqualTo(401);
        assertThat(auth).rejectedOnce(Reason.BODY_NOT_FORM).found(Mistake.JSON_BODY);
    }

    @Test
    void answerBasicAndScope_works() {
        // region works
        Answer answer = post(
                auth.tokenUri(), "grant_type=client_credentials&scope=cxone:api", FORM, basic("abc-123", "xyz-789"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(auth).issuedTokens(1).rejectedNothing();
        // endregion
    }

    @Test
    void answerScope_aWrongOneGets401Here() {
        // region scope
        Answer answer = post(
                auth.tokenUri(), "grant_type=client_credentials&scope=cxone:admin", FORM, basic("abc-123", "xyz-789"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.member("error")).isEqualTo("invalid_scope");
        assertThat(auth).rejectedOnce(Reason.SCOPE_NOT_GRANTED).found(Mistake.SCOPE_NOT_GRANTED);
        // endregion
    }

    @Test
    void answerGrantType_isNotImpliedByThePath() {
        Answer answer = post(auth.tokenUri(), "scope=cxone:api", FORM, basic("abc-123", "xyz-789"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(auth).rejectedOnce(Reason.GRANT_TYPE_MISSING).found(Mistake.GRANT_TYPE_LEFT_OUT);
    }

    @Test
    void answerBearer_isNotForTheTokenEndpoint() {
        Answer answer = post(auth.tokenUri(), GRANT, FORM, "Authorization: Bearer abc-123");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(auth).rejectedOnce(Reason.AUTHORIZATION_NOT_BASIC).found(Mistake.BEARER_FOR_A_TOKEN);
    }

    /** Thread 001 sends the body to the same path and is told that it works; who believes thread 003 says so. */
    @Test
    void answerBasicOnly_isASwitch() {
        String body = GRANT + "&client_id=abc-123&client_secret=xyz-789";
        assertThat(post(auth.tokenUri(), body, FORM).status()).isEqualTo(200);

        // region switch
        Configuration basicOnly = Configuration.builder()
                .profile(Profiles.OAUTH_TOKEN.toBuilder("BASIC_ONLY")
                        .credentials(AuthMethod.BASIC)
                        .build())
                .client(Client.of("abc-123", "xyz-789"))
                .build();
        try (CxoneAuth strict = CxoneAuth.start(basicOnly)) {
            assertThat(post(strict.tokenUri(), body, FORM).status()).isEqualTo(401);
            assertThat(strict)
                    .rejectedOnce(Reason.BODY_CREDENTIALS_NOT_ACCEPTED)
                    .found(Mistake.WRONG_PLACE);
        }
        // endregion
    }

    /** The portal and the PDF are full of them, and no print of the secret shows one. */
    @ParameterizedTest
    @ValueSource(strings = {"xyz\u200b-789", "\ufeffxyz-789", "xyz-789\u00a0"})
    void answerHiddenCharacters_areNamed(String secret) {
        // region hidden
        Answer answer = post(auth.tokenUri(), GRANT, FORM, basic("abc-123", secret));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(auth).rejectedOnce(Reason.SECRET_WRONG).found(Mistake.INVISIBLE_CHARACTERS);
        // endregion
    }

    @Test
    void answerExpiredOrInactive_getTheSame401() {
        auth.clients().expireSecret("abc-123");
        Answer expired = post(auth.tokenUri(), GRANT, FORM, basic("abc-123", "xyz-789"));
        auth.clients().rotateSecret("abc-123", "new-secret");
        auth.clients().disable("abc-123");
        Answer disabled = post(auth.tokenUri(), GRANT, FORM, basic("abc-123", "new-secret"));

        assertThat(expired.status()).isEqualTo(401);
        assertThat(disabled).isEqualTo(expired);
        assertThat(auth).rejectedOnce(Reason.SECRET_EXPIRED).rejectedOnce(Reason.CLIENT_DISABLED);
        assertThat(auth).found(Mistake.SECRET_EXPIRED).found(Mistake.APP_DISABLED);
    }
}
