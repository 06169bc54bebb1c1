package io.github.cxoneauthstub.auth.profile;

import java.util.Optional;
import java.util.Set;

/**
 * What an endpoint of a dialect is there for. Most dialects have one endpoint, which issues tokens.
 *
 * @since 0.1.0
 */
public enum Duty {
    /** Issues tokens for a grant that the request names (RFC 6749 section 3.2). */
    TOKEN("issues tokens", Optional.empty()),
    /** Issues a token for an access key in a JSON object; the key is all that it asks for. */
    ACCESS_KEY("issues tokens for access keys", Optional.of(BodyFormat.JSON)),
    /** Issues a token for another one in a JSON object. */
    EXCHANGE("exchanges tokens", Optional.of(BodyFormat.JSON)),
    /** Issues a token for a refresh token in a JSON object. */
    REFRESH("renews tokens", Optional.of(BodyFormat.JSON)),
    /** Tells whose a token is. */
    WHO_AM_I("tells whose a token is", Optional.of(BodyFormat.JSON)),
    /** Gives a code for the authorization_code grant (RFC 6749 section 3.1), without a login page. */
    AUTHORIZE("gives authorization codes", Optional.empty()),
    /** Tells of the user of a token (OpenID Connect Core 1.0 section 5.3). */
    USER_INFO("tells of the user", Optional.empty()),
    /** Ends a session (OpenID Connect RP-Initiated Logout 1.0 section 2). */
    END_SESSION("sends back who logs out", Optional.empty()),
    /** Revokes a token (RFC 7009). */
    REVOKE("revokes tokens", Optional.of(BodyFormat.FORM)),
    /** Tells of a token (RFC 7662). */
    INTROSPECT("tells of tokens", Optional.of(BodyFormat.FORM));

    private final String purpose;

    @SuppressWarnings("ImmutableEnumChecker") // an Optional of an enum
    private final Optional<BodyFormat> body;

    Duty(String purpose, Optional<BodyFormat> body) {
        this.purpose = purpose;
        this.body = body;
    }

    /** What it does, as the end of a sentence. */
    public String purpose() {
        return purpose;
    }

    /**
     * What the body of a request is there.
     *
     * @param ofDialect what the dialect reads where it issues tokens for a grant
     */
    Set<BodyFormat> bodies(Set<BodyFormat> ofDialect) {
        return this == TOKEN ? ofDialect : body.map(Set::of).orElse(Set.of());
    }
}
