package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.profile.Claim;
import io.github.cxoneauthstub.auth.profile.Issuance;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Renewal;
import io.github.cxoneauthstub.auth.profile.TokenFormat;
import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.auth.token.KeyRing;
import io.github.cxoneauthstub.auth.token.OpaqueToken;
import io.github.cxoneauthstub.auth.token.RefreshToken;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Makes tokens as a dialect wants them: entered in the ledgers, dated by the virtual clock. */
final class TokenIssuer {
    /** What the ledger knows an id_token by. */
    static final String ID_TOKEN = "id_token";

    private final Simulation simulation;
    private final KeyRing keys;
    private final RefreshTokenValues refreshTokens;

    TokenIssuer(Simulation simulation) {
        this.simulation = simulation;
        this.keys = simulation.keys();
        this.refreshTokens = new RefreshTokenValues(simulation);
    }

    /**
     * A token, and what the dialect issues beside it.
     *
     * @param grant as client and access key were when they were looked at: if one has changed since, the tokens are
     *     revoked from the start
     * @param base the base URL of this server, as the client that asks knows it
     */
    Issued issue(Grant grant, Profile profile, String base) {
        Instant now = simulation.time().now().truncatedTo(ChronoUnit.SECONDS);
        Issuance issuance = profile.issuance();
        String session = grant.renewed().map(before -> before.token().session()).orElseGet(simulation.ledger()::nextId);
        TokenFacts facts = facts(base, grant, session, now, profile.tokenLifetime());
        AccessToken token = accessToken(facts, profile);
        Optional<String> idToken = idToken(facts, issuance);
        Optional<Renewal> renewal = issuance.renewal().value().filter(by -> isRenewable(grant));
        Optional<Grant.Renewed> kept = grant.renewed()
                .filter(by -> renewal.isPresent() && !renewal.get().rotates());
        if (renewal.isEmpty() || kept.isPresent()) {
            return new Issued(
                    token, kept.map(Grant.Renewed::token), kept.map(Grant.Renewed::value), idToken, facts, profile);
        }
        TokenFacts renewing = facts(base, grant, session, now, renewal.get().lifetime());
        String value = written(renewal.get().format(), renewal.get().claims(), renewing);
        RefreshToken refresh = refreshToken(renewing, profile);
        refreshTokens.add(value, refresh, () -> revokedFromTheStart(grant, session));
        return new Issued(token, Optional.of(refresh), Optional.of(value), idToken, facts, profile);
    }

    /** A token alone, of another lifetime than the dialect's, or old from the start. */
    AccessToken mint(Grant grant, Profile profile, String base, Duration lifetime, Duration ago) {
        Instant issuedAt = simulation.time().now().minus(ago).truncatedTo(ChronoUnit.SECONDS);
        return accessToken(facts(base, grant, simulation.ledger().nextId(), issuedAt, lifetime), profile);
    }

    private TokenFacts facts(String base, Grant grant, String session, Instant issuedAt, Duration lifetime) {
        return new TokenFacts(base, grant, simulation.ledger().nextId(), session, issuedAt, issuedAt.plus(lifetime));
    }

    private AccessToken accessToken(TokenFacts facts, Profile profile) {
        Issuance issuance = profile.issuance();
        TokenFormat format = issuance.format().value();
        String value = written(format, issuance.claims(), facts);
        AccessToken token = accessToken(facts, profile, value, facts.id());
        if (format == TokenFormat.OPAQUE || issuance.claims().contains(Claim.JTI)) {
            simulation.ledger().add(token, facts.session(), () -> isUnchanged(facts.grant()));
            return token;
        }
        // without an id of its own, an equal token of the same second is this one
        String id = simulation.ledger().addOrShare(token, facts.session(), () -> isUnchanged(facts.grant()));
        return accessToken(facts, profile, value, id);
    }

    private static AccessToken accessToken(TokenFacts facts, Profile profile, String value, String id) {
        Grant grant = facts.grant();
        return new AccessToken(
                value,
                id,
                grant.holder(),
                grant.key().map(AccessKey::id),
                grant.tenant().tenantId(),
                grant.scopes(),
                facts.issuedAt(),
                facts.expiresAt(),
                profile.name());
    }

    private Optional<String> idToken(TokenFacts facts, Issuance issuance) {
        List<Claim> claims = issuance.idToken().value();
        if (claims.isEmpty() || facts.user().isEmpty()) {
            return Optional.empty();
        }
        String value = keys.sign(facts.claims(claims));
        simulation.ledger().name(value, ID_TOKEN);
        return Optional.of(value);
    }

    private String written(TokenFormat format, List<Claim> claims, TokenFacts facts) {
        return switch (format) {
            case JWT -> keys.sign(facts.claims(claims));
            case JWT_WITHOUT_KID -> keys.signUnnamed(facts.claims(claims));
            case OPAQUE -> OpaqueToken.ofId(facts.id());
            case OPAQUE_SHORT -> simulation.ledger().nextShortSecret();
        };
    }

    private static RefreshToken refreshToken(TokenFacts facts, Profile profile) {
        Grant grant = facts.grant();
        return new RefreshToken(
                facts.id(),
                facts.session(),
                grant.holder(),
                grant.key().map(AccessKey::id),
                grant.tenant().tenantId(),
                // RFC 6749 section 6: the scope of a new refresh token is that of the one before
                grant.renewed().map(before -> before.token().scopes()).orElse(grant.scopes()),
                facts.issuedAt(),
                facts.expiresAt(),
                profile.name());
    }

    /** RFC 6749 section 4.4.3: none for a client's own token. */
    private static boolean isRenewable(Grant grant) {
        return grant.renewable()
                && grant.client()
                        .map(client -> client.grants().contains(GrantType.REFRESH_TOKEN))
                        .orElse(true);
    }

    private Optional<String> revokedFromTheStart(Grant grant, String session) {
        return isUnchanged(grant)
                ? simulation.ledger().whatEnded(session)
                : Optional.of("because client or access key were changed while it was issued");
    }

    private boolean isUnchanged(Grant grant) {
        boolean client = grant.client().map(this::isRegistered).orElse(true);
        return client && grant.key().map(this::isThere).orElse(true);
    }

    private boolean isRegistered(Client client) {
        return simulation.clients().find(client.id()).filter(client::equals).isPresent();
    }

    private boolean isThere(AccessKey key) {
        return simulation.accessKeys().find(key.id()).filter(key::equals).isPresent();
    }
}
