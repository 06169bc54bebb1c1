package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The number of a business unit in the place of the application's secret, with one tenant and with two. */
class BusinessUnitTest {
    private static final String PATH = "/InContactAuthorizationServer/Token";
    private static final String APP = "report@example";
    private static final String BOUND = "bound@example";
    private static final String SECRET = "n0t-a-secret";
    private static final long FIRST = Tenant.DEFAULT.businessUnit();
    private static final long SECOND = TestServer.OTHER_TENANT.businessUnit();
    private static final String CLIENT = "grant_type=client_credentials";

    private final TestServer server = TestServer.with(Configuration.builder()
            .profile(Profiles.CENTRAL)
            .tenant(Tenant.DEFAULT)
            .tenant(TestServer.OTHER_TENANT)
            .client(Client.builder(APP).secret(SECRET).build())
            .client(Client.builder(BOUND)
                    .secret(SECRET)
                    .tenantId(TestServer.OTHER_TENANT.tenantId())
                    .build())
            .accessKey(AccessKey.builder("first-user").secret("abc").build())
            .accessKey(AccessKey.builder("second-user")
                    .secret("abc")
                    .tenantId(TestServer.OTHER_TENANT.tenantId())
                    .build())
            .build());

    private static TestRequest token(String app, Object secret, String form) {
        return TestRequest.token(PATH).basic(app, String.valueOf(secret)).body(form);
    }

    private static String user(String name) {
        return "grant_type=password&username=" + name + "-user&password=abc";
    }

    private Explanation refusal(TestRequest request) {
        return server.exchange(request).explanation().orElseThrow();
    }

    /** Each was once told that its secret is wrong. */
    @ParameterizedTest
    @CsvSource({
        "username=first-user&password=abc, GRANT_TYPE_MISSING",
        "{\"grant_type\":\"password\"}, GRANT_TYPE_MISSING",
        "grant_type=pasword&username=first-user, GRANT_TYPE_UNSUPPORTED",
        "grant_type=client_credential, GRANT_TYPE_UNSUPPORTED"
    })
    void grantThatIsNotServed_isToldThoughTheUnitIsRight(String body, Reason reason) {
        assertThat(refusal(token(APP, FIRST, body)).reason()).isEqualTo(reason);
        assertThat(refusal(token(APP, SECRET, body)).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({APP + ", 4594001, first", APP + ", 4594002, second", BOUND + ", 4594002, second"})
    void unitOfTheUsersTenant_isTakenForTheSecret(String app, long unit, String user) {
        Exchange issued = server.exchange(token(app, unit, user(user)));

        assertThat(issued.outcome()).isEqualTo(Outcome.ISSUED);
        assertThat(issued.note()).contains("with the business unit");
    }

    @Test
    void unitOfAnotherTenantThanTheUsers_isRefused() {
        Answer answer = server.answer(token(APP, FIRST, user("second")));
        Explanation why = server.view().exchanges().last().explanation().orElseThrow();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("'report@example' not authorized for user");
        assertThat(why.reason()).isEqualTo(Reason.ACCESS_KEY_OF_ANOTHER_TENANT);
        assertThat(why.seen())
                .isEqualTo("access key second-user of tenant 11eb0000-0000-0000-0000-0242ac110003, whose business unit"
                        + " is 4594002; client report@example sent the business unit 4594001");
        assertThat(why.advice()).contains("business unit of the user's tenant");
    }

    @Test
    void refreshToken_isRenewedWithTheUnitOfItsUser() {
        Map<String, String> issued = server.tokens(token(APP, SECOND, user("second")));
        String renewal = "grant_type=refresh_token&refresh_token="
                + FormEncoding.encode(issued.getOrDefault("refresh_token", ""));

        Explanation why = refusal(token(APP, FIRST, renewal));

        assertThat(why.reason()).isEqualTo(Reason.ACCESS_KEY_OF_ANOTHER_TENANT);
        assertThat(why.seen()).contains("a refresh token of tenant", "sent the business unit 4594001");
        assertThat(server.tokens(token(APP, SECOND, renewal))).containsKey("refresh_token");
    }

    @Test
    void unitOfAnotherTenantThanTheClients_isNoSecretOfIt() {
        Explanation why = refusal(token(BOUND, FIRST, user("second")));

        assertThat(why.reason()).isEqualTo(Reason.SECRET_WRONG);
        assertThat(why.seen()).isEqualTo("client bound@example, the number of a business unit of another tenant");
    }

    @ParameterizedTest
    @ValueSource(longs = {4594001, 4594002})
    void unitOfAClientItself_isToldAsSuch(long unit) {
        Explanation why = refusal(token(APP, unit, CLIENT));

        assertThat(why.reason()).isEqualTo(Reason.SECRET_WRONG);
        assertThat(why.seen())
                .isEqualTo("client report@example, the number of a business unit, which is for the grants of users;"
                        + " client_credentials takes the application's secret");
        assertThat(why.advice()).startsWith("send app@vendor:secret with client_credentials");
    }

    @Test
    void numberThatIsNoUnit_isToldBesideThoseThatThereAre() {
        Explanation why = refusal(token(APP, 4594999, user("first")));

        assertThat(why.reason()).isEqualTo(Reason.SECRET_WRONG);
        assertThat(why.seen())
                .isEqualTo(
                        "client report@example, a number that is no business unit here; there are [4594001, 4594002]");
        assertThat(why.advice()).startsWith("send the number of the business unit");
    }

    @Test
    void anythingElse_isAWrongSecret() {
        assertThat(refusal(token(APP, "wr0ng", user("first"))).seen())
                .isEqualTo("client report@example, a secret that is not the registered one");
        assertThat(refusal(token(APP, 4594999, CLIENT)).seen()).endsWith("a secret that is not the registered one");
    }
}
