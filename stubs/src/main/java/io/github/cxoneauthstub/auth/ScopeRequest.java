package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Trait;
import java.util.Optional;

/** Finds out what a token will open: what was asked for, within what may be had (RFC 6749 section 3.3). */
final class ScopeRequest {
    private ScopeRequest() {}

    /** Returns the scopes of a token of that client, or ends the decision. */
    static Scopes granted(TokenRequest request, Client client, Trail trail) {
        return trail.profile().has(Trait.CLIENT_IS_PATRON)
                ? granted(request, client, CentralScopes.PATRON, true, trail)
                : granted(request, client, client.scopes(), trail);
    }

    /**
     * Returns the scopes of a token of that client, or ends the decision.
     *
     * @param most what it may open besides the client's own: what the user may do, or what a token before it opened
     */
    static Scopes granted(TokenRequest request, Client client, Scopes most, Trail trail) {
        return granted(request, client, most, false, trail);
    }

    private static Scopes granted(TokenRequest request, Client client, Scopes most, boolean isPatron, Trail trail) {
        Scopes granted = common(client.scopes(), spelt(most, client, trail));
        Optional<String> scope = request.form().value("scope");
        if (scope.isEmpty() || trail.profile().duty() != Duty.TOKEN) {
            // an endpoint that knows one grant only knows no parameters of others
            return granted;
        }
        trail.demand(GrantRules.SCOPE_SYNTAX, scope.get());
        if (trail.profile().has(Trait.SCOPE_OF_ROLE)) {
            return granted;
        }
        Scopes wanted = spelt(Scopes.parse(scope.get()).orElse(Scopes.NONE), client, trail);
        trail.demand(GrantRules.SCOPE_GRANTED, new GrantRules.Wanted(wanted, client, granted, isPatron));
        return granted.narrowedTo(wanted);
    }

    private static Scopes spelt(Scopes scopes, Client client, Trail trail) {
        return trail.profile().has(Trait.SCOPES_OF_CENTRAL) ? CentralScopes.spelt(scopes, client.scopes()) : scopes;
    }

    private static Scopes common(Scopes one, Scopes other) {
        return other.isAll() ? one : one.narrowedTo(other);
    }
}
