package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Claim;
import java.util.Optional;

/**
 * A user acts as another one: a token exchange whose token tells of the tenant that it came from. NICE's OpenAPI files
 * have its parameters; that the token stays one of the same user, whatever the audience, is assumed.
 */
final class ImpersonationGrant implements Granting {
    private final ExchangeGrant exchange;

    ImpersonationGrant(ExchangeGrant exchange) {
        this.exchange = exchange;
    }

    @Override
    public Grant grant(TokenRequest request, Optional<Client> asking, Trail trail) {
        trail.demand(SubjectTokenRules.AUDIENCE, request);
        Grant exchanged = exchange.grant(request, asking, trail);
        return exchanged.with(
                Claim.IMPERSONATING_USER_TENANT_ID, exchanged.tenant().tenantId());
    }
}
