package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.profile.Member;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Trait;
import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.auth.token.RefreshToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A token and what comes with it.
 *
 * @param token the access token
 * @param refresh the refresh token; empty for none
 * @param refreshValue its value
 * @param idToken the id_token; empty for none
 * @param facts what is known of the access token
 * @param profile the dialect
 */
record Issued(
        AccessToken token,
        Optional<RefreshToken> refresh,
        Optional<String> refreshValue,
        Optional<String> idToken,
        TokenFacts facts,
        Profile profile) {
    private static final String ACCESS_TOKEN_TYPE = "urn:ietf:params:oauth:token-type:access_token";

    /** These members in this order, without those that there is nothing to say for. */
    Map<String, Object> body(List<Member> members) {
        Map<String, Object> body = new LinkedHashMap<>();
        members.forEach(member -> value(member).ifPresent(value -> body.put(member.memberName(), value)));
        return body;
    }

    private Optional<?> value(Member member) {
        return switch (member) {
            case ACCESS_TOKEN, HUB_TOKEN, REGIONAL_ACCESS_TOKEN -> Optional.of(token.value());
            case TOKEN_TYPE -> Optional.of(profile.issuance().tokenType().value());
            case EXPIRES_IN, HUB_TOKEN_EXPIRATION, REGIONAL_ACCESS_TOKEN_EXPIRY ->
                Optional.of(token.expiresInSeconds());
            case REFRESH_TOKEN, HUB_REFRESH_TOKEN -> refreshValue;
            case HUB_REFRESH_TOKEN_EXPIRATION -> refresh.map(RefreshToken::expiresInSeconds);
            case ID_TOKEN -> idToken;
            case ISSUED_TOKEN_TYPE -> Optional.of(ACCESS_TOKEN_TYPE);
            case SCOPE -> Optional.of(scope()).filter(scopes -> !scopes.isEmpty());
            case RESOURCE_SERVER_BASE_URI ->
                Optional.of(facts.base() + profile.apiPrefix().orElse("") + "/");
            case REFRESH_TOKEN_SERVER_URI ->
                refresh.map(renewable -> facts.base() + profile.paths().get(0));
            case AGENT_ID -> facts.user().map(UserFacts::agent);
            case TEAM_ID -> facts.user().map(UserFacts::team);
            case BUS_NO -> Optional.of(facts.grant().tenant().businessUnit());
        };
    }

    private String scope() {
        return profile.has(Trait.SCOPES_OF_CENTRAL)
                ? CentralScopes.told(token.scopes())
                : token.scopes().toString();
    }

    /** Names the token only. */
    @Override
    public String toString() {
        return "Issued[" + token + "]";
    }
}
