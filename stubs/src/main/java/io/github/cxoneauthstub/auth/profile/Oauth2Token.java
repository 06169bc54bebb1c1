package io.github.cxoneauthstub.auth.profile;

import static io.github.cxoneauthstub.auth.profile.Evidence.assumed;
import static io.github.cxoneauthstub.auth.profile.Evidence.claimed;
import static io.github.cxoneauthstub.auth.profile.Reason.*;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.GrantType;

/**
 * {@code POST /oauth2/token} as forum thread 002 tells it, as the difference to {@link OauthToken}: Basic only, a text
 * of its own for bad credentials, a body that is ignored unless it is labelled as a form, and 400 for a bad scope.
 */
final class Oauth2Token {
    private static final Refusal BAD_CREDENTIALS = new Refusal(401, "invalid_client", "Bad client credentials");
    private static final Refusal INVALID_SCOPE = Refusal.of(400, "invalid_scope");

    private Oauth2Token() {}

    static Profile differingFrom(Profile oauthToken) {
        return grant(client(oauthToken.toBuilder("OAUTH2_TOKEN")
                        .paths(claimed("thread 002"), "/oauth2/token")
                        .credentials(AuthMethod.BASIC, claimed("thread 002: its asker's body fails, Basic works"))
                        .bodies(claimed("thread 002: a form, or else the body is ignored"), BodyFormat.FORM)
                        .grants(claimed("thread 002 asks for no other"), GrantType.CLIENT_CREDENTIALS)
                        .errorMembers(
                                assumed("RFC 6749 section 5.2; thread 002 shows the text alone"),
                                ErrorMember.ERROR,
                                ErrorMember.ERROR_DESCRIPTION)
                        .off(BODY_NOT_FORM, claimed("thread 002: without the form content type the body is ignored"))))
                .build();
    }

    private static Profile.Builder client(Profile.Builder builder) {
        Evidence still = claimed("thread 002: still 401 means a wrong secret or a disabled application");
        Evidence unknown = assumed("RFC 6749 section 5.2; the text is that of thread 002");
        return builder.answer(AUTHORIZATION_NOT_BASIC, BAD_CREDENTIALS, unknown)
                .answer(BASIC_NOT_ACCEPTED, BAD_CREDENTIALS, unknown)
                .answer(BODY_CREDENTIALS_NOT_ACCEPTED, BAD_CREDENTIALS, claimed("thread 002: what its asker got"))
                .answer(BASIC_UNREADABLE, BAD_CREDENTIALS, claimed("thread 002: 401 before anything else is looked at"))
                .answer(BASIC_CONTROL_CHARACTER, BAD_CREDENTIALS, unknown)
                .answer(
                        CREDENTIALS_MISSING,
                        BAD_CREDENTIALS,
                        claimed("thread 002: credentials in a body that is ignored get 401"))
                .answer(CLIENT_UNKNOWN, BAD_CREDENTIALS, unknown)
                .answer(AUTH_METHOD_NOT_REGISTERED, BAD_CREDENTIALS, unknown)
                .answer(SECRET_WRONG, BAD_CREDENTIALS, still)
                .answer(SECRET_EXPIRED, BAD_CREDENTIALS, assumed("thread 003 says 401 of another path"))
                .answer(CLIENT_DISABLED, BAD_CREDENTIALS, still);
    }

    private static Profile.Builder grant(Profile.Builder builder) {
        Evidence scope = claimed("thread 002: if it is 400, check the scope; the code is of RFC 6749 section 5.2");
        return builder.answer(GRANT_TYPE_MISSING, Refusal.of(400, "invalid_request"), assumed("RFC 6749 section 5.2"))
                .answer(SCOPE_MALFORMED, INVALID_SCOPE, scope)
                .answer(SCOPE_NOT_GRANTED, INVALID_SCOPE, scope);
    }
}
