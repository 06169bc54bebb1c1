package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the resources of a tenant are, and whose tokens open them. */
class TenantAddressesTest {
    private static final String OTHER = TestServer.OTHER_TENANT.tenantId();
    private static final String FIRST = Tenant.DEFAULT.tenantId();

    private final TestServer server = TestServer.with(Configuration.builder()
            .profile(Profiles.GLOBAL)
            .client(TestServer.REPORTING)
            .tenant(Tenant.DEFAULT)
            .tenant(TestServer.OTHER_TENANT)
            .accessKey(Configuration.DEFAULT_ACCESS_KEY)
            .accessKey(AccessKey.builder("OTHERKEY====")
                    .secret("OTHERSECRET====")
                    .tenantId(OTHER)
                    .build())
            .build());

    @Test
    void configuration_tellsOfOneTenant() {
        assertThat(configuration("tenantId=" + OTHER).body())
                .isEqualTo("{\"private\":false,\"area\":\"eu1\",\"cluster\":\"C52\",\"domain\":\"localhost:4711\","
                        + "\"acdDomain\":\"localhost:4711\",\"uhDomain\":\"localhost:4711\","
                        + "\"ui_endpoint\":\"http://127.0.0.1:4711\",\"auth_endpoint\":\"http://127.0.0.1:4711\","
                        + "\"api_endpoint\":\"http://127.0.0.1:4711/tenants/" + OTHER + "\",\"tenantId\":\"" + OTHER
                        + "\"}");
    }

    @Test
    void configurationOfTheOnlyTenant_namesTheBase() {
        TestServer single =
                TestServer.with(Configuration.builder().profile(Profiles.GLOBAL).build());

        assertThat(single.answer(TestRequest.get("/.well-known/cxone-configuration?tenantId=" + FIRST))
                        .body())
                .contains("\"api_endpoint\":\"http://127.0.0.1:4711\"");
    }

    @ParameterizedTest
    @CsvSource({
        "https://cxone.example/mock, cxone.example",
        "http://cxone.example:8443, cxone.example:8443",
        "http://127.0.0.1, localhost",
        "http://[::1]:80, localhost:80",
    })
    void domains_areTheHostUnlessItIsAnAddress(URI base, String domain) {
        AuthorizationServer.Parts parts = TestServer.parts();
        AuthorizationServer known = server.server()
                .restarted(new AuthorizationServer.Parts(
                        parts.signer(), parts.json(), parts.diagnosis(), parts.matchers(), Addresses.of(base)));

        Reply.Answered reply =
                (Reply.Answered) known.reply(TestRequest.get("/.well-known/cxone-configuration?tenantId=" + FIRST)
                        .arrived());

        assertThat(reply.answer().body())
                .contains(
                        "\"domain\":\"" + domain + "\"",
                        "\"acdDomain\":\"" + domain + "\"",
                        "\"uhDomain\":\"" + domain + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenantid", "tenant_id"})
    void parameterThatIsSpeltOtherwise_isNamed(String name) {
        configuration(name + "=" + FIRST);

        assertThat(why().reason()).isEqualTo(Reason.TENANT_MISSING);
        assertThat(why().seen()).startsWith("no tenantId in the query, but " + name + ";");
    }

    @Test
    void tenantIdThatIsNearlyRight_isToldHowItDiffers() {
        configuration("tenantId=" + FIRST.toUpperCase(Locale.ROOT));
        assertThat(why().seen()).contains("which differs from " + FIRST + " in upper and lower case");

        configuration("tenantId=%20" + FIRST);
        assertThat(why().seen()).startsWith("a tenantId of 37 characters, which has blanks around it;");
    }

    /** An older PowerShell client asks the host of an area, and says no tenant. */
    @Test
    void onlyTenant_needsNoId() {
        TestServer single =
                TestServer.with(Configuration.builder().profile(Profiles.GLOBAL).build());

        assertThat(single.answer(TestRequest.get("/.well-known/cxone-configuration"))
                        .body())
                .contains("\"tenantId\":\"" + FIRST + "\"");
        assertThat(single.view().exchanges().last().note())
                .isEqualTo("configuration of tenant " + FIRST + ", the only one there is, asked for without tenantId");
    }

    @Test
    void pathsBelowTheTenants_areNobodyElses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResourceDescription.checkedPath("/tenants/x/users/me"))
                .withMessage("'/tenants/x/users/me' is no path of a resource: below /tenants/ each tenant has every"
                        + " resource once more, by the path that it has here, as /users/me; leave"
                        + " /tenants/{tenantId} out");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Configuration.builder().paths("/tenants/token").build())
                .withMessage("profile OAUTH_TOKEN cannot be served on /tenants/token: below /tenants/ are the resources"
                        + " of the tenants; give it another path");
    }

    private Explanation why() {
        return server.view().exchanges().last().explanation().orElseThrow();
    }

    @Test
    void tenantThatIsMissingOrUnknown_isRefusedWithTheTenantsThereAre() {
        assertThat(configuration("x=1").status()).isEqualTo(400);
        assertThat(server.view().exchanges().last().reason()).contains(Reason.TENANT_MISSING);
        assertThat(configuration("tenantId=11eb-wrong").status()).isEqualTo(404);
        assertThat(server.view().exchanges().last().reason()).contains(Reason.TENANT_UNKNOWN);
        assertThat(server.view().exchanges().last().explanation().orElseThrow().seen())
                .isEqualTo("a tenantId of 10 characters; there are [" + FIRST + ", " + OTHER + "]");
        assertThat(server.answer(TestRequest.get("/.well-known/cxone-configuration?tenantId=" + FIRST)
                                .method("POST"))
                        .status())
                .isEqualTo(405);
    }

    @Test
    void token_opensTheResourcesOfItsTenantOnly() {
        String first = server.tokens(TestRequest.global()).getOrDefault("access_token", "");
        String other = server.tokens(TestRequest.global()
                        .body("grant_type=password&username=OTHERKEY%3D%3D%3D%3D&password=OTHERSECRET%3D%3D%3D%3D"))
                .getOrDefault("access_token", "");

        assertThat(status("/tenants/" + FIRST, first)).isEqualTo(200);
        assertThat(status("/tenants/" + OTHER, other)).isEqualTo(200);
        assertThat(status("", other)).isEqualTo(200);
        assertThat(status("/tenants/" + OTHER, first)).isEqualTo(401);
        assertThat(server.view().exchanges().last().reason()).contains(Reason.TOKEN_OF_ANOTHER_TENANT);
        assertThat(server.view().exchanges().last().explanation().orElseThrow().seen())
                .isEqualTo("a token of tenant " + FIRST + " at the address of tenant " + OTHER);
    }

    /** A wrong base path once went unnoticed: any token opened the resources behind it. */
    @Test
    void addressOfAProduct_isForItsOwnTokensOnly() {
        String global = server.tokens(TestRequest.global()).getOrDefault("access_token", "");
        String genesys = server.tokens(TestRequest.token(Profiles.GENESYS)).getOrDefault("access_token", "");
        TestRequest request = TestRequest.get("/api/users/me");

        assertThat(server.server().reply(request.bearer(global).arrived())).isInstanceOf(Reply.PassOn.class);
        assertThat(server.answer(request.bearer(genesys)).status()).isEqualTo(200);
        assertThat(server.answer(TestRequest.get("/inContactAPI/users/me").bearer(global))
                        .status())
                .isEqualTo(200);
        assertThat(server.server()
                        .reply(TestRequest.get("/inContactAPI/users/me")
                                .bearer(genesys)
                                .arrived()))
                .isInstanceOf(Reply.PassOn.class);
        assertThat(server.answer(request).body()).contains("\"code\":\"authentication.required\"");
        assertThat(server.answer(TestRequest.get("/inContactAPI/users/me")).headers())
                .anyMatch(header -> header.name().equals("icStatusDescription"));
    }

    /** The decoder passes over the last bits of the last character. */
    @Test
    void opaqueTokenWithAnotherLastCharacter_isNone() {
        String token = server.tokens(TestRequest.token(Profiles.GENESYS)).getOrDefault("access_token", "");
        String head = token.substring(0, token.length() - 1);

        for (char last : "ABCDEFGHQgw_-09".toCharArray()) {
            String other = head + last;
            assertThat(status("", other)).as(String.valueOf(last)).isEqualTo(other.equals(token) ? 200 : 401);
        }
    }

    @Test
    void addressOfNoTenant_isNoAddress() {
        Reply reply = server.server()
                .reply(TestRequest.get("/tenants/nobody/users/me").arrived());

        assertThat(reply).isInstanceOf(Reply.PassOn.class);
    }

    private Answer configuration(String query) {
        return server.answer(TestRequest.get("/.well-known/cxone-configuration").query(query));
    }

    private int status(String base, String token) {
        return server.answer(TestRequest.get(base + "/users/me").bearer(token)).status();
    }
}
