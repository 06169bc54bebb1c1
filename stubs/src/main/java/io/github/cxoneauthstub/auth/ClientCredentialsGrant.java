package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Client;
import java.util.Optional;

/** A client asks for itself (RFC 6749 section 4.4). */
final class ClientCredentialsGrant implements Granting {
    private final Configuration configuration;

    ClientCredentialsGrant(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public Grant grant(TokenRequest request, Optional<Client> asking, Trail trail) {
        Client client = asking.orElseThrow();
        return Grant.to(
                client, configuration.tenantOrFirst(client.tenantId()), ScopeRequest.granted(request, client, trail));
    }
}
