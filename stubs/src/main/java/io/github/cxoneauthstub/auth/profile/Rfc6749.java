package io.github.cxoneauthstub.auth.profile;

import static io.github.cxoneauthstub.auth.profile.Evidence.assumed;
import static io.github.cxoneauthstub.auth.profile.Evidence.documented;
import static io.github.cxoneauthstub.auth.profile.Reason.*;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.GrantType;
import java.time.Duration;

/** The referee: what the RFCs say, and nothing of any vendor. Its evidence is the RFC's section. */
final class Rfc6749 {
    private static final Refusal METHOD = Refusal.of(405, "");
    private static final Refusal INVALID_REQUEST = Refusal.of(400, "invalid_request");
    private static final Refusal INVALID_CLIENT = Refusal.of(401, "invalid_client");
    private static final Refusal INVALID_SCOPE = Refusal.of(400, "invalid_scope");
    private static final Refusal NO_TOKEN = Refusal.of(401, "");
    private static final Refusal BAD_BEARER = Refusal.of(400, "invalid_request");
    private static final Refusal INVALID_TOKEN = Refusal.of(401, "invalid_token");

    private Rfc6749() {}

    static Profile profile() {
        return resource(grant(client(request(Profile.builder("RFC6749")
                        .paths(documented(
                                "RFC 6749 section 3.2: how a client learns it is beyond the scope of the RFC"))
                        .usualTokenLifetime(
                                Duration.ofHours(1), assumed("the example of RFC 6749 section 5.1 has 3600"))
                        .credentials(AuthMethod.EITHER, documented("RFC 6749 section 2.3.1"))
                        .bodies(documented("RFC 6749 section 4.4.2"), BodyFormat.FORM)
                        .grants(assumed("the one grant of RFC 6749 that needs no user"), GrantType.CLIENT_CREDENTIALS)
                        .issues(issuance())
                        .errorMembers(
                                documented("RFC 6749 section 5.2"), ErrorMember.ERROR, ErrorMember.ERROR_DESCRIPTION)
                        .resourceStyle(ResourceStyle.RFC6750, documented("RFC 6750 section 3"))))))
                .build();
    }

    private static Issuance issuance() {
        return Issuance.PLAIN
                .idToken(documented("RFC 6749 has none"))
                .withoutRenewal(documented("RFC 6749 section 4.4.3"))
                .tokenType("Bearer", documented("RFC 6750 section 4"))
                .answer(
                        Duty.TOKEN,
                        documented("RFC 6749 section 5.1"),
                        Member.ACCESS_TOKEN,
                        Member.TOKEN_TYPE,
                        Member.EXPIRES_IN,
                        Member.SCOPE);
    }

    private static Profile.Builder request(Profile.Builder builder) {
        return builder.answer(METHOD_NOT_POST, METHOD, documented("RFC 6749 section 3.2, RFC 9110 section 15.5.6"))
                .answer(SECRET_IN_QUERY, INVALID_REQUEST, documented("RFC 6749 sections 2.3.1 and 5.2"))
                .answer(BODY_NOT_FORM, INVALID_REQUEST, documented("RFC 6749 sections 4.4.2 and 5.2"))
                .answer(FORM_UNREADABLE, INVALID_REQUEST, documented("RFC 6749 section 5.2 and appendix B"))
                .answer(PARAMETER_REPEATED, INVALID_REQUEST, documented("RFC 6749 sections 3.2 and 5.2"));
    }

    private static Profile.Builder client(Profile.Builder builder) {
        Evidence failed = documented("RFC 6749 section 5.2: client authentication failed");
        return builder.answer(AUTHORIZATION_REPEATED, INVALID_REQUEST, documented("RFC 6749 section 2.3"))
                .answer(AUTHORIZATION_NOT_BASIC, INVALID_CLIENT, documented("RFC 6749 section 5.2: unsupported method"))
                .answer(TWO_AUTH_METHODS, INVALID_REQUEST, documented("RFC 6749 sections 2.3 and 5.2"))
                .answer(BASIC_NOT_ACCEPTED, INVALID_CLIENT, documented("RFC 6749 section 5.2: unsupported method"))
                .answer(BODY_CREDENTIALS_NOT_ACCEPTED, INVALID_CLIENT, documented("RFC 6749 section 2.3.1"))
                .answer(BASIC_UNREADABLE, INVALID_CLIENT, documented("RFC 7617 section 2, RFC 4648 sections 3 and 4"))
                .answer(BASIC_CONTROL_CHARACTER, INVALID_CLIENT, documented("RFC 7617 section 2"))
                .answer(CREDENTIALS_MISSING, INVALID_CLIENT, documented("RFC 6749 section 5.2: none included"))
                .answer(CLIENT_ID_MISMATCH, INVALID_REQUEST, assumed("RFC 6749 section 5.2: otherwise malformed"))
                .answer(CLIENT_UNKNOWN, INVALID_CLIENT, documented("RFC 6749 section 5.2: unknown client"))
                .answer(AUTH_METHOD_NOT_REGISTERED, INVALID_CLIENT, documented("RFC 6749 section 5.2"))
                .answer(SECRET_WRONG, INVALID_CLIENT, failed)
                .answer(BASIC_NOT_FORM_ENCODED, INVALID_CLIENT, documented("RFC 6749 section 2.3.1"))
                .answer(SECRET_EXPIRED, INVALID_CLIENT, failed)
                .answer(CLIENT_DISABLED, INVALID_CLIENT, failed);
    }

    private static Profile.Builder grant(Profile.Builder builder) {
        return builder.answer(GRANT_TYPE_MISSING, INVALID_REQUEST, documented("RFC 6749 sections 4.4.2 and 5.2"))
                .answer(
                        GRANT_TYPE_UNSUPPORTED,
                        Refusal.of(400, "unsupported_grant_type"),
                        documented("RFC 6749 section 5.2"))
                .answer(GRANT_NOT_ENABLED, Refusal.of(400, "unauthorized_client"), documented("RFC 6749 section 5.2"))
                .answer(SCOPE_MALFORMED, INVALID_SCOPE, documented("RFC 6749 sections 3.3 and 5.2"))
                .answer(SCOPE_NOT_GRANTED, INVALID_SCOPE, documented("RFC 6749 section 5.2"));
    }

    private static Profile.Builder resource(Profile.Builder builder) {
        Evidence invalid = documented("RFC 6750 section 3.1: expired, revoked, malformed or invalid");
        return builder.answer(BEARER_REPEATED, BAD_BEARER, documented("RFC 6750 section 3.1: more than one method"))
                .answer(BEARER_MISSING, NO_TOKEN, documented("RFC 6750 section 3.1: no error code"))
                .answer(BEARER_SCHEME_WRONG, NO_TOKEN, documented("RFC 6750 section 3.1: unaware, so no error code"))
                .answer(BEARER_DOUBLED, BAD_BEARER, documented("RFC 6750 section 3.1: otherwise malformed"))
                .answer(TOKEN_MALFORMED, INVALID_TOKEN, invalid)
                .answer(TOKEN_ALGORITHM_WRONG, INVALID_TOKEN, invalid)
                .answer(TOKEN_KEY_UNKNOWN, INVALID_TOKEN, invalid)
                .answer(TOKEN_TAMPERED, INVALID_TOKEN, invalid)
                .answer(TOKEN_NOT_ACCESS_TOKEN, INVALID_TOKEN, invalid)
                .answer(TOKEN_OF_ANOTHER_SERVER, INVALID_TOKEN, invalid)
                .answer(TOKEN_OF_EARLIER_TEST, INVALID_TOKEN, invalid)
                .answer(TOKEN_REVOKED, INVALID_TOKEN, invalid)
                .answer(TOKEN_EXPIRED, INVALID_TOKEN, invalid)
                .answer(TOKEN_OF_ANOTHER_TENANT, INVALID_TOKEN, invalid)
                .answer(SCOPE_INSUFFICIENT, Refusal.of(403, "insufficient_scope"), documented("RFC 6750 section 3.1"));
    }
}
