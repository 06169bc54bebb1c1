package io.github.cxoneauthstub.auth.profile;

import static io.github.cxoneauthstub.auth.profile.EndpointEvidence.issuing;
import static io.github.cxoneauthstub.auth.profile.Evidence.assumed;
import static io.github.cxoneauthstub.auth.profile.Evidence.documented;
import static io.github.cxoneauthstub.auth.profile.Evidence.observed;
import static io.github.cxoneauthstub.auth.profile.Reason.*;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import java.time.Duration;
import java.util.List;

/**
 * {@code POST /authentication/v1/token/access-key}, where a user's access key alone gets a token, and {@code POST
 * /public/user/refresh}, which renews it under other names.
 */
final class AccessKeyToken {
    private static final Refusal INVALID_REQUEST = Refusal.of(400, "invalid_request");
    private static final Refusal INVALID_GRANT = Refusal.of(401, "invalid_grant");
    private static final Evidence SILENT = assumed("no error of this endpoint is public; clients test for 401");

    private AccessKeyToken() {}

    static Profile differingFrom(Profile global) {
        return resource(key(request(endpoint(Profile.builder("ACCESS_KEY")))), global)
                .build();
    }

    private static Profile.Builder endpoint(Profile.Builder builder) {
        return builder.duty(Duty.ACCESS_KEY)
                .paths(
                        documented("NICE's user hub pages, and the clients singer-io and cxone-mcp"),
                        "/authentication/v1/token/access-key")
                .endpoint(
                        Duty.REFRESH,
                        "/public/user/refresh",
                        issuing(documented("NICE's user hub pages, and singer-io's client")))
                .usualTokenLifetime(Duration.ofHours(1), observed("clients take 3600 where expires_in is missing"))
                .credentials(AuthMethod.NONE, documented("NICE's user hub pages: the access key is all that is sent"))
                .bodies(documented("NICE's user hub pages: a JSON object"), BodyFormat.JSON)
                .issues(issuance())
                .errorMembers(SILENT, ErrorMember.ERROR, ErrorMember.ERROR_DESCRIPTION)
                .resourceStyle(
                        ResourceStyle.BARE, assumed("no body of a refused token is public; clients look at 401"));
    }

    private static Issuance issuance() {
        Evidence hub = documented("NICE's user hub pages and the clients singer-io and cxone-mcp");
        return Issuance.of(hub)
                .tokens(
                        TokenFormat.JWT_WITHOUT_KID,
                        observed(
                                "decoded tokens of the user hub; jti is ours, because two of one second would be equal"),
                        Claim.ROLE,
                        Claim.IC_AGENT_ID,
                        Claim.IC_SP_ID,
                        Claim.SUB_USER,
                        Claim.ISS_OF_AUTH,
                        Claim.AUD,
                        Claim.IC_BU_ID,
                        Claim.NAME,
                        Claim.TENANT_ID,
                        Claim.TENANT,
                        Claim.AREA,
                        Claim.IC_CLUSTER_ID,
                        Claim.IAT,
                        Claim.EXP,
                        Claim.JTI)
                .idToken(
                        assumed("the claims are those of the global endpoint's; NICE's pages tell that there is one"),
                        Claim.SUB_USER,
                        Claim.ISS,
                        Claim.AUD,
                        Claim.NAME,
                        Claim.USER_ID,
                        Claim.TENANT_ID,
                        Claim.TENANT,
                        Claim.AREA,
                        Claim.IC_BU_ID,
                        Claim.IC_AGENT_ID,
                        Claim.IAT,
                        Claim.EXP)
                .renewal(
                        new Renewal(TokenFormat.OPAQUE_SHORT, List.of(), Duration.ofHours(2), true),
                        observed("client code keeps each new one; that the lifetime is 2 h is assumed"))
                .answer(
                        Duty.ACCESS_KEY,
                        hub,
                        Member.ACCESS_TOKEN,
                        Member.TOKEN_TYPE,
                        Member.EXPIRES_IN,
                        Member.REFRESH_TOKEN,
                        Member.ID_TOKEN)
                .answer(
                        Duty.REFRESH,
                        observed("singer-io's client and a unit test that looks like NICE's: other names than before"),
                        Member.HUB_TOKEN,
                        Member.HUB_TOKEN_EXPIRATION,
                        Member.HUB_REFRESH_TOKEN,
                        Member.HUB_REFRESH_TOKEN_EXPIRATION);
    }

    private static Profile.Builder request(Profile.Builder builder) {
        return builder.answer(METHOD_NOT_POST, Refusal.of(405, ""), assumed("RFC 9110 section 15.5.6"))
                .answer(SECRET_IN_QUERY, INVALID_REQUEST, assumed("as at the global endpoint"))
                .answer(BODY_NOT_JSON, INVALID_REQUEST, assumed("NICE's user hub pages: JSON; no status is told"))
                .answer(MEMBER_NOT_STRING, INVALID_REQUEST, SILENT);
    }

    private static Profile.Builder key(Profile.Builder builder) {
        Evidence like = assumed("as the global endpoint answers to a wrong or revoked access key");
        return builder.answer(ACCESS_KEY_MISSING, INVALID_REQUEST, SILENT)
                .answers(INVALID_GRANT, like, ACCESS_KEY_UNKNOWN, ACCESS_KEY_WRONG, ACCESS_KEY_INACTIVE)
                .off(ACCESS_KEY_OF_ANOTHER_TENANT, assumed("no client asks here that could be of another tenant"))
                .answer(REFRESH_TOKEN_MISSING, INVALID_REQUEST, SILENT)
                .answers(
                        INVALID_GRANT,
                        SILENT,
                        REFRESH_TOKEN_UNKNOWN,
                        REFRESH_TOKEN_REVOKED,
                        REFRESH_TOKEN_EXPIRED,
                        REFRESH_TOKEN_USED)
                .off(REFRESH_TOKEN_OF_ANOTHER_CLIENT, assumed("no client asks here: who has the token has it"));
    }

    private static Profile.Builder resource(Profile.Builder builder, Profile global) {
        return builder.takingFrom(global, Reason.Place.RESOURCE);
    }
}
