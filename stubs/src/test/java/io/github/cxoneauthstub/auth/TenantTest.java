package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.cxoneauthstub.auth.client.Client;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose client it is, its tokens tell. */
class TenantTest {
    private static final Tenant FIRST = new Tenant("tenant-1", "eu1", 1001);
    private static final Tenant SECOND = new Tenant("tenant-2", "au1", 2002);

    private final TestServer server = TestServer.with(Configuration.builder()
            .tenant(FIRST)
            .tenant(SECOND)
            .client(Client.of("of-none", "s3cret"))
            .client(Client.builder("of-second")
                    .secret("s3cret")
                    .tenantId("tenant-2")
                    .build())
            .build());

    @Test
    void clientWithoutTenant_isOfTheFirst() throws ParseException {
        JWTClaimsSet claims = claims("of-none");

        assertThat(claims.getStringClaim("tenantId")).isEqualTo("tenant-1");
        assertThat(claims.getStringClaim("area")).isEqualTo("eu1");
        assertThat(claims.getClaim("icBUId")).isEqualTo(1001L);
    }

    @Test
    void clientWithTenant_isOfThatOne() throws ParseException {
        JWTClaimsSet claims = claims("of-second");

        assertThat(claims.getStringClaim("tenantId")).isEqualTo("tenant-2");
        assertThat(claims.getStringClaim("area")).isEqualTo("au1");
        assertThat(claims.getClaim("icBUId")).isEqualTo(2002L);
    }

    @Test
    void clientFromBeforeAnotherConfiguration_isOfTheFirstTenantOfNow() throws ParseException {
        server.view()
                .clients()
                .register(Client.builder("late")
                        .secret("s3cret")
                        .tenantId("tenant-2")
                        .build());
        TestServer fork = server.fork(Configuration.defaults());

        String token = fork.view().tokens().issue("late").value();

        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("tenantId"))
                .isEqualTo(Tenant.DEFAULT.tenantId());
    }

    @Test
    void unknownTenant_isRefusedWhereverTheClientComesIn() {
        Client stray =
                Client.builder("stray").secret("s3cret").tenantId("tenant-3").build();
        String message = "'tenant-3' is not the tenantId of a tenant: use one of tenant-1, tenant-2, or add it to the"
                + " tenants";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configuration.builder()
                        .tenant(FIRST)
                        .tenant(SECOND)
                        .client(stray)
                        .build())
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.view().clients().register(stray))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.view()
                        .clients()
                        .change(
                                "of-none",
                                client ->
                                        client.toBuilder().tenantId("tenant-3").build()))
                .withMessage(message);
        assertThat(server.view().clients().all()).extracting(Client::id).containsExactly("of-none", "of-second");
        assertThat(server.view().clients().get("of-none").tenantId()).isEmpty();
    }

    @Test
    void twoTenantsOfOneId_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Configuration.builder().tenant(FIRST).tenant(FIRST).build())
                .withMessage("two tenants have the tenantId 'tenant-1': ids are unique; give one of them another, or"
                        + " leave it out");
    }

    @Test
    void withoutTenants_thereIsTheDefaultOne() {
        assertThat(Configuration.defaults().tenants()).containsExactly(Tenant.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "\u00e4"})
    void idAndArea_areWords(String word) {
        String rule = ": it has letters, digits and the marks _.:@- only, and at least one of them";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tenant(word, "na1", 1))
                .withMessage("'" + word + "' is no tenantId" + rule);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tenant("a", word, 1))
                .withMessage("'" + word + "' is no area" + rule);
    }

    /** RFC 3986 section 5.2.4: a client never asks for such a path. */
    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void dots_areNoId(String word) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tenant(word, "na1", 1))
                .withMessage("'" + word + "' is no tenantId: as a part of a URL it vanishes (RFC 3986 section 5.2.4)");
    }

    @Test
    void businessUnit_isPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tenant("a", "na1", 0))
                .withMessage("a business unit of 0 is not possible: it is a number from 1 on");
    }

    private JWTClaimsSet claims(String clientId) throws ParseException {
        return SignedJWT.parse(server.view().tokens().issue(clientId).value()).getJWTClaimsSet();
    }
}
