package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.Mint;
import io.github.cxoneauthstub.auth.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which tenants there are, wherever they come from. */
class TenantDoorsTest {
    private static final String FIRST = "11eb0000-0000-0000-0000-0242ac110004";
    private static final String SECOND = "11eb0000-0000-0000-0000-0242ac110005";

    @Test
    void withoutAny_thereIsTheDefaultOne_atTheAddressOfAll() {
        TestRun.of(BareTestCases.class).succeeded(1);
    }

    @Test
    void tokenOfOneTenant_isRefusedAtTheAddressOfAnother() {
        TestRun.of(TwoTestCases.class).succeeded(1);
    }

    @Test
    void builderAndAnnotation_areMergedTheNearestFirst() {
        TestRun.of(MergedTestCases.class).succeeded(1);
    }

    @Test
    void clientOfAnUnknownTenant_isRefusedAtItsDoor() {
        assertThat(TestRun.of(UnknownTestCases.class).failure())
                .hasMessageContaining("UnknownTestCases: clients: '" + SECOND
                        + "' is not the tenantId of a tenant: use one of " + FIRST + ", or add it to the tenants");
    }

    @Test
    void twoTenantsOfOneId_areRefused() {
        assertThat(TestRun.of(TwiceTestCases.class).failure())
                .hasMessageContaining("tenants: two tenants have the id '" + FIRST + "'");
    }

    @CxoneAuthStub
    static class BareTestCases {
        @Test
        void test(CxoneAuth auth) {
            assertThat(auth.configuration().tenants()).containsExactly(Tenant.DEFAULT);
            assertThat(auth.apiUri(Tenant.DEFAULT.tenantId())).isEqualTo(auth.apiUri());
            assertThatIllegalArgumentException().isThrownBy(() -> auth.apiUri("nobody"));
        }
    }

    @CxoneAuthStub(
            tenants = {
                @CxoneTenant(id = FIRST, businessUnit = 4594004),
                @CxoneTenant(id = SECOND, area = "eu1", businessUnit = 4594005)
            },
            clients = {
                @CxoneClient(id = "first", secret = "s3cret", tenantId = FIRST),
                @CxoneClient(id = "second", secret = "s3cret", tenantId = SECOND)
            },
            accessKeys = @CxoneAccessKey(id = "KEYID====", secret = "KEYSECRET====", tenantId = SECOND))
    static class TwoTestCases {
        @Test
        void test(CxoneAuth auth) {
            auth.api().get("/agents").answers("{}");
            String token = auth.tokens().issue(Mint.forClient("second")).value();

            assertThat(asked(auth, SECOND, token)).isEqualTo(200);
            assertThat(asked(auth, FIRST, token)).isEqualTo(401);
            assertThat(auth.accessKey().tenantId()).contains(SECOND);
            assertThat(auth.configuration().tenants())
                    .containsExactly(new Tenant(FIRST, "na1", 4594004), new Tenant(SECOND, "eu1", 4594005));
        }

        private static int asked(CxoneAuth auth, String tenantId, String token) {
            return Http.get(auth.apiUri(tenantId) + "/agents", token);
        }
    }

    @CxoneAuthStub(tenants = @CxoneTenant(id = SECOND, businessUnit = 4594005))
    static class MergedTestCases {
        @RegisterExtension
        static final CxoneAuthExtension CXONE = CxoneAuthExtension.builder()
                .tenant(new Tenant(FIRST, "na1", 4594004))
                .tenant(new Tenant(SECOND, "na1", 1))
                .build();

        @Test
        void test(CxoneAuth auth) {
            assertThat(auth.configuration().tenants())
                    .containsExactly(new Tenant(SECOND, "na1", 4594005), new Tenant(FIRST, "na1", 4594004));
        }
    }

    @CxoneAuthStub(
            tenants = @CxoneTenant(id = FIRST, businessUnit = 4594004),
            clients = @CxoneClient(id = "second", secret = "s3cret", tenantId = SECOND))
    static class UnknownTestCases {
        @Test
        void test(CxoneAuth auth) {
            auth.client();
        }
    }

    @CxoneAuthStub(
            tenants = {
                @CxoneTenant(id = FIRST, businessUnit = 4594004),
                @CxoneTenant(id = FIRST, businessUnit = 4594005)
            })
    static class TwiceTestCases {
        @Test
        void test(CxoneAuth auth) {
            auth.client();
        }
    }
}
