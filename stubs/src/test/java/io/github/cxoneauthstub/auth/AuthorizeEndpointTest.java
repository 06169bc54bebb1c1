package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a login that comes to nothing. */
class AuthorizeEndpointTest {
    private final TestServer server = TestServer.speaking(Profiles.GLOBAL);

    @Test
    void login_isThatOfItsClient() {
        assertThat(server.exchange(Logins.authorization(server, Logins.QUERY)).clientId())
                .contains(Logins.APP);
    }

    /** Nothing of it is sent to an address: who it is from is not settled. */
    @Test
    void disabledClient_isToldSoItself() {
        TestRequest login = Logins.authorization(server, Logins.QUERY);
        server.view().clients().disable(Logins.APP);

        Exchange exchange = server.exchange(login);

        assertThat(exchange.reason()).contains(Reason.CLIENT_DISABLED);
        assertThat(exchange.clientId()).contains(Logins.APP);
        assertThat(exchange.status()).isNotEqualTo(302);
    }

    @Test
    void keyThatIsNotActive_isNoUser() {
        TestRequest login = Logins.authorization(server, Logins.QUERY);
        server.view()
                .accessKeys()
                .all()
                .forEach(key -> server.view().accessKeys().deactivate(key.id()));

        Explanation why = why(login);

        assertThat(why.reason()).isEqualTo(Reason.USER_MISSING);
        assertThat(why.seen()).startsWith("no active access key in the tenant of the client");
        assertThat(why.advice()).startsWith("give the configuration an access key");
    }

    /** Each tenant has its own users, whichever of them is named first. */
    @Test
    void userOfATenant_isOneOfItsOwn() {
        TestServer two = TestServer.with(Configuration.builder()
                .profile(Profiles.GLOBAL)
                .client(Logins.client(Logins.APP))
                .tenant(Tenant.DEFAULT)
                .tenant(TestServer.OTHER_TENANT)
                .accessKey(AccessKey.builder("FIRST===").secret("any-secret").build())
                .build());
        TestRequest login = Logins.authorization(two, Logins.QUERY);

        assertThat(two.exchange(login.query("tenantId=" + Tenant.DEFAULT.tenantId()))
                        .reason())
                .isEmpty();
        assertThat(two.exchange(login.query("tenantId=" + TestServer.OTHER_TENANT.tenantId()))
                        .reason())
                .contains(Reason.USER_MISSING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code_challenge=[^&]*&code_challenge_method=S256 || no code_challenge",
                "&code_challenge_method=S256 || a code_challenge without code_challenge_method, which then is plain,"
                        + " a challenge of 43 characters",
                "challenge_method=S256 | challenge_method=plain | code_challenge_method 'plain', a challenge of 43"
                        + " characters",
            })
    void challenge_isToldAsItWas(String part, String other, String seen) {
        String query = Logins.QUERY.replaceFirst(part, other == null ? "" : other);

        assertThat(why(Logins.authorization(server, query)).seen()).isEqualTo(seen);
    }

    @Test
    void unknownTenant_isToldByItsShape() {
        Explanation why = why(Logins.authorization(server, Logins.QUERY + "&tenantId=none"));

        assertThat(why.seen()).startsWith("a tenantId that is no tenant's, of ");
        assertThat(why.advice()).startsWith("send the tenantId of a tenant of the configuration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "id_token"})
    void otherResponseType_isToldAsItWas(String type) {
        String query = Logins.QUERY.replace("response_type=code", "response_type=" + type);

        assertThat(why(Logins.authorization(server, query)).seen()).isEqualTo("'" + type + "'");
    }

    private Explanation why(TestRequest request) {
        return server.exchange(request).explanation().orElseThrow();
    }
}
