package io.github.cxoneauthstub.auth.token;

import java.time.Instant;
import java.util.Optional;

/**
 * What an authorization code stands for (RFC 6749 section 4.1.2). Immutable.
 *
 * @param clientId the client that it was given to
 * @param accessKeyId the access key whose user it is for
 * @param redirectUri where it was sent
 * @param challenge the {@code code_challenge} by S256 (RFC 7636 section 4.2); empty for none
 * @param nonce what its id_token is to have (OpenID Connect Core 1.0 section 3.1.2.1); empty for none
 * @param expiresAt from this moment on it is refused
 * @since 0.1.0
 */
public record AuthorizationCode(
        String clientId,
        String accessKeyId,
        String redirectUri,
        Optional<String> challenge,
        Optional<String> nonce,
        Instant expiresAt) {}
