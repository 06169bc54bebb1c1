package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.profile.Profiles;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever becomes of a login, it stays that of a user of the same tenant, which is not the first one here. */
class TenantOfTokensTest {
    private static final Tenant SECOND = TestServer.OTHER_TENANT;

    private final TestServer server = TestServer.with(Configuration.builder()
            .profile(Profiles.GLOBAL)
            .client(TestServer.REPORTING)
            .tenant(Tenant.DEFAULT)
            .tenant(SECOND)
            .accessKey(Configuration.DEFAULT_ACCESS_KEY)
            .accessKey(AccessKey.builder("SECONDKEY====")
                    .secret("n0t-a-secret")
                    .user("second@example.com")
                    .tenantId(SECOND.tenantId())
                    .build())
            .build());

    @Test
    void login_isOfTheUsersTenant() {
        assertOfTheSecond(login());
    }

    @Test
    void renewedLogin_staysThere() {
        Map<String, String> once = server.tokens(renewing(login()));

        assertOfTheSecond(once);
        assertOfTheSecond(server.tokens(renewing(once)));
    }

    @Test
    void exchangedToken_staysThere() {
        Map<String, String> exchanged = server.tokens(TestRequest.global()
                .body("grant_type=urn:ietf:params:oauth:grant-type:token-exchange"
                        + "&subject_token=" + login().get("access_token")
                        + "&subject_token_type=urn:ietf:params:oauth:token-type:access_token"));

        assertOfTheSecond(exchanged);
    }

    @Test
    void redeemedCode_isOfTheTenantThatWasAskedFor() {
        Answer answer = server.answer(Logins.authorization(server, Logins.QUERY + "&tenantId=" + SECOND.tenantId()));
        String code = Logins.sentBack(answer).getOrDefault("code", "");

        assertOfTheSecond(server.tokens(new Logins.Login(code).redemption()));
    }

    private Map<String, String> login() {
        return server.tokens(
                TestRequest.global().body("grant_type=password&username=SECONDKEY====&password=n0t-a-secret"));
    }

    private static TestRequest renewing(Map<String, String> answer) {
        return TestRequest.global().body("grant_type=refresh_token&refresh_token=" + answer.get("refresh_token"));
    }

    private void assertOfTheSecond(Map<String, String> answer) {
        String token = answer.getOrDefault("access_token", "");
        assertThat(NimbusToken.members(
                        server.answer(TestRequest.get("/auth/userinfo").bearer(token))))
                .containsEntry("tenantId", SECOND.tenantId())
                .containsEntry("icBUId", SECOND.businessUnit())
                .containsEntry("name", "second@example.com");
    }
}
