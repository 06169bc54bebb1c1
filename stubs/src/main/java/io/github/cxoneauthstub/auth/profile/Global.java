package io.github.cxoneauthstub.auth.profile;

import static io.github.cxoneauthstub.auth.profile.EndpointEvidence.telling;
import static io.github.cxoneauthstub.auth.profile.Evidence.assumed;
import static io.github.cxoneauthstub.auth.profile.Evidence.documented;
import static io.github.cxoneauthstub.auth.profile.Evidence.observed;
import static io.github.cxoneauthstub.auth.profile.Reason.*;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.GrantType;
import java.time.Duration;
import java.util.List;

/**
 * {@code POST /auth/token}, the global authentication that NICE documents: a back end presents an access key and its
 * own credentials, a browser or desktop application a code. No document has client_credentials here.
 */
final class Global {
    // one text for each error: which rule fell, the wire does not tell
    private static final Refusal INVALID_REQUEST =
            new Refusal(400, "invalid_request", "The request is missing a parameter or is otherwise malformed");
    private static final Refusal INVALID_CLIENT = new Refusal(401, "invalid_client", "Client authentication failed");
    private static final Refusal INVALID_GRANT =
            new Refusal(401, "invalid_grant", "The provided authorization grant is invalid, expired, or revoked");
    private static final Refusal UNAUTHORIZED_CLIENT =
            new Refusal(400, "unauthorized_client", "The client is not authorized to use this grant type");
    private static final Refusal UNSUPPORTED_GRANT_TYPE =
            new Refusal(400, "unsupported_grant_type", "The grant type is not supported");
    private static final Refusal INVALID_SCOPE = new Refusal(400, "invalid_scope", "The requested scope is invalid");
    private static final Refusal BARE = Refusal.of(401, "");
    private static final Evidence RC =
            documented("RingCentral's article on the API global authentication service, a transcript");
    private static final Evidence RFC_6749 = assumed("RFC 6749 section 5.2; no error of this endpoint is documented");

    private Global() {}

    static Profile profile() {
        return resource(code(refresh(key(grant(client(request(endpoint(Profile.builder("GLOBAL")))))))))
                .build();
    }

    private static Profile.Builder endpoint(Profile.Builder builder) {
        return builder.paths(
                        documented("RingCentral's article: token_endpoint of the discovery document"), "/auth/token")
                .endpoint(
                        Duty.AUTHORIZE,
                        "/auth/authorize",
                        telling(
                                observed("NICE's browser SDK and OpenAPI files"),
                                assumed("no login page, and a code that lives 60 seconds: ours; RFC 6749 section 4.1.2"
                                        + " allows ten minutes")))
                .endpoint(
                        Duty.USER_INFO,
                        "/auth/userinfo",
                        telling(
                                documented("RingCentral's article: userinfo_endpoint of the discovery document"),
                                assumed(
                                        "OpenID Connect Core 1.0 section 5.3: sub, the names of the user, tenantId and icBUId,"
                                                + " and the errors of RFC 6750")))
                .endpoint(
                        Duty.END_SESSION,
                        "/auth/authorize/logout",
                        telling(
                                documented("RingCentral's article: end_session_endpoint of the discovery document"),
                                assumed(
                                        "OpenID Connect RP-Initiated Logout 1.0 sections 2 and 3, but that any registered"
                                                + " address will do")))
                .endpoint(
                        Duty.REVOKE,
                        "/auth/revoke",
                        telling(
                                assumed("in no document, and so not in the discovery document"),
                                assumed("RFC 7009 section 2.2")))
                .endpoint(
                        Duty.INTROSPECT,
                        "/auth/introspect",
                        telling(
                                assumed("in no document, and so not in the discovery document"),
                                assumed("RFC 7662 section 2.2")))
                .usualTokenLifetime(Duration.ofHours(1), RC)
                .credentials(
                        AuthMethod.EITHER,
                        documented("NICE's app registration: client_secret_basic or client_secret_post, chosen there"))
                .bodies(
                        documented("RingCentral's article: a form; NICE's browser SDK labels it as JSON"),
                        BodyFormat.FORM,
                        BodyFormat.FORM_LABELLED_JSON)
                .grants(
                        documented(
                                "NICE's authentication pages and OpenAPI files; client_credentials is in none of them"),
                        GrantType.PASSWORD,
                        GrantType.REFRESH_TOKEN,
                        GrantType.AUTHORIZATION_CODE,
                        GrantType.TOKEN_EXCHANGE,
                        GrantType.IMPERSONATION,
                        GrantType.CLIENT_CREDENTIALS)
                .trait(
                        Trait.PUBLIC_CLIENTS,
                        documented("NICE's app registration: type public; its SDK sends no secret"))
                .trait(
                        Trait.SCOPE_OF_ROLE,
                        documented("RingCentral's article: only openid is a scope; rights are those of role and app"))
                .issues(issuance())
                .errorMembers(
                        assumed("RFC 6749 section 5.2; NICE's OpenAPI schema has errorDescription, nobody shows either:"
                                + " what it says is ours, with forum threads 9482, 9785 and 16485"),
                        ErrorMember.ERROR,
                        ErrorMember.ERROR_DESCRIPTION)
                .resourceStyle(
                        ResourceStyle.BARE, assumed("no body of a refused token is public; clients look at 401"));
    }

    private static Issuance issuance() {
        return Issuance.of(RC)
                .tokens(
                        TokenFormat.JWT_WITHOUT_KID,
                        documented("RingCentral's decoded tokens; icAgentId and icSPId are observed in the user hub's,"
                                + " area in the id_token, impersonatingUserTenantId in tests of NICE's SDK;"
                                + " jti is ours, because two of one second would be equal"),
                        Claim.ROLE,
                        Claim.IC_AGENT_ID,
                        Claim.IC_SP_ID,
                        Claim.SUB_USER,
                        Claim.ISS_OF_AUTH,
                        Claim.GIVEN_NAME,
                        Claim.AUD,
                        Claim.IC_BU_ID,
                        Claim.NAME,
                        Claim.TENANT_ID,
                        Claim.TENANT,
                        Claim.AREA,
                        Claim.FAMILY_NAME,
                        Claim.IC_CLUSTER_ID,
                        Claim.IMPERSONATING_USER_TENANT_ID,
                        Claim.IAT,
                        Claim.EXP,
                        Claim.JTI)
                .idToken(
                        observed("a client of a public web chat, and RingCentral's transcript"),
                        Claim.SUB_USER,
                        Claim.ISS,
                        Claim.AUD,
                        Claim.NAME,
                        Claim.GIVEN_NAME,
                        Claim.FAMILY_NAME,
                        Claim.USER_ID,
                        Claim.TENANT_ID,
                        Claim.TENANT,
                        Claim.AREA,
                        Claim.IC_BU_ID,
                        Claim.IC_AGENT_ID,
                        Claim.IC_SP_ID,
                        Claim.IC_CLUSTER_ID,
                        Claim.IC_DOMAIN,
                        Claim.NONCE,
                        Claim.IAT,
                        Claim.EXP)
                .renewal(
                        new Renewal(
                                TokenFormat.JWT_WITHOUT_KID,
                                List.of(Claim.ISS, Claim.AUD, Claim.SESSION_ID, Claim.ID, Claim.IAT, Claim.EXP),
                                Duration.ofHours(2),
                                true),
                        documented("RingCentral's decoded token: 7200 s; that an old one is refused is assumed"))
                .tokenType("Bearer", RC)
                .answer(
                        Duty.TOKEN,
                        RC,
                        Member.ACCESS_TOKEN,
                        Member.TOKEN_TYPE,
                        Member.EXPIRES_IN,
                        Member.REFRESH_TOKEN,
                        Member.ID_TOKEN,
                        Member.ISSUED_TOKEN_TYPE);
    }

    private static Profile.Builder request(Profile.Builder builder) {
        return builder.answer(METHOD_NOT_POST, Refusal.of(405, ""), assumed("RFC 6749 section 3.2"))
                .answer(SECRET_IN_QUERY, INVALID_REQUEST, assumed("RFC 6749 sections 2.3.1 and 5.2"))
                .answer(
                        BODY_NOT_FORM,
                        INVALID_REQUEST,
                        assumed("RingCentral's article: the body must be a form; the status is of RFC 6749"))
                .answer(FORM_UNREADABLE, INVALID_REQUEST, assumed("RFC 6749 section 5.2 and appendix B"))
                .answer(PARAMETER_REPEATED, INVALID_REQUEST, assumed("RFC 6749 sections 3.2 and 5.2"))
                .answer(TOKEN_PARAMETER_MISSING, INVALID_REQUEST, assumed("RFC 7009 section 2.1, RFC 7662 section 2.1"))
                .answer(
                        TOKEN_OF_ANOTHER_CLIENT,
                        INVALID_GRANT,
                        assumed(
                                "RFC 7009 section 2.1 refuses it; the code is of RFC 6749 section 5.2, the status that of"
                                        + " this endpoint"));
    }

    private static Profile.Builder client(Profile.Builder builder) {
        Evidence bad = observed(
                "the CXone connector for Camunda: 401 invalid_client, also before an app is approved; the text is ours");
        Evidence method = assumed("NICE's app registration: the method is chosen there; it has no status");
        return builder.answer(AUTHORIZATION_REPEATED, INVALID_REQUEST, assumed("RFC 6749 section 2.3"))
                .answer(TWO_AUTH_METHODS, INVALID_REQUEST, assumed("RFC 6749 sections 2.3 and 5.2"))
                .answer(CLIENT_ID_MISMATCH, INVALID_REQUEST, assumed("RFC 6749 section 5.2: otherwise malformed"))
                .answers(INVALID_CLIENT, bad, CLIENT_UNKNOWN, SECRET_WRONG)
                .answers(
                        INVALID_CLIENT,
                        RFC_6749,
                        AUTHORIZATION_NOT_BASIC,
                        BASIC_UNREADABLE,
                        BASIC_CONTROL_CHARACTER,
                        CREDENTIALS_MISSING,
                        SECRET_EXPIRED)
                .answers(INVALID_CLIENT, method, BASIC_NOT_ACCEPTED, BODY_CREDENTIALS_NOT_ACCEPTED)
                .answer(AUTH_METHOD_NOT_REGISTERED, INVALID_CLIENT, method)
                .off(BASIC_NOT_FORM_ENCODED, observed("clients in production send either form"))
                .answer(
                        CLIENT_DISABLED,
                        INVALID_CLIENT,
                        assumed("NICE's app registration: a disabled app may not authenticate; it has no status"));
    }

    private static Profile.Builder grant(Profile.Builder builder) {
        return builder.answer(GRANT_TYPE_MISSING, INVALID_REQUEST, RFC_6749)
                .answer(GRANT_TYPE_UNSUPPORTED, UNSUPPORTED_GRANT_TYPE, RFC_6749)
                .answer(
                        ACCESS_KEY_DEMANDED,
                        UNAUTHORIZED_CLIENT,
                        assumed(
                                "no document has client_credentials here; one public client sends it, without an answer"))
                .answer(GRANT_NOT_ENABLED, UNAUTHORIZED_CLIENT, RFC_6749)
                .answer(SCOPE_MALFORMED, INVALID_SCOPE, RFC_6749)
                .off(
                        SCOPE_NOT_GRANTED,
                        documented("RingCentral's article: rights are those of the role, not the request"))
                .answer(
                        AUDIENCE_MISSING,
                        INVALID_REQUEST,
                        assumed("NICE's OpenAPI files have it; the answer is of RFC 8693 section 2.2.2"))
                .answer(SUBJECT_TOKEN_MISSING, INVALID_REQUEST, assumed("RFC 8693 section 2.2.2"))
                .answer(SUBJECT_TOKEN_TYPE_WRONG, INVALID_REQUEST, assumed("RFC 8693 section 2.2.2"))
                .answer(SUBJECT_TOKEN_INVALID, INVALID_REQUEST, assumed("RFC 8693 section 2.2.2"));
    }

    private static Profile.Builder key(Profile.Builder builder) {
        Evidence bad = observed(
                "the CXone connector for Camunda: 401 invalid_grant for a wrong or revoked access key; the text is ours");
        return builder.answer(ACCESS_KEY_MISSING, INVALID_REQUEST, RFC_6749)
                .answers(INVALID_GRANT, bad, ACCESS_KEY_UNKNOWN, ACCESS_KEY_WRONG, ACCESS_KEY_INACTIVE)
                .answer(
                        ACCESS_KEY_OF_ANOTHER_TENANT,
                        INVALID_GRANT,
                        assumed("NICE's app registration: tenancy single or all; it has no answer"));
    }

    private static Profile.Builder refresh(Profile.Builder builder) {
        Evidence like = assumed("as for a revoked access key; RFC 6749 section 5.2 would have 400");
        return builder.answer(REFRESH_TOKEN_MISSING, INVALID_REQUEST, RFC_6749)
                .answers(
                        INVALID_GRANT,
                        like,
                        REFRESH_TOKEN_UNKNOWN,
                        REFRESH_TOKEN_OF_ANOTHER_CLIENT,
                        REFRESH_TOKEN_REVOKED,
                        REFRESH_TOKEN_EXPIRED,
                        REFRESH_TOKEN_USED);
    }

    private static Profile.Builder code(Profile.Builder builder) {
        Evidence like = assumed("as for a revoked access key; RFC 6749 section 5.2 would have 400");
        return builder.answer(CODE_MISSING, INVALID_REQUEST, RFC_6749)
                .answers(
                        INVALID_GRANT,
                        like,
                        CODE_UNKNOWN,
                        CODE_OF_ANOTHER_CLIENT,
                        REDIRECT_URI_MISMATCH,
                        VERIFIER_WRONG,
                        CODE_EXPIRED,
                        CODE_USED)
                .answer(REDIRECT_URI_UNREGISTERED, INVALID_REQUEST, assumed("RFC 6749 section 4.1.2.1: no redirect"))
                .answer(
                        RESPONSE_TYPE_UNSUPPORTED,
                        Refusal.of(400, "unsupported_response_type"),
                        assumed("RFC 6749 section 4.1.2.1, sent by a redirect"))
                .answer(CHALLENGE_MISSING, INVALID_REQUEST, assumed("RFC 7636 section 4.4.1, sent by a redirect"))
                .answer(USER_MISSING, Refusal.of(400, "access_denied"), assumed("RFC 6749 section 4.1.2.1"));
    }

    private static Profile.Builder resource(Profile.Builder builder) {
        Evidence refused = observed("Cognigy, MCP and Camunda clients: 401, and they look at nothing else");
        return builder.answers(
                        BARE,
                        refused,
                        BEARER_MISSING,
                        BEARER_SCHEME_WRONG,
                        BEARER_DOUBLED,
                        TOKEN_MALFORMED,
                        TOKEN_ALGORITHM_WRONG,
                        TOKEN_KEY_UNKNOWN,
                        TOKEN_TAMPERED,
                        TOKEN_NOT_ACCESS_TOKEN,
                        TOKEN_OF_ANOTHER_SERVER,
                        TOKEN_OF_EARLIER_TEST,
                        TOKEN_REVOKED,
                        TOKEN_EXPIRED)
                .answer(BEARER_REPEATED, Refusal.of(400, ""), assumed("RFC 6750 section 3.1"))
                .answer(
                        TOKEN_OF_ANOTHER_TENANT,
                        BARE,
                        assumed(
                                "401 as for any refused token; forum thread 7079 has 403 of another product's organisation"))
                .answer(
                        SCOPE_INSUFFICIENT,
                        Refusal.of(403, ""),
                        documented("NICE: forbidden if the user lacks the permission, whatever the app may do"));
    }
}
