package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.auth.token.TokenLedger;
import io.github.cxoneauthstub.auth.token.TokenSigner;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes access tokens: signed, entered in the ledger, dated by the virtual clock. */
final class TokenIssuer {
    private final TokenSigner signer;
    private final String issuer;
    private final TokenLedger ledger;
    private final VirtualTime time;

    /** @param issuer the {@code iss} claim: the base URL of this server */
    TokenIssuer(TokenSigner signer, String issuer, TokenLedger ledger, VirtualTime time) {
        this.signer = signer;
        this.issuer = issuer;
        this.ledger = ledger;
        this.time = time;
    }

    AccessToken issue(String clientId, Scopes scopes, Profile profile) {
        return issue(clientId, scopes, profile, profile.tokenLifetime(), Duration.ZERO);
    }

    /** @param ago how long ago it was issued, for a token that is old from the start */
    AccessToken issue(String clientId, Scopes scopes, Profile profile, Duration lifetime, Duration ago) {
        Instant issuedAt = time.now().minus(ago).truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = issuedAt.plus(lifetime);
        String id = ledger.nextId();
        String value = signer.sign(claims(clientId, scopes, issuedAt, expiresAt, id));
        AccessToken token = new AccessToken(value, id, clientId, scopes, issuedAt, expiresAt, profile.name());
        ledger.add(token);
        return token;
    }

    /** RFC 7519 section 4.1; {@code aud} is the client id as in CXone's own tokens, {@code jti} keeps tokens apart. */
    private Map<String, Object> claims(String clientId, Scopes scopes, Instant issuedAt, Instant expiresAt, String id) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("sub", clientId);
        claims.put("aud", clientId);
        claims.put("client_id", clientId);
        if (!scopes.isEmpty()) {
            claims.put("scope", scopes.toString());
        }
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("exp", expiresAt.getEpochSecond());
        claims.put("jti", id);
        return claims;
    }
}
