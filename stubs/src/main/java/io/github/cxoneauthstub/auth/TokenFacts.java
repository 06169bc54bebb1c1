package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.profile.Claim;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one token when it is made: the values of its claims.
 *
 * @param base the base URL of the server, as the client that asked knows it
 * @param grant what it is made for
 * @param id what it is known by
 * @param session what it has in common with those that it replaces
 * @param issuedAt whole seconds
 * @param expiresAt whole seconds
 */
record TokenFacts(String base, Grant grant, String id, String session, Instant issuedAt, Instant expiresAt) {

    Optional<UserFacts> user() {
        return grant.key().map(key -> new UserFacts(key.user(), grant.tenant()));
    }

    /** These claims in this order, without those that there is nothing to say for. */
    Map<String, Object> claims(List<Claim> which) {
        Map<String, Object> claims = new LinkedHashMap<>();
        which.forEach(claim -> value(claim).ifPresent(value -> claims.put(claim.claimName(), value)));
        return claims;
    }

    private Optional<Object> value(Claim claim) {
        return switch (claim) {
            case ISS -> Optional.of(base);
            case ISS_OF_AUTH -> Optional.of(base + "/auth");
            case SUB_CLIENT, AUD, CLIENT_ID -> Optional.of(grant.holder());
            case SUB_USER -> user().<Object>map(user -> "user:" + user.uuid()).or(() -> Optional.of(grant.holder()));
            case SUB_AGENT -> user().<Object>map(user -> "user:" + user.agent()).or(() -> Optional.of(grant.holder()));
            case TENANT_ID -> Optional.of(grant.tenant().tenantId());
            case TENANT -> Optional.of(grant.tenant().schema());
            case IC_BU_ID -> Optional.of(grant.tenant().businessUnit());
            case IC_CLUSTER_ID -> Optional.of(grant.tenant().cluster());
            case IC_DOMAIN -> Optional.of(Tenant.ACD_DOMAIN);
            case AREA -> Optional.of(grant.tenant().area());
            case SCOPE -> unlessEmpty(grant.scopes().toString());
            case IC_SCOPE -> unlessEmpty(CentralScopes.numbers(grant.scopes()));
            case NBF -> Optional.of(issuedAt.getEpochSecond() - 1);
            case IAT -> Optional.of(issuedAt.getEpochSecond());
            case EXP -> Optional.of(expiresAt.getEpochSecond());
            case SESSION_ID -> Optional.of(session);
            case ID, JTI -> Optional.of(id);
            case IMPERSONATING_USER_TENANT_ID, NONCE ->
                Optional.ofNullable(grant.own().get(claim));
            default -> user().map(user -> ofUser(claim, user));
        };
    }

    private static Optional<Object> unlessEmpty(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Object ofUser(Claim claim, UserFacts user) {
        return switch (claim) {
            case IC_AGENT_ID -> String.valueOf(user.agent());
            case IC_AGENT_ID_NUMBER -> user.agent();
            case IC_SP_ID -> String.valueOf(user.securityProfile());
            case IC_SP_ID_NUMBER -> user.securityProfile();
            case USER_ID -> user.uuid();
            case NAME -> user.name();
            case GIVEN_NAME -> user.givenName();
            case FAMILY_NAME -> user.familyName();
            case ROLE -> user.role();
            default -> throw new IllegalStateException(claim + " has no value");
        };
    }
}
