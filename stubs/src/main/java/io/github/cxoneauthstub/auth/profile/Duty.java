package io.github.cxoneauthstub.auth.profile;

/**
 * What an endpoint of a dialect is there for. Most dialects have one endpoint, which issues tokens.
 *
 * @since 0.1.0
 */
public enum Duty {
    /** Issues tokens for a grant that the request names (RFC 6749 section 3.2). */
    TOKEN("issues tokens"),
    /** Issues a token for an access key in a JSON object; the key is all that it asks for. */
    ACCESS_KEY("issues tokens for access keys"),
    /** Issues a token for another one in a JSON object. */
    EXCHANGE("exchanges tokens"),
    /** Issues a token for a refresh token in a JSON object. */
    REFRESH("renews tokens"),
    /** Tells whose a token is. */
    WHO_AM_I("tells whose a token is"),
    /** Gives a code for the authorization_code grant (RFC 6749 section 3.1), without a login page. */
    AUTHORIZE("gives authorization codes"),
    /** Tells of the user of a token (OpenID Connect Core 1.0 section 5.3). */
    USER_INFO("tells of the user"),
    /** Ends a session (OpenID Connect RP-Initiated Logout 1.0 section 2). */
    END_SESSION("ends sessions"),
    /** Revokes a token (RFC 7009). */
    REVOKE("revokes tokens"),
    /** Tells of a token (RFC 7662). */
    INTROSPECT("tells of tokens");

    private final String purpose;

    Duty(String purpose) {
        this.purpose = purpose;
    }

    /** What it does, as the end of a sentence. */
    public String purpose() {
        return purpose;
    }
}
