package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.TokenFormat;
import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.auth.token.TokenLedger.Standing;
import java.util.Map;
import java.util.Optional;

/** A client exchanges a token for another one (RFC 8693 section 2.1). */
final class ExchangeGrant implements Granting {
    private final Simulation simulation;
    private final PresentedTokens tokens;
    private final String name;
    private final boolean typed;

    /** @param name the parameter that the token is sent by */
    ExchangeGrant(Simulation simulation, PresentedTokens tokens, String name) {
        this(simulation, tokens, name, false);
    }

    private ExchangeGrant(Simulation simulation, PresentedTokens tokens, String name, boolean typed) {
        this.simulation = simulation;
        this.tokens = tokens;
        this.name = name;
        this.typed = typed;
    }

    /** One that has to be told that it is an access token which is sent. */
    static ExchangeGrant ofType(Simulation simulation, PresentedTokens tokens, String name) {
        return new ExchangeGrant(simulation, tokens, name, true);
    }

    @Override
    public Grant grant(TokenRequest request, Optional<Client> asking, Trail trail) {
        Client client = asking.orElseThrow();
        SubjectTokenRules.Place place = new SubjectTokenRules.Place(request, name);
        trail.demand(SubjectTokenRules.PRESENT, place);
        if (typed) {
            trail.demand(SubjectTokenRules.TYPE, request.form());
        }
        String value = place.value().orElseThrow();
        // before the token is looked at: a key that is changed later takes what is issued for this one with it
        Optional<AccessKey> key =
                tokens.present(value).token().flatMap(AccessToken::accessKeyId).flatMap(simulation.accessKeys()::find);
        SubjectTokenRules.Presented subject = subject(value, key, client);
        trail.demand(SubjectTokenRules.VALID, subject);
        AccessToken token = subject.live().orElseThrow();
        Scopes scopes = ScopeRequest.granted(request, client, token.scopes(), trail);
        Tenant tenant = simulation.configuration().tenantOrFirst(Optional.of(token.tenantId()));
        return new Grant(asking, key, tenant, scopes, key.isPresent(), Optional.empty(), Map.of());
    }

    private SubjectTokenRules.Presented subject(String value, Optional<AccessKey> key, Client client) {
        PresentedToken presented = tokens.present(value);
        Optional<AccessToken> live = presented
                .token()
                .filter(token -> presented.standing() instanceof Standing.Live && !presented.isExpired());
        return live.map(token -> subject(token, key, client)).orElseGet(() -> refused(presented.whyNot()));
    }

    private SubjectTokenRules.Presented subject(AccessToken token, Optional<AccessKey> key, Client client) {
        if (token.accessKeyId().isPresent() && key.isEmpty()) {
            return refused("a token for an access key that is no longer there");
        }
        Profile issuing = tokens.profile(token.profile());
        if (issuing.issuance().format().value() == TokenFormat.OPAQUE) {
            return new SubjectTokenRules.Presented(
                    Optional.empty(),
                    "a token of profile " + issuing.name() + ", another product's",
                    "exchange a token that an endpoint of this product issued");
        }
        return client.tenantId()
                .filter(own -> !own.equals(token.tenantId()))
                .map(own -> new SubjectTokenRules.Presented(
                        Optional.empty(),
                        "a token of tenant " + token.tenantId() + "; client " + client.id() + " is of " + own,
                        "exchange a token of the client's own tenant, or as a client that is registered for all"
                                + " tenants"))
                .orElseGet(() -> new SubjectTokenRules.Presented(Optional.of(token), "", ""));
    }

    private static SubjectTokenRules.Presented refused(String why) {
        return new SubjectTokenRules.Presented(
                Optional.empty(), why, "send an access token of this server that is neither expired nor revoked");
    }
}
