package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.API_V2;
import static io.github.cxoneauthstub.auth.TestServer.ID;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH2;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes {@code OAUTH2_TOKEN} and {@code API_V2} themselves, unchanged and each on its own path. */
class ForumDialectsTest {
    private static final String BAD_CREDENTIALS =
            "{\"error\":\"invalid_client\",\"error_description\":\"Bad client credentials\"}";
    private static final String JSON = "{\"grant_type\":\"client_credentials\",\"client_id\":\"" + ID + "\"}";

    private final TestServer server = TestServer.withDefaults();

    @Test
    void credentialsInTheForm_areBadCredentialsAtOauth2Token() {
        Answer answer = server.answer(TestRequest.tokenByBody(OAUTH2));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(BAD_CREDENTIALS);
        assertThat(last().reason()).contains(Reason.BODY_CREDENTIALS_NOT_ACCEPTED);
        assertThat(last().profile()).isEqualTo("OAUTH2_TOKEN");
    }

    @Test
    void jsonWithoutBasic_isABodyThatIsIgnoredAtOauth2Token() {
        TestRequest json = TestRequest.token(OAUTH2).without("Authorization");

        Answer answer =
                server.answer(json.header("Content-Type", "application/json").body(JSON));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(BAD_CREDENTIALS);
        assertThat(last().reason()).contains(Reason.CREDENTIALS_MISSING);
        assertThat(why().seen())
                .isEqualTo(
                        "no Authorization header, a JSON object with grant_type, client_id, which was ignored, because"
                                + " it is not labelled as a form");
        assertThat(why().advice())
                .isEqualTo("send Authorization: Basic base64(id:secret); send the rest as a form, and label it with"
                        + " Content-Type: application/x-www-form-urlencoded");
    }

    /** The client is authenticated before grant_type is looked at. */
    @Test
    void jsonWithGoodBasic_lacksTheGrantTypeAtOauth2Token() {
        Answer answer = server.answer(TestRequest.token(OAUTH2)
                .header("Content-Type", "application/json")
                .body(JSON));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_request\"}");
        assertThat(last().reason()).contains(Reason.GRANT_TYPE_MISSING);
        assertThat(last().clientId()).contains(ID);
        assertThat(why().advice())
                .isEqualTo("send grant_type=client_credentials as a form; label it with Content-Type:"
                        + " application/x-www-form-urlencoded");
    }

    @Test
    void jsonWithBadBasic_isBadCredentialsAtOauth2Token() {
        Answer answer = server.answer(TestRequest.token(OAUTH2)
                .basic(ID, "wrong")
                .header("Content-Type", "application/json")
                .body(JSON));

        assertThat(answer.body()).isEqualTo(BAD_CREDENTIALS);
        assertThat(last().reason()).contains(Reason.SECRET_WRONG);
    }

    @ParameterizedTest
    @CsvSource({"cxone:api, SCOPE_NOT_GRANTED", "user:read++admin:api, SCOPE_MALFORMED"})
    void badScope_is400AtOauth2Token(String scope, Reason reason) {
        Answer answer = server.answer(TestRequest.token(OAUTH2).plus("scope=" + scope));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_scope\"}");
        assertThat(last().reason()).contains(reason);
    }

    @Test
    void disabledClient_isBadCredentialsAtOauth2Token() {
        server.view().clients().disable(ID);

        assertThat(server.answer(TestRequest.token(OAUTH2)).body()).isEqualTo(BAD_CREDENTIALS);
        assertThat(last().reason()).contains(Reason.CLIENT_DISABLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic cmVwb3J0aW5nOmh1c2g=", "Basic not*base64", "Bearer abc", "Digest x", ""})
    void anyAuthorizationHeader_isBadCredentialsAtApiV2(String header) {
        Answer beside = server.answer(TestRequest.tokenByBody(API_V2).with("Authorization", header));
        boolean empty = header.isEmpty();

        assertThat(beside.status()).isEqualTo(401);
        assertThat(beside.body()).isEqualTo(BAD_CREDENTIALS);
        assertThat(why().advice()).as("empty: " + empty).contains("Authorization header");
    }

    @Test
    void basicInsteadOfTheForm_isToldWhereItBelongsAtApiV2() {
        Answer answer = server.answer(TestRequest.token(API_V2));

        assertThat(answer.body()).isEqualTo(BAD_CREDENTIALS);
        assertThat(last().reason()).contains(Reason.BASIC_NOT_ACCEPTED);
        assertThat(why().advice())
                .isEqualTo("send client_id and client_secret in the form, and no Authorization header");
    }

    @Test
    void twoHeaders_areBadCredentialsAtApiV2() {
        TestRequest two = TestRequest.tokenByBody(API_V2)
                .with("Authorization", "Basic eDp5")
                .with("Authorization", "Basic eDp5");

        assertThat(server.answer(two).status()).isEqualTo(401);
        assertThat(last().reason()).contains(Reason.AUTHORIZATION_REPEATED);
    }

    @Test
    void grantThatIsNotEnabled_is401UnauthorizedClientAtApiV2() {
        server.view()
                .clients()
                .register(Client.builder("web").secret("abc").grants().build());

        Answer answer = server.answer(TestRequest.token(Profiles.API_V2, "web", "abc"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"error\":\"unauthorized_client\"}");
        assertThat(last().reason()).contains(Reason.GRANT_NOT_ENABLED);
    }

    @Test
    void tokenOfApiV2_isIssuedWithoutTheScopeAndRefusedByTheResource() {
        server.view().clients().withdrawScope(ID, "user:read");

        Answer issued = server.answer(TestRequest.token(Profiles.API_V2).plus("scope=user:read+admin:api"));
        assertThat(last().outcome()).isEqualTo(Outcome.ISSUED);
        assertThat(issued.body())
                .contains("\"scope\":\"admin:api\"", "\"expires_in\":86400")
                .doesNotContain("refresh_token");

        Answer refused = server.answer(TestRequest.get("/users/me").bearer(Wire.accessToken(issued)));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body()).isEqualTo("{\"error\":\"insufficient_scope\"}");
        assertThat(Wire.values(refused, "WWW-Authenticate"))
                .containsExactly("Bearer realm=\"cxone\", error=\"insufficient_scope\", scope=\"user:read\"");
        assertThat(last().reason()).contains(Reason.SCOPE_INSUFFICIENT);
        assertThat(last().profile()).isEqualTo("API_V2");
    }

    @Test
    void tokenOfADay_isRefusedAfterIt() {
        String token = Wire.accessToken(server.answer(TestRequest.token(Profiles.API_V2)));

        server.view().clock().advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(server.answer(TestRequest.get("/users/me").bearer(token)).status())
                .isEqualTo(200);
        server.view().clock().advance(Duration.ofSeconds(1));
        assertThat(server.answer(TestRequest.get("/users/me").bearer(token)).status())
                .isEqualTo(401);
        assertThat(last().reason()).contains(Reason.TOKEN_EXPIRED);
    }

    private Exchange last() {
        return server.view().exchanges().last();
    }

    private Explanation why() {
        return last().explanation().orElseThrow();
    }
}
