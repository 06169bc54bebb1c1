package io.github.cxoneauthstub.auth.profile;

/**
 * A member of what a dialect answers with a token. One that there is nothing to say for, such as a refresh token where
 * none is issued, is left out.
 *
 * @since 0.1.0
 */
public enum Member {
    /** RFC 6749 section 5.1. */
    ACCESS_TOKEN("access_token"),
    /** RFC 6749 section 5.1. */
    TOKEN_TYPE("token_type"),
    /** RFC 6749 section 5.1: seconds, a number. */
    EXPIRES_IN("expires_in"),
    /** RFC 6749 section 5.1. */
    REFRESH_TOKEN("refresh_token"),
    /** OpenID Connect Core 1.0 section 3.1.3.3. */
    ID_TOKEN("id_token"),
    /** RFC 8693 section 2.2.1. */
    ISSUED_TOKEN_TYPE("issued_token_type"),
    /** RFC 6749 section 5.1. */
    SCOPE("scope"),
    /** Where the older server's API is; ends with a slash. */
    RESOURCE_SERVER_BASE_URI("resource_server_base_uri"),
    /** Where the older server renews tokens. */
    REFRESH_TOKEN_SERVER_URI("refresh_token_server_uri"),
    /** The agent, a number. */
    AGENT_ID("agent_id"),
    /** The team, a number. */
    TEAM_ID("team_id"),
    /** The business unit, a number. */
    BUS_NO("bus_no"),
    /** The new access token, as the user hub names it. */
    HUB_TOKEN("token"),
    /** Its lifetime in seconds, as the user hub names it. */
    HUB_TOKEN_EXPIRATION("tokenExpirationTimeSec"),
    /** The refresh token, as the user hub names it. */
    HUB_REFRESH_TOKEN("refreshToken"),
    /** Its lifetime in seconds, as the user hub names it. */
    HUB_REFRESH_TOKEN_EXPIRATION("refreshTokenExpirationTimeSec"),
    /** The new access token, as the regional service names it. */
    REGIONAL_ACCESS_TOKEN("accessToken"),
    /** Its lifetime in seconds, as the regional service names it. */
    REGIONAL_ACCESS_TOKEN_EXPIRY("accessTokenExpiry");

    private final String memberName;

    Member(String memberName) {
        this.memberName = memberName;
    }

    /** Its name in the answer. */
    public String memberName() {
        return memberName;
    }
}
