package io.github.cxoneauthstub.auth.profile;

import static io.github.cxoneauthstub.auth.profile.Evidence.assumed;
import static io.github.cxoneauthstub.auth.profile.Evidence.documented;
import static io.github.cxoneauthstub.auth.profile.Evidence.observed;
import static io.github.cxoneauthstub.auth.profile.Reason.*;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.GrantType;
import java.time.Duration;

/**
 * {@code POST /login/oauth/token}, Genesys Cloud behind the gateway that its JavaScript SDK can be set to: another
 * vendor's product, whose paths and answers forum threads 001 and 004 mix with those of CXone.
 */
final class Genesys {
    private static final Refusal NOT_FOUND = new Refusal(400, "invalid_client", "client not found");
    private static final Refusal FAILED = new Refusal(400, "invalid_client", "authentication failed");
    private static final Refusal BAD_CREDENTIALS = new Refusal(401, "bad.credentials", "Invalid login credentials.");
    private static final Evidence RFC_6749 = assumed("RFC 6749 section 5.2, with 400 as in all captures");

    private Genesys() {}

    static Profile profile() {
        return resource(grant(client(request(endpoint(Profile.builder("GENESYS"))))))
                .build();
    }

    private static Profile.Builder endpoint(Profile.Builder builder) {
        Evidence sdk = observed("the Java and JavaScript SDKs");
        return builder.paths(
                        observed("the JavaScript SDK: what a gateway puts before Genesys Cloud's /oauth/token"),
                        "/login/oauth/token")
                .apiUnder("/api", observed("the JavaScript SDK: what a gateway puts before Genesys Cloud's API"))
                .usualTokenLifetime(Duration.ofSeconds(86_399), observed("GCCX-Utils: a captured answer"))
                .credentials(AuthMethod.BASIC, sdk)
                .bodies(sdk, BodyFormat.FORM)
                .grants(sdk, GrantType.CLIENT_CREDENTIALS)
                .issues(Issuance.of(observed("GCCX-Utils: a captured answer"))
                        .tokens(TokenFormat.OPAQUE, observed("GCCX-Utils: a captured answer, some 86 characters"))
                        .tokenType("bearer", observed("GCCX-Utils: a captured answer"))
                        .answer(
                                Duty.TOKEN,
                                observed("GCCX-Utils: a captured answer"),
                                Member.ACCESS_TOKEN,
                                Member.TOKEN_TYPE,
                                Member.EXPIRES_IN))
                .errorMembers(
                        observed("GCCX-Utils and go-gcloudcx: description repeats error_description"),
                        ErrorMember.ERROR,
                        ErrorMember.DESCRIPTION,
                        ErrorMember.ERROR_DESCRIPTION)
                .resourceStyle(ResourceStyle.GENESYS, observed("go-gcloudcx's table of errors, with all members"));
    }

    private static Profile.Builder request(Profile.Builder builder) {
        return builder.answer(METHOD_NOT_POST, Refusal.of(405, ""), assumed("RFC 6749 section 3.2"))
                .answers(
                        new Refusal(400, "invalid_request", "invalid request"),
                        RFC_6749,
                        SECRET_IN_QUERY,
                        BODY_NOT_FORM,
                        FORM_UNREADABLE,
                        PARAMETER_REPEATED);
    }

    private static Profile.Builder client(Profile.Builder builder) {
        return builder.answers(
                        new Refusal(400, "invalid_request", "invalid request"),
                        RFC_6749,
                        AUTHORIZATION_REPEATED,
                        TWO_AUTH_METHODS,
                        CLIENT_ID_MISMATCH)
                .answer(CLIENT_UNKNOWN, NOT_FOUND, observed("go-gcloudcx's table of errors"))
                .answer(
                        SECRET_WRONG,
                        FAILED,
                        observed("go-gcloudcx and CallFlowVisualizer: a wrong secret, and a wrong region"))
                .answers(
                        FAILED,
                        RFC_6749,
                        AUTHORIZATION_NOT_BASIC,
                        BASIC_NOT_ACCEPTED,
                        BODY_CREDENTIALS_NOT_ACCEPTED,
                        BASIC_UNREADABLE,
                        BASIC_CONTROL_CHARACTER,
                        CREDENTIALS_MISSING,
                        AUTH_METHOD_NOT_REGISTERED,
                        SECRET_EXPIRED,
                        CLIENT_DISABLED)
                .off(BASIC_NOT_FORM_ENCODED, observed("both SDKs send the halves as they are"));
    }

    private static Profile.Builder grant(Profile.Builder builder) {
        return builder.answer(GRANT_TYPE_MISSING, new Refusal(400, "invalid_request", "missing grant_type"), RFC_6749)
                .answer(
                        GRANT_TYPE_UNSUPPORTED,
                        new Refusal(400, "unsupported_grant_type", "unsupported grant_type"),
                        RFC_6749)
                .answer(
                        GRANT_NOT_ENABLED,
                        new Refusal(
                                400,
                                "unauthorized_client",
                                "client is not authorized to use the client_credential grant type"),
                        observed("GCCX-Utils: a captured answer"))
                .answers(
                        new Refusal(400, "invalid_scope", "invalid scope"),
                        RFC_6749,
                        SCOPE_MALFORMED,
                        SCOPE_NOT_GRANTED);
    }

    private static Profile.Builder resource(Profile.Builder builder) {
        Evidence table = observed("go-gcloudcx's table of errors");
        return builder.answers(
                        new Refusal(
                                401,
                                "authentication.required",
                                "No authentication bearer token specified in authorization header."),
                        documented("Genesys Cloud's API description, as its SDK definitions render it"),
                        BEARER_MISSING,
                        BEARER_SCHEME_WRONG)
                .answer(
                        BEARER_REPEATED,
                        new Refusal(400, "bad.request", "The request could not be understood."),
                        RFC_6749)
                .answers(
                        BAD_CREDENTIALS,
                        table,
                        BEARER_DOUBLED,
                        TOKEN_MALFORMED,
                        TOKEN_ALGORITHM_WRONG,
                        TOKEN_KEY_UNKNOWN,
                        TOKEN_TAMPERED,
                        TOKEN_NOT_ACCESS_TOKEN,
                        TOKEN_OF_ANOTHER_SERVER,
                        TOKEN_OF_EARLIER_TEST,
                        TOKEN_REVOKED)
                .answer(
                        TOKEN_EXPIRED,
                        new Refusal(
                                401, "credentials.expired", "The supplied credentials are expired and cannot be used."),
                        table)
                .answer(TOKEN_OF_ANOTHER_TENANT, BAD_CREDENTIALS, assumed("as for any token that is not its own"))
                .answer(
                        SCOPE_INSUFFICIENT,
                        new Refusal(
                                403, "missing.permissions", "You are not authorized to perform the requested action."),
                        observed("go-gcloudcx's table of errors: the code; the text is that of not.authorized"));
    }
}
