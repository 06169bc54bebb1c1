package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.profile.Claim;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.request.Header;
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

    /** RFC 7009 section 2.2: 200, whether the token is known or not; that of another client is refused. */
    Decision revoke(String token, Client client, Trail trail) {
        trail.demand(QuestionRules.CLIENT, new QuestionRules.Revocation(clientOf(token), client));
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
                                : "a token of " + client.id() + " was revoked")
                .to(client.id());
    }

    private Optional<String> clientOf(String token) {
        return common.tokens()
                .present(token)
                .token()
                .map(AccessToken::clientId)
                .or(() -> refreshTokens.find(token).map(entry -> entry.thing().clientId()));
    }

    /** RFC 7009 section 2.1: with a refresh token, those before and after it, and the access tokens of all. */
    private int revokeSession(RefreshToken token, String because) {
        return common.simulation().end(token.session(), because);
    }

    /** RFC 7662 section 2.2: of a token that opens nothing, only that it is not active. */
    Decision introspect(String token, Client client, Trail trail) {
        Map<String, Object> facts =
                access(token, client).or(() -> refresh(token, client)).orElseGet(() -> Map.of("active", false));
        return new Decision.Served(
                        common.answers().object(200, facts, List.of(new Header("Cache-Control", "no-store"))),
                        "told " + client.id()
                                + (facts.size() > 1 ? " of a token that is active" : " that it is no active token"))
                .to(client.id());
    }

    private Optional<Map<String, Object>> access(String value, Client client) {
        PresentedToken presented = common.tokens().present(value);
        return presented
                .token()
                .filter(token -> presented.standing() instanceof Standing.Live && !presented.isExpired())
                .filter(token -> isFor(client, token.tenantId()))
                .map(this::facts);
    }

    /** A resource server asks about its callers' tokens, and all of them are of its tenant. */
    private static boolean isFor(Client asking, String tenantId) {
        return asking.tenantId().map(tenantId::equals).orElse(true);
    }

    private Map<String, Object> facts(AccessToken token) {
        Profile issuing = common.tokens().profile(token.profile());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("active", true);
        if (!token.scopes().isEmpty() && !token.scopes().equals(Scopes.ALL)) {
            facts.put("scope", token.scopes().toString());
        }
        facts.put("client_id", token.clientId());
        Optional<UserFacts> user = user(token.accessKeyId(), token.tenantId());
        user.ifPresent(each -> facts.put("username", each.name()));
        facts.put("token_type", issuing.issuance().tokenType().value());
        facts.put("exp", token.expiresAt().getEpochSecond());
        facts.put("iat", token.issuedAt().getEpochSecond());
        user.ifPresent(each -> facts.put("sub", subject(each, issuing)));
        facts.put("jti", token.id());
        return facts;
    }

    private Optional<UserFacts> user(Optional<String> accessKeyId, String tenantId) {
        Simulation simulation = common.simulation();
        return accessKeyId
                .flatMap(simulation.accessKeys()::find)
                .map(key -> new UserFacts(key.user(), simulation.configuration().tenantOrFirst(Optional.of(tenantId))));
    }

    /** As the claim of the token itself has it. */
    private static String subject(UserFacts user, Profile issuing) {
        return "user:" + (issuing.issuance().claims().contains(Claim.SUB_AGENT) ? user.agent() : user.uuid());
    }

    private Optional<Map<String, Object>> refresh(String value, Client client) {
        Instant now = common.simulation().time().now();
        return refreshTokens
                .find(value)
                .filter(entry -> !entry.taken() && entry.revokedBecause().isEmpty())
                .map(Entry::thing)
                .filter(token -> isFor(client, token.tenantId()) && now.isBefore(token.expiresAt()))
                .map(this::facts);
    }

    private Map<String, Object> facts(RefreshToken token) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("active", true);
        facts.put("client_id", token.clientId());
        Optional<UserFacts> user = user(token.accessKeyId(), token.tenantId());
        user.ifPresent(each -> facts.put("username", each.name()));
        facts.put("exp", token.expiresAt().getEpochSecond());
        facts.put("iat", token.issuedAt().getEpochSecond());
        user.ifPresent(each -> facts.put("sub", subject(each, common.tokens().profile(token.profile()))));
        return facts;
    }
}
