package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.auth.token.OneTimeLedger.Entry;
import io.github.cxoneauthstub.auth.token.RefreshToken;
import io.github.cxoneauthstub.auth.token.TokenLedger.Standing;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Revocation and introspection. What CXone has of either is not documented: both are as the RFCs have them. */
final class Questions {
    private final Common common;
    private final RefreshTokenValues refreshTokens;

    Questions(Common common) {
        this.common = common;
        this.refreshTokens = new RefreshTokenValues(common.simulation());
    }

    /** RFC 7009 section 2.2: 200, whatever the token is; that of another client stays as it is. */
    Decision revoke(String token, Client client) {
        String because = "by client " + client.id() + " at the revocation endpoint";
        Simulation simulation = common.simulation();
        int revoked = common.tokens()
                .present(token)
                .token()
                .filter(known -> known.clientId().equals(client.id()))
                .map(known -> simulation.revoke(each -> each.id().equals(known.id()), because))
                .orElse(0);
        int renewals = refreshTokens
                .find(token)
                .map(Entry::thing)
                .filter(known -> known.clientId().equals(client.id()))
                .map(known -> revokeSession(known, because))
                .orElse(0);
        return new Decision.Served(
                common.answers().bare(200, List.of()),
                revoked + renewals == 0
                        ? "nothing was revoked: it is no live token of " + client.id()
                        : "a token of " + client.id() + " was revoked");
    }

    /** RFC 7009 section 2.1: with a refresh token, those before and after it, and the access tokens of all. */
    private int revokeSession(RefreshToken token, String because) {
        return common.simulation().end(token.session(), because);
    }

    /** RFC 7662 section 2.2: of a token that opens nothing, only that it is not active. */
    Decision introspect(String token, Client client) {
        Map<String, Object> facts =
                access(token, client).or(() -> refresh(token, client)).orElseGet(() -> Map.of("active", false));
        return new Decision.Served(
                common.answers().object(200, facts, List.of()),
                "told " + client.id()
                        + (facts.size() > 1 ? " of a token that is active" : " that it is no active token"));
    }

    private Optional<Map<String, Object>> access(String value, Client client) {
        PresentedToken presented = common.tokens().present(value);
        return presented
                .token()
                .filter(token -> presented.standing() instanceof Standing.Live && !presented.isExpired())
                .filter(token -> isFor(client, token.clientId()))
                .map(Questions::facts);
    }

    /** A resource server asks about its callers' tokens; a client that proves nothing, about its own only. */
    private static boolean isFor(Client asking, String clientId) {
        return !asking.isPublic() || asking.id().equals(clientId);
    }

    private static Map<String, Object> facts(AccessToken token) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("active", true);
        if (!token.scopes().isEmpty()) {
            facts.put("scope", token.scopes().toString());
        }
        facts.put("client_id", token.clientId());
        facts.put("token_type", "Bearer");
        facts.put("exp", token.expiresAt().getEpochSecond());
        facts.put("iat", token.issuedAt().getEpochSecond());
        facts.put("jti", token.id());
        return facts;
    }

    private Optional<Map<String, Object>> refresh(String value, Client client) {
        Instant now = common.simulation().time().now();
        return refreshTokens
                .find(value)
                .filter(entry -> !entry.taken() && entry.revokedBecause().isEmpty())
                .map(Entry::thing)
                .filter(token -> isFor(client, token.clientId()) && now.isBefore(token.expiresAt()))
                .map(Questions::facts);
    }

    private static Map<String, Object> facts(RefreshToken token) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("active", true);
        facts.put("client_id", token.clientId());
        facts.put("exp", token.expiresAt().getEpochSecond());
        facts.put("iat", token.issuedAt().getEpochSecond());
        return facts;
    }
}
