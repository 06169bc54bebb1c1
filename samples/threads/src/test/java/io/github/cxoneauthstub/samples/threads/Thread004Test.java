package io.github.cxoneauthstub.samples.threads;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static io.github.cxoneauthstub.samples.threads.Http.FORM;
import static io.github.cxoneauthstub.samples.threads.Http.basic;
import static io.github.cxoneauthstub.samples.threads.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import io.github.cxoneauthstub.samples.threads.Http.Answer;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Thread 004: a form with id and secret gets 401 without a word why. See docs/threads/004.md. */
@CxoneAuthStub(profile = "API_V2", clients = @CxoneClient(id = "MY_CLIENT_ID", secret = "MY_SECRET"))
class Thread004Test {
    private static final String BODY = "grant_type=client_credentials&client_id=MY_CLIENT_ID&client_secret=MY_SECRET";

    private final CxoneAuth auth;

    Thread004Test(CxoneAuth auth) {
        this.auth = auth;
    }

    /**
     * A shell does not know typographic quotation marks: it ends the command at the first ampersand, so this is all
     * that curl is given.
     */
    @Test
    void asked_theShellCutsTheBodyAtTheAmpersand() {
        // region asked
        Answer answer = post(auth.tokenUri(), "‘grant_type=client_credentials", FORM);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(auth).rejectedOnce(Reason.CREDENTIALS_MISSING).found(Mistake.GRANT_TYPE_LEFT_OUT);
        // endregion
        assertThat(auth.exchanges().last().findings())
                .extracting(Finding::seen)
                .contains("a quotation mark (U+2018) stands before grant_type, so that it became a part of the name");
    }

    /** The same command in a tool that takes the whole line as the body. */
    @Test
    void asked_theLastMarkBecomesAPartOfTheSecret() {
        // region quotes
        Answer answer = post(
                auth.tokenUri(),
                "‘grant_type=client_credentials&client_id=MY_CLIENT_ID&client_secret=MY_SECRET’",
                FORM);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(auth).rejectedOnce(Reason.SECRET_WRONG).found(Mistake.QUOTES_AROUND_SECRET);
        // endregion
    }

    /** What the asker tried next, and what the second answer warns of. */
    @Test
    void asked_basicAsWellIsRefusedToo() {
        // region header
        Answer both = post(auth.tokenUri(), BODY, FORM, basic("MY_CLIENT_ID", "MY_SECRET"));
        Answer headerOnly =
                post(auth.tokenUri(), "grant_type=client_credentials", FORM, basic("MY_CLIENT_ID", "MY_SECRET"));

        assertThat(both.status()).isEqualTo(401);
        assertThat(headerOnly).isEqualTo(both);
        assertThat(auth).rejectedOnce(Reason.TWO_AUTH_METHODS).rejectedOnce(Reason.BASIC_NOT_ACCEPTED);
        assertThat(auth).found(Mistake.BOTH_PLACES).found(Mistake.WRONG_PLACE);
        // endregion
    }

    @Test
    void answerWithoutHeader_works() {
        // region works
        Answer answer = post(
                auth.tokenUri(), "grant_type=client_credentials&client_id=MY_CLIENT_ID&client_secret=MY_SECRET", FORM);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(auth).issuedTokens(1).rejectedNothing();
        // endregion
        assertThat(answer.member("expires_in")).isEqualTo("86400");
        assertThat(answer.body()).doesNotContain("refresh_token");
    }

    @Test
    void answerGrant_thatIsNotEnabledIs401UnauthorizedClient() {
        // region grant
        auth.clients().withdrawGrant("MY_CLIENT_ID", GrantType.CLIENT_CREDENTIALS);

        Answer answer = post(auth.tokenUri(), BODY, FORM);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.member("error")).isEqualTo("unauthorized_client");
        assertThat(auth).rejectedOnce(Reason.GRANT_NOT_ENABLED).found(Mistake.GRANT_NOT_ENABLED);
        // endregion
    }

    @Test
    void answerExpiredSecret_looksLikeAWrongOne() {
        auth.clients().expireSecret("MY_CLIENT_ID");

        assertThat(post(auth.tokenUri(), BODY, FORM).member("error")).isEqualTo("invalid_client");
        assertThat(auth).rejectedOnce(Reason.SECRET_EXPIRED).found(Mistake.SECRET_EXPIRED);
    }

    /** {@code axios.post(url, null, {params: {...}})} writes the parameters into the URL, and the body is empty. */
    @Test
    void answerWrapper_putsTheSecretIntoTheUrl() {
        // region wrapper
        Answer answer = post(URI.create(auth.tokenUri() + "?" + BODY), "", FORM);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(auth)
                .rejectedOnce(Reason.SECRET_IN_QUERY)
                .found(Mistake.BODY_IN_QUERY)
                .found(Mistake.CREDENTIALS_IN_QUERY);
        assertThat(seen()).isEqualTo("the query string has client_secret, and the body is empty");
        // endregion
        assertThat(auth.exchanges().timeline())
                .contains("rotate the secret: URLs are logged")
                .doesNotContain("MY_SECRET");
        assertThat(answer.body()).doesNotContain("MY_SECRET");
    }

    private String seen() {
        return auth.exchanges().last().explanation().orElseThrow().seen();
    }
}
