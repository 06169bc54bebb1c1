package io.github.cxoneauthstub.auth.profile;

import static io.github.cxoneauthstub.auth.profile.EndpointEvidence.issuing;
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
 * {@code POST /InContactAuthorizationServer/Token}, the older server "Central": applications called {@code app@vendor},
 * JSON or a form, and answers that tell where the API is.
 */
final class Central {
    private static final Refusal INVALID_REQUEST = Refusal.of(400, "invalid_request");
    private static final Refusal INVALID_CLIENT = Refusal.of(401, "invalid_client");
    private static final Refusal INVALID_GRANT = Refusal.of(400, "invalid_grant");
    private static final Refusal NOT_AUTHORIZED =
            new Refusal(401, "invalid_client", "Client application '{client_id}' not authorized for user");
    private static final Refusal TOKEN_REFUSED = new Refusal(401, "invalid_token", "The access token is not valid");
    private static final Evidence RFC_6749 = assumed("RFC 6749 section 5.2");

    private Central() {}

    static Profile profile() {
        return resource(grant(client(request(endpoint(Profile.builder("CENTRAL"))))))
                .build();
    }

    private static Profile.Builder endpoint(Profile.Builder builder) {
        return builder.paths(
                        documented("NICE's getting started, and client code in PowerShell, PHP and Ruby"),
                        "/InContactAuthorizationServer/Token")
                .endpoint(
                        Duty.WHO_AM_I,
                        "/InContactAuthorizationServer/Token/WhoAmI",
                        telling(
                                observed("NICE's browser SDK"),
                                observed("NICE's browser SDK reads texts, public fixtures have numbers")))
                .endpoint(
                        Duty.ACCESS_KEY,
                        "/InContactAuthorizationServer/token/access-key",
                        issuing(observed("public client code, which cites a page of NICE's")))
                .apiUnder(
                        "/inContactAPI",
                        documented("NICE's getting started: resource_server_base_uri of the answer ends so"))
                .usualTokenLifetime(Duration.ofHours(1), documented("NICE's page on tokens: Password 3600 s"))
                .credentials(AuthMethod.BASIC, documented("NICE's getting started: basic app@vendor:businessUnit"))
                .bodies(observed("client code sends JSON, other client code a form"), BodyFormat.FORM, BodyFormat.JSON)
                .grants(
                        documented("NICE's page on tokens: Password and Client; a refresh token comes with Password"),
                        GrantType.PASSWORD,
                        GrantType.CLIENT_CREDENTIALS,
                        GrantType.REFRESH_TOKEN)
                .trait(
                        Trait.BUSINESS_UNIT_AS_SECRET,
                        documented(
                                "NICE's getting started: app@vendor:businessUnit; client code also sends the secret"))
                .trait(
                        Trait.CLIENT_IS_PATRON,
                        documented("NICE's page on tokens and its FAQ: Client is for Patron only"))
                .trait(
                        Trait.SCOPES_OF_CENTRAL,
                        observed("the documents write AdminAPI, client code AdminApi; both list the seven"))
                .trait(Trait.CASELESS_PATH, observed("client code writes the path in four ways"))
                .issues(issuance())
                .errorMembers(RFC_6749, ErrorMember.ERROR, ErrorMember.ERROR_DESCRIPTION)
                .resourceStyle(
                        ResourceStyle.IC_STATUS_DESCRIPTION,
                        observed("singer-io's client reads icStatusDescription; two others meet 'No known way ...'"));
    }

    private static Issuance issuance() {
        Evidence fixtures = observed("unit test fixtures that look like NICE's, in public repositories");
        return Issuance.of(fixtures)
                .tokens(
                        TokenFormat.JWT_WITHOUT_KID,
                        observed(
                                "decoded tokens in public fixtures; jti is ours, because two of one second would be equal"),
                        Claim.IC_BU_ID,
                        Claim.NAME,
                        Claim.ISS,
                        Claim.SUB_AGENT,
                        Claim.AUD,
                        Claim.EXP,
                        Claim.IAT,
                        Claim.IC_SCOPE,
                        Claim.IC_CLUSTER_ID,
                        Claim.IC_AGENT_ID_NUMBER,
                        Claim.IC_SP_ID_NUMBER,
                        Claim.NBF,
                        Claim.JTI)
                .renewal(
                        new Renewal(TokenFormat.OPAQUE_SHORT, List.of(), Duration.ofHours(2), true),
                        documented("NICE's page on tokens: 7200 s; a fixture shows a new one with each answer"))
                .tokenType("bearer", fixtures)
                .answer(
                        Duty.TOKEN,
                        fixtures,
                        Member.ACCESS_TOKEN,
                        Member.TOKEN_TYPE,
                        Member.EXPIRES_IN,
                        Member.REFRESH_TOKEN,
                        Member.SCOPE,
                        Member.RESOURCE_SERVER_BASE_URI,
                        Member.REFRESH_TOKEN_SERVER_URI,
                        Member.AGENT_ID,
                        Member.TEAM_ID,
                        Member.BUS_NO)
                .answer(
                        Duty.ACCESS_KEY,
                        observed("client code reads access_token; the other members are assumed; no refresh token,"
                                + " because a client would have to prove who it is to renew it"),
                        Member.ACCESS_TOKEN,
                        Member.TOKEN_TYPE,
                        Member.EXPIRES_IN,
                        Member.RESOURCE_SERVER_BASE_URI);
    }

    private static Profile.Builder request(Profile.Builder builder) {
        return builder.answer(METHOD_NOT_POST, Refusal.of(405, ""), assumed("RFC 6749 section 3.2"))
                .answers(
                        INVALID_REQUEST,
                        RFC_6749,
                        SECRET_IN_QUERY,
                        BODY_NOT_FORM,
                        BODY_NOT_JSON,
                        MEMBER_NOT_STRING,
                        FORM_UNREADABLE,
                        PARAMETER_REPEATED,
                        TOKEN_PARAMETER_MISSING);
    }

    private static Profile.Builder client(Profile.Builder builder) {
        Evidence faq = documented("NICE's FAQ: wrong credentials or application name, with this text");
        return builder.answers(INVALID_REQUEST, RFC_6749, AUTHORIZATION_REPEATED, TWO_AUTH_METHODS, CLIENT_ID_MISMATCH)
                .answers(NOT_AUTHORIZED, faq, CLIENT_UNKNOWN, SECRET_WRONG)
                .answers(
                        NOT_AUTHORIZED,
                        assumed("the FAQ's text for wrong credentials"),
                        SECRET_EXPIRED,
                        CLIENT_DISABLED,
                        AUTH_METHOD_NOT_REGISTERED)
                .answers(
                        INVALID_CLIENT,
                        RFC_6749,
                        AUTHORIZATION_NOT_BASIC,
                        BASIC_NOT_ACCEPTED,
                        BODY_CREDENTIALS_NOT_ACCEPTED,
                        BASIC_UNREADABLE,
                        BASIC_CONTROL_CHARACTER,
                        CREDENTIALS_MISSING)
                .off(BASIC_NOT_FORM_ENCODED, observed("client code sends app@vendor as it is"));
    }

    private static Profile.Builder grant(Profile.Builder builder) {
        Evidence user = observed("an authentication strategy maps 400 to an invalid user name or password");
        return builder.answer(GRANT_TYPE_MISSING, INVALID_REQUEST, RFC_6749)
                .answer(GRANT_TYPE_UNSUPPORTED, Refusal.of(400, "unsupported_grant_type"), RFC_6749)
                .off(ACCESS_KEY_DEMANDED, documented("NICE's page on tokens: the type Client needs no user"))
                .answer(GRANT_NOT_ENABLED, Refusal.of(400, "unauthorized_client"), RFC_6749)
                .answer(ACCESS_KEY_MISSING, INVALID_REQUEST, RFC_6749)
                .answers(INVALID_GRANT, user, ACCESS_KEY_UNKNOWN, ACCESS_KEY_WRONG, ACCESS_KEY_INACTIVE)
                .answer(ACCESS_KEY_OF_ANOTHER_TENANT, NOT_AUTHORIZED, assumed("the FAQ's text for wrong credentials"))
                .answer(REFRESH_TOKEN_MISSING, INVALID_REQUEST, RFC_6749)
                .answers(
                        INVALID_GRANT,
                        RFC_6749,
                        REFRESH_TOKEN_UNKNOWN,
                        REFRESH_TOKEN_OF_ANOTHER_CLIENT,
                        REFRESH_TOKEN_REVOKED,
                        REFRESH_TOKEN_EXPIRED,
                        REFRESH_TOKEN_USED)
                .answers(Refusal.of(400, "invalid_scope"), RFC_6749, SCOPE_MALFORMED, SCOPE_NOT_GRANTED);
    }

    private static Profile.Builder resource(Profile.Builder builder) {
        Evidence header = observed("singer-io's client reads the reason from a header; the text is assumed");
        return builder.answer(BEARER_REPEATED, Refusal.of(400, ""), assumed("RFC 6750 section 3.1"))
                .answers(
                        new Refusal(401, "invalid_token", "An access token is required"),
                        header,
                        BEARER_MISSING,
                        BEARER_SCHEME_WRONG)
                .answers(
                        TOKEN_REFUSED,
                        header,
                        BEARER_DOUBLED,
                        TOKEN_MALFORMED,
                        TOKEN_ALGORITHM_WRONG,
                        TOKEN_KEY_UNKNOWN,
                        TOKEN_TAMPERED,
                        TOKEN_NOT_ACCESS_TOKEN,
                        TOKEN_OF_ANOTHER_SERVER,
                        TOKEN_OF_EARLIER_TEST,
                        TOKEN_REVOKED,
                        TOKEN_EXPIRED,
                        TOKEN_OF_ANOTHER_TENANT)
                .answer(
                        SCOPE_INSUFFICIENT,
                        new Refusal(403, "insufficient_scope", "The application lacks the permission"),
                        assumed("NICE's getting started: forbidden without the permission; it has no text"));
    }
}
