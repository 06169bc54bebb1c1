package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an exchange says of the endpoint that was asked, and where one is. */
class MountedEndpointsTest {
    private final TestServer server = TestServer.withDefaults();

    @ParameterizedTest
    @CsvSource({
        "/oauth/token, TOKEN, OAUTH_TOKEN",
        "/auth/token, TOKEN, GLOBAL",
        "/auth/authorize, DOCUMENT, GLOBAL",
        "/auth/authorize/logout, DOCUMENT, GLOBAL",
        "/auth/jwks, DOCUMENT, OAUTH_TOKEN",
        "/.well-known/openid-configuration, DOCUMENT, OAUTH_TOKEN",
        "/.well-known/cxone-configuration, DOCUMENT, OAUTH_TOKEN",
        "/auth/userinfo, RESOURCE, GLOBAL",
        "/auth/revoke, TOKEN, GLOBAL",
        "/auth/introspect, TOKEN, GLOBAL",
        "/authentication/v1/token/access-key, TOKEN, ACCESS_KEY",
        "/InContactAuthorizationServer/Token, TOKEN, CENTRAL",
        "/InContactAuthorizationServer/Token/WhoAmI, TOKEN, CENTRAL",
        "/login/oauth/token, TOKEN, GENESYS",
        "/users/me, RESOURCE, OAUTH_TOKEN"
    })
    void exchange_namesThePartAndTheDialect(String path, Kind kind, String profile) {
        Exchange exchange = server.exchange(TestRequest.get(path));

        assertThat(exchange.kind()).isEqualTo(kind);
        assertThat(exchange.profile()).isEqualTo(profile);
    }
}
