package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.ID;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static io.github.cxoneauthstub.auth.TestServer.RFC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which grant and which scopes a client gets. */
class GrantAndScopeTest {
    private final TestServer server = TestServer.inBothDialects();

    @ParameterizedTest
    @ValueSource(strings = {OAUTH, RFC})
    void missingGrantType_isAnInvalidRequest(String path) {
        Exchange exchange = server.exchange(TestRequest.token(path).body("grant_type="));

        assertThat(exchange.reason()).contains(Reason.GRANT_TYPE_MISSING);
        assertThat(exchange.status()).isEqualTo(400);
        assertThat(exchange.error()).isEqualTo("invalid_request");
        assertThat(exchange.clientId()).contains(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"client_credential", "Client_Credentials", "password", "refresh_token", "client_credentials+"})
    void otherGrantType_isUnsupported(String grantType) {
        Exchange exchange = server.exchange(TestRequest.token(OAUTH).body("grant_type=" + grantType));

        assertThat(exchange.reason()).contains(Reason.GRANT_TYPE_UNSUPPORTED);
        assertThat(exchange.status()).isEqualTo(400);
        assertThat(exchange.error()).isEqualTo("unsupported_grant_type");
        assertThat(why(exchange).seen())
                .isEqualTo("grant_type '" + grantType.replace('+', ' ') + "'; served are [client_credentials]");
    }

    @ParameterizedTest
    @ValueSource(strings = {OAUTH, RFC})
    void withdrawnGrant_isAnUnauthorizedClient(String path) {
        server.view()
                .clients()
                .change(
                        ID,
                        client -> client.toBuilder().grants(GrantType.PASSWORD).build());

        Exchange exchange = server.exchange(TestRequest.token(path));

        assertThat(exchange.reason()).contains(Reason.GRANT_NOT_ENABLED);
        assertThat(exchange.status()).isEqualTo(400);
        assertThat(exchange.error()).isEqualTo("unauthorized_client");
        assertThat(why(exchange).seen()).isEqualTo("client reporting may use [password], not client_credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&scope="})
    void omittedScope_isAllThatIsGranted(String scope) {
        Answer answer = server.answer(TestRequest.token(RFC).plus(scope));

        assertThat(answer.body()).contains("\"scope\":\"admin:api user:read\"");
        assertThat(last().scopes()).contains(Scopes.of("admin:api", "user:read"));
    }

    @ParameterizedTest
    @CsvSource({"user:read, user:read", "user:read+admin:api, user:read admin:api", "user:read%20user:read, user:read"})
    void askedScope_isIssuedInTheOrderAskedFor(String scope, String issued) {
        Answer answer = server.answer(TestRequest.token(OAUTH).plus("scope=" + scope));

        assertThat(answer.body()).contains("\"scope\":\"" + issued + "\"");
        assertThat(last().note()).contains("scope " + issued + ", until 2026-11-22T10:15:30Z");
    }

    @ParameterizedTest
    @CsvSource({
        "cxone:api, cxone:api",
        "User:Read, User:Read",
        "user:read+cxone:api+x, 'cxone:api, x'",
        "*, *",
        "'user:read,admin:api', 'user:read,admin:api'"
    })
    void scopeThatIsNotGranted_isRefusedByName(String scope, String named) {
        Exchange oauth = server.exchange(TestRequest.token(OAUTH).plus("scope=" + scope));
        Exchange rfc = server.exchange(TestRequest.token(RFC).plus("scope=" + scope));

        assertThat(oauth.status()).isEqualTo(401);
        assertThat(rfc.status()).isEqualTo(400);
        assertThat(rfc.error()).isEqualTo("invalid_scope").isEqualTo(oauth.error());
        assertThat(rfc.reason()).contains(Reason.SCOPE_NOT_GRANTED).isEqualTo(oauth.reason());
        assertThat(why(rfc).seen()).isEqualTo("scope " + named + "; client reporting has admin:api user:read");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "user:read++admin:api, 'user:read  admin:api'",
                "+user:read, ' user:read'",
                "user:read+, 'user:read '",
                "user:read%09admin:api, 'user:read\\tadmin:api'",
                "%22user:read%22, '\"user:read\"'",
                "user%5Cread, 'user\\read'",
                "us%C3%A9r, 'us\\u00E9r'",
                "user:read%0A, 'user:read\\n'"
            })
    void scopeOutsideTheAlphabet_isMalformed(String scope, String shown) {
        Exchange exchange = server.exchange(TestRequest.token(RFC).plus("scope=" + scope));

        assertThat(exchange.reason()).contains(Reason.SCOPE_MALFORMED);
        assertThat(exchange.status()).isEqualTo(400);
        assertThat(exchange.error()).isEqualTo("invalid_scope");
        assertThat(why(exchange).seen()).isEqualTo("scope " + shown);
    }

    @Test
    void clientWithEveryScope_getsWhatItAsksFor() {
        server.view().clients().register(Client.of("all", "s3cret"));

        Answer one = server.answer(TestRequest.token(RFC).basic("all", "s3cret").plus("scope=any:thing"));
        Answer every = server.answer(TestRequest.token(RFC).basic("all", "s3cret"));

        assertThat(one.body()).contains("\"scope\":\"any:thing\"");
        assertThat(every.body()).contains("\"scope\":\"*\"");
    }

    @Test
    void clientWithoutScope_getsATokenWithoutScope() {
        server.view()
                .clients()
                .register(Client.builder("none").secret("s3cret").scopes().build());

        Answer answer = server.answer(TestRequest.token(RFC).basic("none", "s3cret"));
        assertThat(answer.body()).contains("access_token").doesNotContain("scope");
        assertThat(last().note()).contains("(by Basic), no scope, until");

        Exchange asked =
                server.exchange(TestRequest.token(RFC).basic("none", "s3cret").plus("scope=a"));
        assertThat(why(asked).seen()).isEqualTo("scope a; client none has no scope");
    }

    @Test
    void scopeRuleThatIsOff_issuesTheGrantedOnes() {
        TestServer lenient = TestServer.speaking(Profiles.OAUTH_TOKEN.toBuilder("LENIENT")
                .off(Reason.SCOPE_NOT_GRANTED)
                .build());

        Answer answer = lenient.answer(TestRequest.token(OAUTH).plus("scope=cxone:api+user:read"));

        assertThat(answer.body()).contains("\"scope\":\"user:read\"");
        assertThat(lenient.view().exchanges().last().outcome()).isEqualTo(Outcome.ISSUED);
    }

    private Exchange last() {
        return server.view().exchanges().last();
    }

    private static Explanation why(Exchange exchange) {
        return exchange.explanation().orElseThrow();
    }
}
