package io.github.cxoneauthstub.auth.profile;

/**
 * A claim that the tokens of a dialect may have (RFC 7519 section 4). One name may be there in several shapes, because
 * the products do not agree. A claim that a token has nothing to say for, such as the name of a user where there is
 * none, is left out.
 *
 * @since 0.1.0
 */
public enum Claim {
    /** The issuer that the discovery document names. */
    ISS("iss", "the base URL of the server"),
    /** An issuer that the discovery document does not name, as in CXone's access tokens. */
    ISS_OF_AUTH("iss", "the base URL of the server with /auth, which is not the issuer of the discovery document"),
    /** The client. */
    SUB_CLIENT("sub", "the client's id"),
    /** The user. */
    SUB_USER("sub", "user:{uuid}; the client's id where there is no user"),
    /** The user by the number of the agent. */
    SUB_AGENT("sub", "user:{agent number}; the client's id where there is no user"),
    /** For whom it is: a text, not an array. */
    AUD("aud", "the client's id, a string; that of the access key where no client asks"),
    /** As RFC 9068 has it. */
    CLIENT_ID("client_id", "the client's id"),
    /** The customer. */
    TENANT_ID("tenantId", "the id of the tenant"),
    /** The customer by another name. */
    TENANT("tenant", "the name of the tenant's schema"),
    /** The business unit. */
    IC_BU_ID("icBUId", "the business unit, a number"),
    /** The agent, as CXone's user hub writes it. */
    IC_AGENT_ID("icAgentId", "the number of the agent, a string"),
    /** The agent, as the older server writes it. */
    IC_AGENT_ID_NUMBER("icAgentId", "the number of the agent, a number"),
    /** The security profile, as CXone's user hub writes it. */
    IC_SP_ID("icSPId", "the security profile, a string"),
    /** The security profile, as the older server writes it. */
    IC_SP_ID_NUMBER("icSPId", "the security profile, a number"),
    /** Where the business unit lives. */
    IC_CLUSTER_ID("icClusterId", "the cluster"),
    /** The domain of the cluster. */
    IC_DOMAIN("icDomain", "the domain of the cluster"),
    /** What it opens at the older server. */
    IC_SCOPE("icScope", "numbers that stand for the scopes, a string"),
    /** The region. */
    AREA("area", "the area of the tenant"),
    /** The user. */
    USER_ID("userId", "the uuid of the user"),
    /** The login name. */
    NAME("name", "the name of the user"),
    /** The first name. */
    GIVEN_NAME("given_name", "the first name of the user"),
    /** The last name. */
    FAMILY_NAME("family_name", "the last name of the user"),
    /** What the user may do. */
    ROLE("role", "an object with legacyId, id, lastUpdateTime and secondaryRoles"),
    /** What ties an id_token to the request that its login began with. */
    NONCE("nonce", "what the authorization endpoint was asked with; only if it was"),
    /** What it opens. */
    SCOPE("scope", "the scopes, separated by blanks"),
    /** The customer whose user acts as another one. */
    IMPERSONATING_USER_TENANT_ID(
            "impersonatingUserTenantId",
            "the id of the tenant of the token that was exchanged, for impersonation only"),
    /** From when on it is good. */
    NBF("nbf", "one second before iat"),
    /** When it was issued. */
    IAT("iat", "seconds since 1970"),
    /** When it ends. */
    EXP("exp", "seconds since 1970; refused from this second on"),
    /** The session that a refresh token renews. */
    SESSION_ID("sessionId", "the same for all refresh tokens of one login"),
    /** The refresh token's own id. */
    ID("id", "the id of the token"),
    /** The token's own id, which keeps two tokens of one second apart. */
    JTI("jti", "the id of the token");

    private final String claimName;
    private final String description;

    Claim(String claimName, String description) {
        this.claimName = claimName;
        this.description = description;
    }

    /** Its name in the token. */
    public String claimName() {
        return claimName;
    }

    /** What its value is. */
    public String description() {
        return description;
    }
}
