package io.github.cxoneauthstub.auth;

import static java.util.stream.Collectors.joining;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.profile.Issuance;
import io.github.cxoneauthstub.auth.profile.Member;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.profile.ResourceStyle;
import java.time.Duration;
import java.util.stream.Stream;

/** The data of a dialect in words, for its page. */
final class PageWords {
    private PageWords() {}

    static String list(Stream<String> items) {
        return items.collect(joining(", "));
    }

    /** Whole hours as hours, whatever else in seconds. */
    static String of(Duration lifetime) {
        return lifetime.equals(Duration.ofHours(lifetime.toHours()))
                ? lifetime.toHours() + " h"
                : lifetime.toSeconds() + " s";
    }

    static String of(AuthMethod credentials) {
        return switch (credentials) {
            case EITHER -> "Basic or body, not both";
            case BASIC -> "Basic";
            case BODY -> "body";
            case NONE -> "no secret";
        };
    }

    static String of(ResourceStyle style) {
        return switch (style) {
            case RFC6750 -> "JSON and a challenge, as RFC 6750 has it";
            case BARE -> "the status alone";
            case IC_STATUS_DESCRIPTION ->
                "the status and a text in the header `icStatusDescription`; without `Accept`, an answer of 200 is the text"
                        + " `No known way to render data`";
            case GENESYS ->
                "an envelope from message, code and status to details and errors, and `ININ-Correlation-Id`";
        };
    }

    static String of(Member member) {
        return switch (member) {
            case ACCESS_TOKEN, HUB_TOKEN, REGIONAL_ACCESS_TOKEN -> "the access token, a string";
            case TOKEN_TYPE -> "how the token is presented, a string";
            case EXPIRES_IN, HUB_TOKEN_EXPIRATION, REGIONAL_ACCESS_TOKEN_EXPIRY ->
                "how long the access token lives, a number of seconds";
            case REFRESH_TOKEN, HUB_REFRESH_TOKEN -> "the refresh token, a string";
            case HUB_REFRESH_TOKEN_EXPIRATION -> "how long the refresh token lives, a number of seconds";
            case ID_TOKEN -> "who the user is, a JWT";
            case ISSUED_TOKEN_TYPE -> "what was issued, a URN of RFC 8693";
            case SCOPE -> "the scopes that were granted, separated by blanks";
            case RESOURCE_SERVER_BASE_URI -> "the base of the API, ends with a slash";
            case REFRESH_TOKEN_SERVER_URI -> "where the refresh token is sent to";
            case AGENT_ID -> "the agent, a number";
            case TEAM_ID -> "the team of the agent, a number";
            case BUS_NO -> "the business unit, a number";
        };
    }

    /** Whether client_credentials is among the grants, but is refused with a hint at the access key. */
    static boolean refusesBackEnds(Profile profile) {
        return profile.reasons().anyMatch(Reason.ACCESS_KEY_DEMANDED::equals)
                && profile.refusal(Reason.ACCESS_KEY_DEMANDED).isPresent();
    }

    /** Obviously invented. */
    static String example(Member member, Profile profile) {
        Issuance issuance = profile.issuance();
        return switch (member) {
            case ACCESS_TOKEN, HUB_TOKEN, REGIONAL_ACCESS_TOKEN ->
                issuance.claims().isEmpty() ? "not-a-real-token..." : "eyJ...";
            case TOKEN_TYPE -> issuance.tokenType().value();
            case EXPIRES_IN, HUB_TOKEN_EXPIRATION, REGIONAL_ACCESS_TOKEN_EXPIRY ->
                String.valueOf(profile.tokenLifetime().toSeconds());
            case REFRESH_TOKEN, HUB_REFRESH_TOKEN ->
                issuance.renewal().value().filter(by -> !by.claims().isEmpty()).isPresent()
                        ? "eyJ..."
                        : "not-a-real-token...";
            case HUB_REFRESH_TOKEN_EXPIRATION -> "7200";
            case ID_TOKEN -> "eyJ...";
            case ISSUED_TOKEN_TYPE -> "urn:ietf:params:oauth:token-type:access_token";
            case SCOPE -> "admin:api user:read";
            case RESOURCE_SERVER_BASE_URI -> "http://127.0.0.1:8080/inContactAPI/";
            case REFRESH_TOKEN_SERVER_URI -> "http://127.0.0.1:8080/InContactAuthorizationServer/Token";
            case AGENT_ID -> "123456";
            case TEAM_ID -> "1234";
            case BUS_NO -> "4594001";
        };
    }
}
