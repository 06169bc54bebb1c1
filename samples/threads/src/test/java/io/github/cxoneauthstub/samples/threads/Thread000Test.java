package io.github.cxoneauthstub.samples.threads;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static io.github.cxoneauthstub.samples.threads.Http.FORM;
import static io.github.cxoneauthstub.samples.threads.Http.bearer;
import static io.github.cxoneauthstub.samples.threads.Http.get;
import static io.github.cxoneauthstub.samples.threads.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import io.github.cxoneauthstub.samples.threads.Http.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thread 000: a script gets a token, and the next call gets 401 with it. See docs/threads/000.md. */
@CxoneAuthStub(
        profile = "API_V2",
        clients = @CxoneClient(id = "YOUR_CLIENT_ID", secret = "YOUR_CLIENT_SECRET", scopes = "admin:api"))
class Thread000Test {
    private static final String CREDENTIALS =
            "grant_type=client_credentials&client_id=YOUR_CLIENT_ID&client_secret=YOUR_CLIENT_SECRET";

    private final CxoneAuth auth;
    private final RestProxy proxy;
    private final URI me;

    Thread000Test(CxoneAuth auth) {
        this.auth = auth;
        this.proxy = new RestProxy(auth.baseUri());
        this.me = auth.apiUri().resolve("/api/v2/users/me");
    }

    @BeforeEach
    void resource() {
        auth.api().get("/api/v2/users/me").requires("user:read").answers("{\"id\":\"42\"}");
    }

    @Test
    void symptom_aFreshTokenIsRefusedWith401() {
        // region symptom
        String token = post(auth.tokenUri(), CREDENTIALS, FORM).accessToken();

        Answer user = get(me, bearer(token), "Accept: application/json");

        assertThat(user.status()).isEqualTo(401);
        assertThat(auth).issuedTokens(1).rejectedOnce(Reason.SCOPE_INSUFFICIENT).found(Mistake.SCOPE_NOT_GRANTED);
        assertThat(seen()).isEqualTo("required is user:read; the token of YOUR_CLIENT_ID has admin:api");
        // endregion
    }

    @Test
    void symptom_askingForTheScopeDoesNotHelp() {
        Answer token = post(auth.tokenUri(), CREDENTIALS + "&scope=user:read", FORM);

        assertThat(token.status()).isEqualTo(200);
        assertThat(token.member("scope")).isEmpty();
        assertThat(auth).found(Mistake.SCOPE_NOT_GRANTED);
        assertThat(get(me, bearer(token.accessToken())).status()).isEqualTo(401);
        assertThat(seen()).isEqualTo("required is user:read; the token of YOUR_CLIENT_ID has no scope");
    }

    /** The asker says that a token comes back; but a request that names no application cannot be given one. */
    @Test
    void asked_theScriptSendsNoCredentials() {
        // region asked
        Answer token = proxy.call("POST", "/api/v2/oauth/token", Map.of("grant_type", "client_credentials"), Map.of());

        assertThat(token.status()).isEqualTo(401);
        assertThat(seen()).isEqualTo("no Authorization header, a JSON object with grant_type");
        assertThat(auth).found(Mistake.JSON_LABELLED_AS_FORM);
        // endregion
        assertThat(auth).issuedTokens(0);
    }

    @Test
    void asked_thePlatformTriesTwiceMore() {
        // region retries
        proxy.call("POST", "/api/v2/oauth/token", Map.of("grant_type", "client_credentials"), Map.of());

        assertThat(auth.exchanges().all()).hasSize(3);
        assertThatThrownBy(() -> assertThat(auth).retriedNothingPermanent())
                .hasMessageContaining("client-credentials: the client sends its id and its secret");
        assertThat(auth).found(Mistake.RETRIED_UNCHANGED);
        // endregion
    }

    /** Right, but only half of it: the grant changes the application, and that ends the token that is there. */
    @Test
    void answerScope_needsANewTokenToo() {
        String token = post(auth.tokenUri(), CREDENTIALS, FORM).accessToken();
        auth.clients().grantScope("YOUR_CLIENT_ID", "user:read");

        assertThat(get(me, bearer(token)).status()).isEqualTo(401);
        assertThat(auth).rejectedOnce(Reason.TOKEN_REVOKED).found(Mistake.TOKEN_WITHDRAWN);

        String another = post(auth.tokenUri(), CREDENTIALS, FORM).accessToken();
        assertThat(get(me, bearer(another)).status()).isEqualTo(200);
    }

    /** The header alone does not help: the object is JSON whatever the label says. */
    @Test
    void answerSnippet_sendsJsonUnderTheLabelOfAForm() {
        // region answer
        Answer token = proxy.call(
                "POST",
                "/api/v2/oauth/token",
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "YOUR_CLIENT_ID",
                        "client_secret", "YOUR_CLIENT_SECRET"),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));

        assertThat(token.status()).isEqualTo(401);
        assertThat(seen()).startsWith("no Authorization header, a JSON object with ");
        assertThat(auth).found(Mistake.JSON_LABELLED_AS_FORM);
        // endregion
        assertThat(auth.exchanges().last().reason()).contains(Reason.CREDENTIALS_MISSING);
    }

    @Test
    void jsonThatSaysSo_isNoFormEither() {
        Map<String, String> json = Map.of("Content-Type", "application/json");

        proxy.call("POST", "/api/v2/oauth/token", Map.of("grant_type", "client_credentials"), json);

        assertThat(auth.exchanges().last().reason()).contains(Reason.BODY_NOT_FORM);
        assertThat(auth).found(Mistake.JSON_BODY);
    }

    @Test
    void answerPrefix_aTokenWithoutTheWordBearerIsNone() {
        auth.clients().grantScope("YOUR_CLIENT_ID", "user:read");
        String token = post(auth.tokenUri(), CREDENTIALS, FORM).accessToken();

        assertThat(get(me).status()).isEqualTo(401);
        assertThat(auth).rejectedOnce(Reason.BEARER_MISSING);
        assertThat(get(me, "Authorization: " + token).status()).isEqualTo(401);
        assertThat(auth).rejectedOnce(Reason.BEARER_SCHEME_WRONG).found(Mistake.BEARER_LEFT_OUT);
    }

    /**
     * "The token endpoint fails silently": the script reads access_token from an error, and sends what is not there.
     */
    @Test
    void answerPrint_whoDoesNotLookAtTheStatusSendsAnEmptyToken() {
        Answer refused = post(auth.tokenUri(), CREDENTIALS.replace("YOUR_CLIENT_SECRET", "wrong"), FORM);

        get(me, bearer(refused.accessToken()));

        assertThat(auth)
                .rejectedOnce(Reason.SECRET_WRONG)
                .rejectedOnce(Reason.TOKEN_MALFORMED)
                .found(Mistake.NO_TOKEN);
    }

    @Test
    void works_formAsTextScopeGrantedAndBearer() {
        auth.clients().grantScope("YOUR_CLIENT_ID", "user:read");

        // region works
        Answer token = proxy.call(
                "POST",
                "/api/v2/oauth/token",
                "grant_type=client_credentials&client_id=YOUR_CLIENT_ID&client_secret=YOUR_CLIENT_SECRET",
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
        Answer user =
                proxy.call("GET", "/api/v2/users/me", "", Map.of("Authorization", "Bearer " + token.accessToken()));

        assertThat(user.status()).isEqualTo(200);
        assertThat(auth).issuedTokens(1).rejectedNothing();
        // endregion
    }

    /** What is copied from here meets secrets that are not made of letters alone. */
    @Test
    void works_onlyIfTheSecretIsFormEncoded() {
        auth.clients().rotateSecret("YOUR_CLIENT_ID", "s3cret+/=");
        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        String payload = "grant_type=client_credentials&client_id=YOUR_CLIENT_ID&client_secret=";

        assertThat(proxy.call("POST", "/api/v2/oauth/token", payload + "s3cret+/=", form)
                        .status())
                .isEqualTo(401);
        assertThat(auth.exchanges().last().reason()).contains(Reason.SECRET_WRONG);
        assertThat(auth).found(Mistake.PLUS_AS_BLANK);
        assertThat(proxy.call("POST", "/api/v2/oauth/token", payload + "s3cret%2B%2F%3D", form)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answerLifetime_isADayToTheSecond() {
        auth.clients().grantScope("YOUR_CLIENT_ID", "user:read");
        Answer token = post(auth.tokenUri(), CREDENTIALS, FORM);
        auth.clock().freeze();

        assertThat(token.member("expires_in")).isEqualTo("86400");
        auth.clock().advance(Duration.ofHours(23).plusMinutes(59));
        assertThat(get(me, bearer(token.accessToken())).status()).isEqualTo(200);
        auth.clock().advance(Duration.ofMinutes(1));
        assertThat(get(me, bearer(token.accessToken())).status()).isEqualTo(401);
        assertThat(auth).rejectedOnce(Reason.TOKEN_EXPIRED).found(Mistake.TOKEN_OUTLIVED);
    }

    @Test
    void answerRevocation_comesWithAChangeOfTheApplication() {
        auth.clients().grantScope("YOUR_CLIENT_ID", "user:read");
        String token = post(auth.tokenUri(), CREDENTIALS, FORM).accessToken();

        auth.clients().withdrawScope("YOUR_CLIENT_ID", "admin:api");

        assertThat(get(me, bearer(token)).status()).isEqualTo(401);
        assertThat(auth).rejectedOnce(Reason.TOKEN_REVOKED).found(Mistake.TOKEN_WITHDRAWN);
    }

    private String seen() {
        return auth.exchanges().last().explanation().orElseThrow().seen();
    }
}
