package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.profile.Claim;
import io.github.cxoneauthstub.auth.token.AuthorizationCode;
import io.github.cxoneauthstub.auth.token.Fingerprint;
import io.github.cxoneauthstub.auth.token.OneTimeLedger.Entry;
import java.util.Optional;

/** A client redeems the code that a user's login gave it (RFC 6749 section 4.1.3). */
final class CodeGrant implements Granting {
    private final Simulation simulation;

    CodeGrant(Simulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public Grant grant(TokenRequest request, Optional<Client> asking, Trail trail) {
        Client client = asking.orElseThrow();
        trail.demand(CodeRules.PRESENT, request);
        String value = request.form().value("code").orElseThrow();
        Optional<Entry<AuthorizationCode>> entry = simulation.codes().find(Fingerprint.of(value));
        Optional<AuthorizationCode> known = entry.map(Entry::thing);
        Optional<AccessKey> key = known.flatMap(code -> simulation.accessKeys().find(code.accessKeyId()));
        // the code of a user who has gone since is nobody's
        trail.demand(CodeRules.KNOWN, key.isPresent() ? known : Optional.empty());
        trail.demand(AccessKeyRules.ACTIVE, AccessKeyRules.Attempt.of(key.orElseThrow()));
        trail.demand(
                CodeRules.KNOWN,
                entry.filter(code -> code.revokedBecause().isEmpty()).map(Entry::thing));
        CodeRules.Redemption redemption = new CodeRules.Redemption(
                request, known.orElseThrow(), client.id(), simulation.time().now());
        trail.demand(CodeRules.CLIENT, redemption);
        trail.demand(CodeRules.REDIRECT_URI, redemption);
        trail.demand(CodeRules.VERIFIER_FITS, redemption);
        trail.demand(CodeRules.NOT_EXPIRED, redemption);
        Tenant tenant =
                simulation.configuration().tenantOrFirst(key.orElseThrow().tenantId());
        Scopes scopes = ScopeRequest.granted(request, client, key.get().scopes(), trail);
        // the last demand, because it cannot be taken back: of several that come at once, one is the first
        trail.demand(CodeRules.FIRST, simulation.codes().take(Fingerprint.of(value)));
        Grant grant = Grant.to(asking, key.get(), tenant, scopes);
        return known.get().nonce().map(nonce -> grant.with(Claim.NONCE, nonce)).orElse(grant);
    }
}
