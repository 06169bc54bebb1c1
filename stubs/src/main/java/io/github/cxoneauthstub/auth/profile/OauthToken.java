package io.github.cxoneauthstub.auth.profile;

import static io.github.cxoneauthstub.auth.profile.Evidence.assumed;
import static io.github.cxoneauthstub.auth.profile.Evidence.claimed;
import static io.github.cxoneauthstub.auth.profile.Reason.*;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.GrantType;
import java.time.Duration;

/**
 * {@code POST /oauth/token} as forum threads 001 and 003 tell it. Where they are silent it borrows from RFC 6749 and
 * says so; where they contradict each other, {@code credentials} is the switch.
 */
final class OauthToken {
    private static final Refusal METHOD = Refusal.of(405, "");
    private static final Refusal INVALID_REQUEST = Refusal.of(400, "invalid_request");
    private static final Refusal INVALID_CLIENT = new Refusal(401, "invalid_client", "Client authentication failed");
    private static final Refusal INVALID_SCOPE = Refusal.of(401, "invalid_scope");
    private static final Refusal NO_TOKEN = Refusal.of(401, "");
    private static final Refusal INVALID_TOKEN = Refusal.of(401, "invalid_token");

    private OauthToken() {}

    static Profile profile() {
        return resource(grant(client(request(Profile.builder("OAUTH_TOKEN")
                        .paths(claimed("threads 001 and 003"), "/oauth/token")
                        .usualTokenLifetime(
                                Duration.ofHours(24), assumed("threads 000 and 004 claim it of another path"))
                        .credentials(
                                AuthMethod.EITHER,
                                claimed("thread 001 sends the body, thread 003 says Basic only: both are taken"))
                        .bodies(claimed("threads 001 and 003"), BodyFormat.FORM)
                        .grants(claimed("threads 001 and 003 ask for no other"), GrantType.CLIENT_CREDENTIALS)
                        .errorMembers(
                                claimed("forum threads 9482, 9785 and 16365 show both"),
                                ErrorMember.ERROR,
                                ErrorMember.ERROR_DESCRIPTION)
                        .resourceStyle(
                                ResourceStyle.RFC6750,
                                assumed("RFC 6750 section 3; what CXone sends is not public"))))))
                .build();
    }

    private static Profile.Builder request(Profile.Builder builder) {
        return builder.answer(METHOD_NOT_POST, METHOD, assumed("RFC 6749 section 3.2, RFC 9110 section 15.5.6"))
                .answer(SECRET_IN_QUERY, INVALID_REQUEST, assumed("RFC 6749 sections 2.3.1 and 5.2"))
                .answer(
                        BODY_NOT_FORM,
                        INVALID_CLIENT,
                        claimed("threads 001 and 003; RFC 6749 section 4.4.2 demands a form"))
                .answer(FORM_UNREADABLE, INVALID_REQUEST, assumed("RFC 6749 section 5.2 and appendix B"))
                .answer(PARAMETER_REPEATED, INVALID_REQUEST, assumed("RFC 6749 sections 3.2 and 5.2"));
    }

    private static Profile.Builder client(Profile.Builder builder) {
        Evidence bad = claimed("threads 001 and 003 say 401; the text is of forum threads 9482, 9785 and 16365");
        Evidence basic = assumed("RFC 7617 section 2; thread 002 says 401 of another path");
        return builder.answer(AUTHORIZATION_REPEATED, INVALID_REQUEST, assumed("RFC 6749 section 2.3"))
                .answer(AUTHORIZATION_NOT_BASIC, INVALID_CLIENT, claimed("thread 003: a Bearer token here fails"))
                .answer(TWO_AUTH_METHODS, INVALID_REQUEST, assumed("RFC 6749 sections 2.3 and 5.2"))
                .answer(BASIC_NOT_ACCEPTED, INVALID_CLIENT, assumed("RFC 6749 section 5.2: unsupported method"))
                .answer(BODY_CREDENTIALS_NOT_ACCEPTED, INVALID_CLIENT, claimed("thread 003: in the body it fails"))
                .answer(BASIC_UNREADABLE, INVALID_CLIENT, basic)
                .answer(BASIC_CONTROL_CHARACTER, INVALID_CLIENT, basic)
                .answer(CREDENTIALS_MISSING, INVALID_CLIENT, assumed("RFC 6749 section 5.2: none included"))
                .answer(CLIENT_ID_MISMATCH, INVALID_REQUEST, assumed("RFC 6749 section 5.2: otherwise malformed"))
                .answer(CLIENT_UNKNOWN, INVALID_CLIENT, bad)
                .answer(AUTH_METHOD_NOT_REGISTERED, INVALID_CLIENT, assumed("RFC 6749 section 5.2"))
                .answer(SECRET_WRONG, INVALID_CLIENT, bad)
                .off(BASIC_NOT_FORM_ENCODED, assumed("clients in production use send either form"))
                .answer(SECRET_EXPIRED, INVALID_CLIENT, claimed("thread 003: check that they have not expired"))
                .answer(CLIENT_DISABLED, INVALID_CLIENT, claimed("thread 003: check that they are active"));
    }

    private static Profile.Builder grant(Profile.Builder builder) {
        Evidence scope = claimed("thread 003: if the scope is wrong, the token endpoint returns 401");
        return builder.answer(
                        GRANT_TYPE_MISSING,
                        INVALID_REQUEST,
                        assumed("RFC 6749 section 5.2; thread 003 names no status"))
                .answer(
                        GRANT_TYPE_UNSUPPORTED,
                        Refusal.of(400, "unsupported_grant_type"),
                        assumed("RFC 6749 section 5.2"))
                .answer(GRANT_NOT_ENABLED, Refusal.of(400, "unauthorized_client"), assumed("RFC 6749 section 5.2"))
                .answer(SCOPE_MALFORMED, INVALID_SCOPE, scope)
                .answer(SCOPE_NOT_GRANTED, INVALID_SCOPE, scope);
    }

    private static Profile.Builder resource(Profile.Builder builder) {
        Evidence invalid = assumed("RFC 6750 section 3.1; what CXone sends is not public");
        return builder.answer(BEARER_REPEATED, INVALID_REQUEST, assumed("RFC 6750 section 3.1"))
                .answer(BEARER_MISSING, NO_TOKEN, assumed("RFC 6750 section 3.1; thread 000 says 401 of another path"))
                .answer(
                        BEARER_SCHEME_WRONG,
                        NO_TOKEN,
                        assumed("RFC 6750 section 3.1; thread 000 says 401 of another path"))
                .answer(BEARER_DOUBLED, INVALID_TOKEN, invalid)
                .answer(TOKEN_MALFORMED, INVALID_TOKEN, invalid)
                .answer(TOKEN_ALGORITHM_WRONG, INVALID_TOKEN, invalid)
                .answer(TOKEN_KEY_UNKNOWN, INVALID_TOKEN, invalid)
                .answer(TOKEN_TAMPERED, INVALID_TOKEN, invalid)
                .answer(TOKEN_NOT_ACCESS_TOKEN, INVALID_TOKEN, invalid)
                .answer(TOKEN_OF_ANOTHER_SERVER, INVALID_TOKEN, invalid)
                .answer(TOKEN_OF_EARLIER_TEST, INVALID_TOKEN, invalid)
                .answer(TOKEN_REVOKED, INVALID_TOKEN, invalid)
                .answer(TOKEN_EXPIRED, INVALID_TOKEN, invalid)
                .answer(
                        TOKEN_OF_ANOTHER_TENANT,
                        INVALID_TOKEN,
                        assumed("forum thread 12559 says 401 of a wrong region, and names no path"))
                .answer(SCOPE_INSUFFICIENT, Refusal.of(403, "insufficient_scope"), assumed("RFC 6750 section 3.1"));
    }
}
