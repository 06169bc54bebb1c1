package io.github.cxoneauthstub.samples.threads;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static io.github.cxoneauthstub.samples.threads.Http.FORM;
import static io.github.cxoneauthstub.samples.threads.Http.JSON;
import static io.github.cxoneauthstub.samples.threads.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import io.github.cxoneauthstub.samples.threads.Http.Answer;
import org.junit.jupiter.api.Test;

/** Thread 001: a JSON body gets 401 at the token endpoint. See docs/threads/001.md. */
@CxoneAuthStub(clients = @CxoneClient(id = "my-client-id", secret = "my-secret"))
class Thread001Test {
    private final CxoneAuth auth;

    Thread001Test(CxoneAuth auth) {
        this.auth = auth;
    }

    @Test
    void asked_aJsonBodyIsRefusedWith401() {
        // region asked
        Answer answer = post(auth.tokenUri(), """
                {
                "grant_type": "client_credentials",
                "client_id": "my-client-id",
                "client_secret": "my-secret"
                }
                """, JSON);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(auth).rejectedOnce(Reason.BODY_NOT_FORM).found(Mistake.JSON_BODY);
        // endregion
        assertThat(answer.member("error")).isEqualTo("invalid_client");
        assertThat(auth.exchanges().last().explanation().orElseThrow().seen())
                .isEqualTo("Content-Type: application/json, a JSON object with grant_type, client_id, client_secret");
    }

    /** Half of the first answer: the label alone, over the same JSON text. */
    @Test
    void answerForm_theLabelAloneIsNotEnough() {
        Answer answer = post(auth.tokenUri(), "{\"grant_type\": \"client_credentials\"}", FORM);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(auth).rejectedOnce(Reason.CREDENTIALS_MISSING).found(Mistake.JSON_LABELLED_AS_FORM);
    }

    /** What {@code URLSearchParams} makes of the answer's three parameters. */
    @Test
    void answerForm_works() {
        // region works
        Answer answer = post(
                auth.tokenUri(), "grant_type=client_credentials&client_id=my-client-id&client_secret=my-secret", FORM);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(auth).issuedTokens(1).rejectedNothing();
        // endregion
    }

    /** The answer reads variables of another product; unset, {@code params.append} writes the word undefined. */
    @Test
    void answerForm_withVariablesThatAreNotSetAsksForUndefined() {
        // region undefined
        Answer answer = post(
                auth.tokenUri(), "grant_type=client_credentials&client_id=undefined&client_secret=undefined", FORM);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(auth).rejectedOnce(Reason.CLIENT_UNKNOWN).found(Mistake.NO_VALUE);
        // endregion
    }

    /** Where only the secret is unset, the report says so. */
    @Test
    void answerForm_withoutTheSecretSendsTheWordUndefined() {
        post(auth.tokenUri(), "grant_type=client_credentials&client_id=my-client-id&client_secret=undefined", FORM);

        assertThat(auth).rejectedOnce(Reason.SECRET_WRONG).found(Mistake.NO_VALUE);
    }
}
