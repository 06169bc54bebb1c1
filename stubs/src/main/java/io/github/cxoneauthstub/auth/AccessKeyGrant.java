package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.AccessKeyRules.Names;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.Scopes;
import java.util.Optional;

/** A back end asks in the name of a user, by an access key (RFC 6749 section 4.3). */
final class AccessKeyGrant implements Granting {
    private final Simulation simulation;
    private final Names names;

    /** @param names by which parameters the key is sent */
    AccessKeyGrant(Simulation simulation, Names names) {
        this.simulation = simulation;
        this.names = names;
    }

    @Override
    public Grant grant(TokenRequest request, Optional<Client> client, Trail trail) {
        AccessKeyRules.Place place = new AccessKeyRules.Place(request, names, RefreshRules.way(trail.profile()));
        trail.demand(AccessKeyRules.PRESENT, place);
        AccessKeyRules.Attempt attempt = attempt(
                place.id().orElseThrow(), place.secret().orElseThrow(), RequestReader.isBraced(request.arrived()));
        trail.demand(AccessKeyRules.KNOWN, attempt);
        trail.demand(AccessKeyRules.SECRET, attempt);
        trail.demand(AccessKeyRules.ACTIVE, attempt);
        AccessKey key = attempt.found();
        Configuration configuration = simulation.configuration();
        Tenant tenant = configuration.tenantOrFirst(key.tenantId());
        trail.demand(
                AccessKeyRules.OF_CLIENTS_TENANT,
                AccessKeyRules.Tenancy.of("access key " + key.id(), tenant, client, configuration, trail));
        return Grant.to(client, key, tenant, scopes(request, client, key, trail));
    }

    private AccessKeyRules.Attempt attempt(String id, String secret, boolean inJson) {
        return new AccessKeyRules.Attempt(
                id,
                secret,
                simulation.accessKeys().find(id),
                simulation.accessKeys().all().stream().map(AccessKey::id).toList(),
                simulation.clients().all().stream()
                        .filter(client -> client.hasSecret(secret))
                        .findFirst(),
                inJson);
    }

    private static Scopes scopes(TokenRequest request, Optional<Client> client, AccessKey key, Trail trail) {
        return client.map(asking -> ScopeRequest.granted(request, asking, key.scopes(), trail))
                .orElse(key.scopes());
    }
}
