package io.github.cxoneauthstub.auth.token;

import io.github.cxoneauthstub.auth.client.Scopes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A token as it was issued or minted. Immutable. {@link #toString()} hides the value.
 *
 * @param value what the client sends after the word Bearer
 * @param id what it is known by, in a JWT the {@code jti} claim (RFC 7519 section 4.1.7); unlike the value it opens
 *     nothing
 * @param clientId whose token it is; where only an access key was asked for, the id of that
 * @param accessKeyId the access key that it was issued for; empty for a client's own token
 * @param tenantId the tenant that it opens the resources of
 * @param scopes what it opens
 * @param issuedAt the {@code iat} claim, whole seconds
 * @param expiresAt the {@code exp} claim, whole seconds: from this very second on it is refused
 * @param profile the name of the dialect that issued it
 * @since 0.1.0
 */
public record AccessToken(
        String value,
        String id,
        String clientId,
        Optional<String> accessKeyId,
        String tenantId,
        Scopes scopes,
        Instant issuedAt,
        Instant expiresAt,
        String profile) {

    /** How long it lives from its issue, in seconds: the {@code expires_in} of the answer. */
    public long expiresInSeconds() {
        return expiresAt.getEpochSecond() - issuedAt.getEpochSecond();
    }

    /** The same token without its value, for those who keep it. */
    AccessToken withoutValue() {
        return new AccessToken("", id, clientId, accessKeyId, tenantId, scopes, issuedAt, expiresAt, profile);
    }

    /**
     * What the token endpoint of RFC 6749 section 5.1 answers with it: the members in their order, the value in clear.
     */
    public Map<String, Object> response() {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("access_token", value);
        response.put("token_type", "Bearer");
        response.put("expires_in", expiresInSeconds());
        if (!scopes.isEmpty()) {
            response.put("scope", scopes.toString());
        }
        return response;
    }

    /** Everything but the value. */
    @Override
    public String toString() {
        return "AccessToken[" + id + " of " + clientId + ", scopes " + (scopes.isEmpty() ? "none" : scopes) + ", "
                + issuedAt + " to " + expiresAt + "]";
    }
}
