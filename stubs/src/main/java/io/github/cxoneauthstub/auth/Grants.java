package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.profile.Duty;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which grant a request asks for: the one that it names, or the only one of its endpoint. */
final class Grants {
    /** What must be enabled for a client that says who it is where the request names no grant. */
    private static final Map<Duty, GrantType> NEEDED =
            Map.of(Duty.EXCHANGE, GrantType.TOKEN_EXCHANGE, Duty.REFRESH, GrantType.REFRESH_TOKEN);

    private final Map<GrantType, Granting> named;
    private final Map<Duty, Granting> only;

    Grants(Common common) {
        Simulation simulation = common.simulation();
        this.named = Map.of(
                GrantType.CLIENT_CREDENTIALS, new ClientCredentialsGrant(simulation.configuration()),
                GrantType.PASSWORD, new AccessKeyGrant(simulation, AccessKeyRules.Names.PASSWORD),
                GrantType.AUTHORIZATION_CODE, new CodeGrant(simulation),
                GrantType.REFRESH_TOKEN, new RefreshGrant(simulation, "refresh_token"),
                GrantType.TOKEN_EXCHANGE, ExchangeGrant.ofType(simulation, common.tokens(), "subject_token"),
                GrantType.IMPERSONATION,
                        new ImpersonationGrant(new ExchangeGrant(simulation, common.tokens(), "subject_token")));
        this.only = Map.of(
                Duty.ACCESS_KEY, new AccessKeyGrant(simulation, AccessKeyRules.Names.JSON),
                Duty.REFRESH, new RefreshGrant(simulation, "token"),
                Duty.EXCHANGE, new ExchangeGrant(simulation, common.tokens(), "accessToken"));
    }

    /** Returns for whom a token is to be issued, or ends the decision. */
    Grant decide(Duty duty, TokenRequest request, Optional<Client> client, Trail trail) {
        Granting granting = only.get(duty);
        Optional.ofNullable(NEEDED.get(duty))
                .flatMap(needed -> client.map(asking -> new GrantRules.AskedBy(needed, asking)))
                .ifPresent(asked -> trail.demand(GrantRules.GRANT_ENABLED, asked));
        return (granting == null ? named(request, client.orElseThrow(), trail) : granting)
                .grant(request, client, trail);
    }

    private Granting named(TokenRequest request, Client client, Trail trail) {
        Set<GrantType> served = trail.profile().servedGrants();
        trail.demand(GrantRules.GRANT_TYPE, new GrantRules.Naming(request, served));
        String asked = request.grantType().orElse("");
        trail.demand(
                GrantRules.GRANT_SUPPORTED,
                new GrantRules.Asked(asked, trail.profile().grants(), served));
        GrantType grantType = GrantType.of(asked).orElseThrow();
        if (trail.profile().grants().contains(GrantType.PASSWORD)) {
            trail.demand(AccessKeyRules.DEMANDED, grantType);
        }
        trail.demand(GrantRules.GRANT_ENABLED, new GrantRules.AskedBy(grantType, client));
        return Optional.ofNullable(named.get(grantType)).orElseThrow();
    }
}
