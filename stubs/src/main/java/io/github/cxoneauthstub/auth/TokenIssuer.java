package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.ClientStore;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.auth.token.KeyRing;
import io.github.cxoneauthstub.auth.token.TokenLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Makes access tokens: signed, entered in the ledger, dated by the virtual clock. */
final class TokenIssuer {
    private final KeyRing keys;
    private final String issuer;
    private final ClientStore clients;
    private final TokenLedger ledger;
    private final VirtualTime time;
    private final Function<Client, Tenant> tenants;

    /**
     * @param issuer the {@code iss} claim: the base URL of this server
     * @param tenants tells whose client it is
     */
    TokenIssuer(
            KeyRing keys,
            String issuer,
            ClientStore clients,
            TokenLedger ledger,
            VirtualTime time,
            Function<Client, Tenant> tenants) {
        this.tenants = tenants;
        this.clients = clients;
        this.keys = keys;
        this.issuer = issuer;
        this.ledger = ledger;
        this.time = time;
    }

    /** @param client as it was authenticated: if it has changed since, the token is revoked from the start */
    AccessToken issue(Client client, Scopes scopes, Profile profile) {
        return issue(client, scopes, profile, profile.tokenLifetime(), Duration.ZERO);
    }

    /** @param ago how long ago it was issued, for a token that is old from the start */
    AccessToken issue(Client client, Scopes scopes, Profile profile, Duration lifetime, Duration ago) {
        String clientId = client.id();
        Instant issuedAt = time.now().minus(ago).truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = issuedAt.plus(lifetime);
        String id = ledger.nextId();
        String value = keys.sign(claims(client, scopes, issuedAt, expiresAt, id));
        AccessToken token = new AccessToken(value, id, clientId, scopes, issuedAt, expiresAt, profile.name());
        ledger.add(token, () -> clients.find(clientId).filter(client::equals).isPresent());
        return token;
    }

    /**
     * RFC 7519 section 4.1. As in CXone's published tokens, {@code aud} is the client id and there are
     * {@code tenantId}, {@code icBUId} (a number) and {@code area}; the client's id, the scopes and the token's id are
     * RFC 9068's, and {@code jti} keeps two tokens of one second apart.
     */
    private Map<String, Object> claims(Client client, Scopes scopes, Instant issuedAt, Instant expiresAt, String id) {
        Tenant tenant = tenants.apply(client);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("sub", client.id());
        claims.put("aud", client.id());
        claims.put("client_id", client.id());
        claims.put("tenantId", tenant.tenantId());
        claims.put("icBUId", tenant.businessUnit());
        claims.put("area", tenant.area());
        if (!scopes.isEmpty()) {
            claims.put("scope", scopes.toString());
        }
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("exp", expiresAt.getEpochSecond());
        claims.put("jti", id);
        return claims;
    }
}
