package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.profile.Renewal;
import io.github.cxoneauthstub.auth.token.OneTimeLedger.Entry;
import io.github.cxoneauthstub.auth.token.RefreshToken;
import io.github.cxoneauthstub.auth.token.TokenLedger.Standing;
import io.github.cxoneauthstub.auth.token.TokenSigner.Reading.Genuine;
import java.util.Map;
import java.util.Optional;

/** A token is renewed (RFC 6749 section 6). */
final class RefreshGrant implements Granting {
    private final Simulation simulation;
    private final RefreshTokenValues values;
    private final String name;

    /** @param name the parameter that the refresh token is sent by */
    RefreshGrant(Simulation simulation, String name) {
        this.simulation = simulation;
        this.values = new RefreshTokenValues(simulation);
        this.name = name;
    }

    @Override
    public Grant grant(TokenRequest request, Optional<Client> client, Trail trail) {
        RefreshRules.Place place = new RefreshRules.Place(request, name);
        trail.demand(RefreshRules.PRESENT, place);
        String value = place.value().orElseThrow();
        // before the token is looked at: a key that is changed later takes what is issued for this one with it
        Optional<AccessKey> key =
                values.find(value).flatMap(entry -> entry.thing().accessKeyId()).flatMap(simulation.accessKeys()::find);
        // not between the change of a key or a client and the revocation that belongs to it
        Optional<Entry<RefreshToken>> found = simulation.ledger().atOneMoment(() -> values.find(value));
        if (trail.businessUnit().isPresent() && found.isPresent()) {
            trail.demand(AccessKeyRules.OF_CLIENTS_TENANT, ofUnit(found.get().thing(), client, trail));
        }
        trail.demand(
                RefreshRules.KNOWN,
                new RefreshRules.Presented(
                        found,
                        trail.profile().name(),
                        key.isPresent(),
                        whatElse(value),
                        found.map(entry -> simulation
                                .configuration()
                                .mountedAs(entry.thing().profile()))));
        RefreshToken token = found.orElseThrow().thing();
        String holder = client.map(Client::id).orElse(token.clientId());
        RefreshRules.Use use =
                new RefreshRules.Use(found.get(), holder, simulation.time().now());
        trail.demand(RefreshRules.CLIENT, use);
        trail.demand(RefreshRules.NOT_REVOKED, use);
        trail.demand(RefreshRules.NOT_EXPIRED, use);
        Scopes scopes = client.map(asking -> ScopeRequest.granted(request, asking, token.scopes(), trail))
                .orElse(token.scopes());
        // the last demand, because it cannot be taken back: of several that come at once, one is the first
        trail.demand(RefreshRules.FIRST, isFirst(value, trail));
        return new Grant(
                client, key, tenant(token), scopes, true, Optional.of(new Grant.Renewed(token, value)), Map.of());
    }

    /** A change of the client's own tenant has revoked the token; a business unit is sent anew each time. */
    private AccessKeyRules.Tenancy ofUnit(RefreshToken token, Optional<Client> client, Trail trail) {
        return new AccessKeyRules.Tenancy(
                "a refresh token", tenant(token), client, Optional.empty(), trail.businessUnit());
    }

    private Tenant tenant(RefreshToken token) {
        return simulation.configuration().tenantOrFirst(Optional.of(token.tenantId()));
    }

    private boolean isFirst(String value, Trail trail) {
        return trail.profile()
                .issuance()
                .renewal()
                .value()
                .filter(Renewal::rotates)
                .map(rotates -> values.take(value))
                .orElse(true);
    }

    /** What is no refresh token of this simulation. */
    private String whatElse(String value) {
        if (!(simulation.keys().read(value) instanceof Genuine genuine)) {
            return "a refresh token that was never issued in this test";
        }
        boolean isOfNow = simulation.ledger().named(value).isPresent()
                || !(simulation.ledger().standing(genuine.id()) instanceof Standing.OfEarlierSimulation);
        return isOfNow
                ? "another token of this server in the place of the refresh token"
                : "a token that this server issued in an earlier test, or before it was reset";
    }
}
