package io.github.cxoneauthstub.auth.token;

import io.github.cxoneauthstub.auth.client.Scopes;
import java.time.Instant;
import java.util.Optional;

/**
 * A refresh token as it was issued (RFC 6749 section 6), without its value, which only the client keeps. Immutable.
 *
 * @param id what it is known by; opens nothing
 * @param session what it has in common with those that it replaced and that replace it
 * @param clientId whose it is; where only an access key was asked for, the id of that
 * @param accessKeyId the access key that it was issued for; empty for none
 * @param tenantId the tenant of its tokens
 * @param scopes what its tokens open
 * @param issuedAt whole seconds
 * @param expiresAt whole seconds: from this very second on it is refused
 * @param profile the name of the dialect that issued it
 * @since 0.1.0
 */
public record RefreshToken(
        String id,
        String session,
        String clientId,
        Optional<String> accessKeyId,
        String tenantId,
        Scopes scopes,
        Instant issuedAt,
        Instant expiresAt,
        String profile) {

    /** How long it lives from its issue, in seconds. */
    public long expiresInSeconds() {
        return expiresAt.getEpochSecond() - issuedAt.getEpochSecond();
    }
}
