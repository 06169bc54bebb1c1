package io.github.cxoneauthstub.auth.profile;

import static io.github.cxoneauthstub.auth.profile.Evidence.assumed;
import static io.github.cxoneauthstub.auth.profile.Evidence.claimed;
import static io.github.cxoneauthstub.auth.profile.Reason.*;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.GrantType;
import java.time.Duration;

/**
 * {@code POST /api/v2/oauth/token} as forum threads 000 and 004 tell it, as the difference to {@link Oauth2Token}: the
 * form only and no Authorization header, a grant that must be enabled, and a scope that is missed only at the resource.
 */
final class ApiV2 {
    private static final Refusal BAD_CREDENTIALS = new Refusal(401, "invalid_client", "Bad client credentials");
    private static final Refusal NO_TOKEN = Refusal.of(401, "");
    private static final Refusal INVALID_TOKEN = Refusal.of(401, "invalid_token");

    private ApiV2() {}

    static Profile differingFrom(Profile oauth2Token) {
        return resource(grant(client(header(oauth2Token.toBuilder("API_V2")
                        .paths(claimed("threads 000 and 004"), "/api/v2/oauth/token")
                        .usualTokenLifetime(Duration.ofHours(24), claimed("threads 000 and 004"))
                        .credentials(AuthMethod.BODY, claimed("thread 004: strictly as form parameters"))
                        .bodies(claimed("threads 000 and 004: a form"), BodyFormat.FORM)
                        .grants(claimed("threads 000 and 004 ask for no other"), GrantType.CLIENT_CREDENTIALS)
                        .errorMembers(
                                claimed("forum thread 12682 shows both"),
                                ErrorMember.ERROR,
                                ErrorMember.ERROR_DESCRIPTION)
                        .issues(Issuance.PLAIN.withoutRenewal(claimed("thread 004: no refresh token")))
                        .answer(
                                BODY_NOT_FORM,
                                BAD_CREDENTIALS,
                                claimed("thread 004: a form, labelled as such; thread 000's answer labels it too"))))))
                .build();
    }

    private static Profile.Builder header(Profile.Builder builder) {
        Evidence none = claimed("thread 004: no Authorization header; its asker got 401 with it");
        Evidence unreached = assumed("RFC 6749 section 5.2; not asked while credentials are taken in the form only");
        return builder.answer(AUTHORIZATION_REPEATED, BAD_CREDENTIALS, none)
                .answer(AUTHORIZATION_NOT_BASIC, BAD_CREDENTIALS, none)
                .answer(TWO_AUTH_METHODS, BAD_CREDENTIALS, none)
                .answer(BASIC_NOT_ACCEPTED, BAD_CREDENTIALS, none)
                .answer(BODY_CREDENTIALS_NOT_ACCEPTED, BAD_CREDENTIALS, unreached)
                .answer(BASIC_UNREADABLE, BAD_CREDENTIALS, unreached)
                .answer(BASIC_CONTROL_CHARACTER, BAD_CREDENTIALS, unreached);
    }

    private static Profile.Builder client(Profile.Builder builder) {
        Evidence bad = claimed("thread 004: invalid_client is a credential issue; the text is of forum thread 12682");
        Evidence borrowed = assumed("RFC 6749 section 5.2; the text is of forum thread 12682");
        return builder.answer(CREDENTIALS_MISSING, BAD_CREDENTIALS, borrowed)
                .answer(CLIENT_UNKNOWN, BAD_CREDENTIALS, bad)
                .answer(AUTH_METHOD_NOT_REGISTERED, BAD_CREDENTIALS, borrowed)
                .answer(SECRET_WRONG, BAD_CREDENTIALS, bad)
                .answer(SECRET_EXPIRED, BAD_CREDENTIALS, claimed("thread 004: verify that the secret has not expired"))
                .answer(CLIENT_DISABLED, BAD_CREDENTIALS, assumed("threads 002 and 003 say 401 of other paths"));
    }

    private static Profile.Builder grant(Profile.Builder builder) {
        return builder.answer(
                        GRANT_NOT_ENABLED,
                        Refusal.of(401, "unauthorized_client"),
                        claimed("thread 004: a 401 body says unauthorized_client, a permission issue"))
                .answer(SCOPE_MALFORMED, Refusal.of(400, "invalid_scope"), assumed("RFC 6749 sections 3.3 and 5.2"))
                .off(
                        SCOPE_NOT_GRANTED,
                        claimed("thread 000: the token comes without the scope, and the resource refuses it"));
    }

    private static Profile.Builder resource(Profile.Builder builder) {
        Evidence prefix = claimed("thread 000: 401 without Authorization: Bearer");
        return builder.answer(BEARER_MISSING, NO_TOKEN, prefix)
                .answer(BEARER_SCHEME_WRONG, NO_TOKEN, prefix)
                .answer(
                        TOKEN_REVOKED,
                        INVALID_TOKEN,
                        claimed("thread 000: a token is revoked when the application is changed; its code is not told"))
                .answer(TOKEN_EXPIRED, INVALID_TOKEN, claimed("thread 004: 401 once it expires; its code is not told"))
                .answer(
                        SCOPE_INSUFFICIENT,
                        Refusal.of(401, "insufficient_scope"),
                        claimed("thread 000: 401; the code is of RFC 6750 section 3.1"));
    }
}
