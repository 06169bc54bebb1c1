package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.Found.nearMiss;
import static io.github.cxoneauthstub.auth.Found.row;
import static io.github.cxoneauthstub.auth.TestServer.API_V2;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static io.github.cxoneauthstub.auth.exchange.Mistake.GRANT_MISSPELT;
import static io.github.cxoneauthstub.auth.exchange.Mistake.GRANT_NOT_ENABLED;
import static io.github.cxoneauthstub.auth.exchange.Mistake.REFRESH_TOKEN_EXPECTED;
import static io.github.cxoneauthstub.auth.exchange.Mistake.SCOPES_NOT_BY_BLANKS;
import static io.github.cxoneauthstub.auth.exchange.Mistake.SCOPE_MISSPELT;
import static io.github.cxoneauthstub.auth.exchange.Mistake.SCOPE_NOT_GRANTED;
import static io.github.cxoneauthstub.auth.exchange.Mistake.SCOPE_OF_OPENID;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import io.github.cxoneauthstub.diagnosis.NearMissOf;
import io.github.cxoneauthstub.diagnosis.Shows;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found out about the grant and the scopes that were asked for. */
class GrantFindingsTest implements FindingsFrame.OfRows {
    private final TestServer server = TestServer.diagnosing(Configuration.builder()
            .client(TestServer.REPORTING)
            .client(Client.builder("all").secret("0therSecret").build())
            .client(Client.builder("identity")
                    .secret("0therSecret")
                    .scopes("openid", "offline_access", "a,b", "x")
                    .build())
            .client(Client.builder("people")
                    .secret("0therSecret")
                    .grants(GrantType.PASSWORD, GrantType.AUTHORIZATION_CODE)
                    .build())
            .build());

    @Override
    public TestServer server() {
        return server;
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                row(
                        SCOPE_NOT_GRANTED,
                        "thread 003",
                        scope("user:read billing:write"),
                        "asked for 'billing:write', but the application has admin:api user:read"),
                row(
                        GRANT_NOT_ENABLED,
                        "thread 004",
                        of("people"),
                        "the application of people has authorization_code, password enabled, and client_credentials is"
                                + " asked for"),
                row(
                        REFRESH_TOKEN_EXPECTED,
                        "used",
                        grant("refresh_token&refresh_token=abcdefghij"),
                        "grant_type refresh_token, with one of 10 characters"),
                row(
                        REFRESH_TOKEN_EXPECTED,
                        "never there",
                        grant("refresh_token&refresh_token=undefined"),
                        "grant_type refresh_token, with a word that stands for no value"),
                row(
                        REFRESH_TOKEN_EXPECTED,
                        "left out",
                        grant("refresh_token"),
                        "grant_type refresh_token, with no refresh_token"),
                row(
                        REFRESH_TOKEN_EXPECTED,
                        "beside the grant",
                        grant("client_credentials&refresh_token=null"),
                        "a parameter refresh_token beside client_credentials, with a word that stands for no value"),
                row(
                        REFRESH_TOKEN_EXPECTED,
                        "asked for",
                        scope("user:read offline_access"),
                        "scope offline_access asks for a refresh token, and client_credentials gives none"),
                row(
                        SCOPE_OF_OPENID,
                        "refused",
                        scope("openid user:read profile"),
                        "scope openid profile of OpenID Connect with client_credentials, which has no user"),
                row(
                        SCOPE_OF_OPENID,
                        "accepted of a client with every scope",
                        of("all").plus("scope=openid"),
                        "scope openid of OpenID Connect with client_credentials, which has no user"),
                row(
                        SCOPES_NOT_BY_BLANKS,
                        "accepted and dropped",
                        TestRequest.tokenByBody(API_V2).plus("scope=user:read,admin:api"),
                        "the scopes are joined by commas, so they are one word"),
                row(
                        SCOPES_NOT_BY_BLANKS,
                        "of a client with every scope",
                        of("all").plus("scope=a:b;c:d"),
                        "the scopes are joined by semicolons, so they are one word"),
                row(
                        SCOPES_NOT_BY_BLANKS,
                        "a list in requests",
                        TestRequest.token(OAUTH).plus("scope=user:read&scope=admin:api"),
                        "scope is there 2 times, instead of once with all of them"));
    }

    static Stream<Arguments> nearMisses() {
        return Stream.of(
                nearMiss(SCOPE_NOT_GRANTED, "granted", scope("user:read admin:api")),
                nearMiss(SCOPE_NOT_GRANTED, "misspelt", scope("user:raed")),
                nearMiss(SCOPE_NOT_GRANTED, "of OpenID", scope("openid offline_access")),
                nearMiss(SCOPE_NOT_GRANTED, "joined by commas", scope("user:read,billing:write")),
                nearMiss(
                        SCOPE_NOT_GRANTED,
                        "of a client with every scope",
                        of("all").plus("scope=billing:write")),
                nearMiss(
                        SCOPE_NOT_GRANTED,
                        "of a client that is unknown",
                        TestRequest.token(OAUTH).basic("nobody", "x").plus("scope=billing:write")),
                nearMiss(GRANT_NOT_ENABLED, "an unknown grant", grant("magic")),
                nearMiss(GRANT_NOT_ENABLED, "a grant that is not served", grant("password")),
                nearMiss(REFRESH_TOKEN_EXPECTED, "another grant", grant("password")),
                nearMiss(REFRESH_TOKEN_EXPECTED, "granted", of("identity").plus("scope=offline_access")),
                nearMiss(REFRESH_TOKEN_EXPECTED, "a scope like it", scope("offline")),
                nearMiss(SCOPE_OF_OPENID, "granted", of("identity").plus("scope=openid+x+y")),
                nearMiss(SCOPE_OF_OPENID, "another grant", grant("authorization_code&scope=openid")),
                nearMiss(SCOPE_OF_OPENID, "a word with it inside", scope("openid:all")),
                nearMiss(SCOPES_NOT_BY_BLANKS, "by blanks", scope("user:read nothing:else")),
                nearMiss(SCOPES_NOT_BY_BLANKS, "none of them granted", scope("one,two")),
                nearMiss(
                        SCOPES_NOT_BY_BLANKS,
                        "a comma of its own",
                        of("identity").plus("scope=a%2Cb+y")),
                nearMiss(SCOPES_NOT_BY_BLANKS, "no scope", grant("magic")),
                nearMiss(
                        SCOPE_MISSPELT,
                        "of a client with every scope",
                        of("all").plus("scope=User:Read")),
                nearMiss(
                        SCOPE_MISSPELT,
                        "another wrong thing",
                        scope("user:read").basic("reporting", "wrong")));
    }

    @ParameterizedTest
    @CsvSource({
        "client_credential, client_credentials",
        "clientCredentials, client_credentials",
        "CLIENT_CREDENTIALS, client_credentials",
        "client-credentials, client_credentials",
        "cleint_credentials, client_credentials",
        "client, client_credentials",
        "' client_credentials', client_credentials",
        "'\"client_credentials\"', client_credentials",
        "urn:ietf:params:oauth:grant-type:client_credentials, client_credentials",
        "passwort, 'password, which this endpoint does not take: it takes client_credentials'",
        "authorisation_code, 'authorization_code, which this endpoint does not take: it takes client_credentials'",
        "refreshToken, 'refresh_token, which this endpoint does not take: it takes client_credentials'"
    })
    @Shows(Mistake.GRANT_MISSPELT)
    void grantTypeThatIsNearlyOne_isMisspelt(String sent, String meant) {
        assertThat(Found.seen(server, grant(FormEncoding.encode(sent)), GRANT_MISSPELT))
                .contains("grant_type '" + sent + "' is nearly " + meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_credentials",
                "password",
                "implicit",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "code",
                "x"
            })
    @NearMissOf(Mistake.GRANT_MISSPELT)
    void grantTypeOfItsOwn_isNotMisspelt(String sent) {
        TestRequest wrongSecret = grant(sent).basic("reporting", "wrong");

        assertThat(Found.seen(server, wrongSecret, GRANT_MISSPELT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'user:read,admin:api', commas",
        "'user:read, admin:api', commas",
        "user:read|admin:api, bars",
        "user:read+admin:api, a + that was encoded as %2B",
        "user:read%20admin:api, a blank that was encoded twice"
    })
    void scopesOtherwiseJoined_areToldHow(String sent, String by) {
        assertThat(Found.seen(server, scope(sent), SCOPES_NOT_BY_BLANKS))
                .contains("the scopes are joined by " + by + ", so they are one word");
        assertThat(Found.seen(server, scope(sent), SCOPE_MISSPELT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "user:read  admin:api, there are blanks around the scopes or two in a row",
        "' user:read', there are blanks around the scopes or two in a row",
        "'[\"user:read\",\"admin:api\"]', the scopes are written as an array"
    })
    void scopesBadlyWritten_areToldHow(String sent, String seen) {
        assertThat(Found.seen(server, scope(sent), SCOPES_NOT_BY_BLANKS)).contains(seen);
    }

    @ParameterizedTest
    @CsvSource({
        "User:Read, scope 'User:Read' differs only in case from the granted user:read",
        "user:raed, scope 'user:raed' is nearly the granted user:read",
        "user.read, scope 'user.read' is nearly the granted user:read",
        "read:user, scope 'read:user' is the wrong way round: granted is user:read",
        "user:read admin:apis, scope 'admin:apis' is nearly the granted admin:api",
        "ADMIN:API user:reed, scope 'ADMIN:API' differs only in case from the granted admin:api; scope 'user:reed' is nearly the granted user:read"
    })
    @Shows(Mistake.SCOPE_MISSPELT)
    void scopeThatIsNearlyGranted_isMisspelt(String sent, String seen) {
        assertThat(Found.seen(server, scope(sent), SCOPE_MISSPELT)).contains(seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user:write", "admin:all", "cxone:api", "x", "user:read"})
    @NearMissOf(Mistake.SCOPE_MISSPELT)
    void scopeOfItsOwn_isNotMisspelt(String sent) {
        assertThat(Found.seen(server, scope(sent), SCOPE_MISSPELT)).isEmpty();
    }

    /** Thread 000: a token comes, and the call is refused with it. */
    @Test
    @Shows(Mistake.SCOPE_NOT_GRANTED)
    void callThatNeedsAScope_isToldWhoLacksIt() {
        server.view().clients().withdrawScope("reporting", "user:read");
        String all = server.view().tokens().issue("reporting").value();
        assertThat(Found.seen(server, TestRequest.get("/users/me").bearer(all), SCOPE_NOT_GRANTED))
                .contains("required is user:read; the token of reporting has admin:api, all that the application was"
                        + " granted");

        String narrow = server.view()
                .tokens()
                .issue(Mint.forClient("all").scopes("admin:api"))
                .value();
        assertThat(Found.seen(server, TestRequest.get("/users/me").bearer(narrow), SCOPE_NOT_GRANTED))
                .contains(
                        "required is user:read; the token of all has admin:api; the application has every scope, so its"
                                + " token request named less");
    }

    @Test
    void misspeltScopeThatTheDialectDrops_isFoundThoughATokenCame() {
        TestRequest request = TestRequest.tokenByBody(API_V2).plus("scope=User:Read");

        assertThat(Found.recorded(server, request).reason()).isEmpty();
        assertThat(Found.seen(server, request, SCOPE_MISSPELT))
                .contains("scope 'User:Read' differs only in case from the granted user:read");
    }

    private static TestRequest grant(String value) {
        return TestRequest.token(OAUTH).body("grant_type=" + value);
    }

    private static TestRequest scope(String value) {
        return TestRequest.token(OAUTH).plus("scope=" + FormEncoding.encode(value));
    }

    private static TestRequest of(String client) {
        return TestRequest.token(OAUTH).basic(client, "0therSecret");
    }
}
