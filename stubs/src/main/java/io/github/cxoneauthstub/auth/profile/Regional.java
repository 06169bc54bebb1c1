package io.github.cxoneauthstub.auth.profile;

import static io.github.cxoneauthstub.auth.profile.EndpointEvidence.issuing;
import static io.github.cxoneauthstub.auth.profile.Evidence.assumed;
import static io.github.cxoneauthstub.auth.profile.Evidence.observed;
import static io.github.cxoneauthstub.auth.profile.Reason.*;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import java.time.Duration;
import java.util.List;

/**
 * {@code POST /public/authentication/v1/token}, the regional service to which NICE's browser SDK takes a token for
 * another one, and {@code /refresh} beside it. The client says who it is and proves nothing.
 */
final class Regional {
    private static final Refusal INVALID_REQUEST = Refusal.of(400, "invalid_request");
    private static final Refusal INVALID_CLIENT = Refusal.of(401, "invalid_client");
    private static final Refusal INVALID_GRANT = Refusal.of(401, "invalid_grant");
    private static final Evidence SDK = observed("NICE's own browser SDK, and a unit test that looks like NICE's");
    private static final Evidence SILENT = assumed("no error of this endpoint is public");

    private Regional() {}

    static Profile differingFrom(Profile accessKey) {
        return tokens(client(request(endpoint(Profile.builder("REGIONAL"), accessKey))))
                .takingFrom(accessKey, Reason.Place.RESOURCE)
                .build();
    }

    private static Profile.Builder endpoint(Profile.Builder builder, Profile accessKey) {
        return builder.duty(Duty.EXCHANGE)
                .paths(SDK, "/public/authentication/v1/token")
                .endpoint(Duty.REFRESH, "/public/authentication/v1/refresh", issuing(SDK))
                .usualTokenLifetime(Duration.ofHours(1), observed("a unit test that looks like NICE's: 3600"))
                .credentials(AuthMethod.NONE, SDK)
                .trait(Trait.CLIENT_BY_NAME, SDK)
                .bodies(SDK, BodyFormat.JSON)
                .issues(accessKey
                        .issuance()
                        .idToken(assumed("no answer of this service shows one"))
                        .renewal(
                                new Renewal(TokenFormat.OPAQUE_SHORT, List.of(), Duration.ofHours(2), true),
                                observed(
                                        "a unit test that looks like NICE's: 24 characters of base64; the lifetime is assumed"))
                        .withoutAnswers()
                        .answer(
                                Duty.EXCHANGE,
                                SDK,
                                Member.REGIONAL_ACCESS_TOKEN,
                                Member.REGIONAL_ACCESS_TOKEN_EXPIRY,
                                Member.HUB_REFRESH_TOKEN)
                        .answer(
                                Duty.REFRESH,
                                SDK,
                                Member.HUB_TOKEN,
                                Member.HUB_TOKEN_EXPIRATION,
                                Member.HUB_REFRESH_TOKEN))
                .errorMembers(SILENT, ErrorMember.ERROR, ErrorMember.ERROR_DESCRIPTION)
                .resourceStyle(
                        ResourceStyle.BARE, assumed("no body of a refused token is public; clients look at 401"));
    }

    private static Profile.Builder request(Profile.Builder builder) {
        return builder.answer(METHOD_NOT_POST, Refusal.of(405, ""), assumed("RFC 9110 section 15.5.6"))
                .answer(SECRET_IN_QUERY, INVALID_REQUEST, assumed("as at the global endpoint"))
                .answer(BODY_NOT_JSON, INVALID_REQUEST, SILENT)
                .answer(MEMBER_NOT_STRING, INVALID_REQUEST, SILENT);
    }

    private static Profile.Builder client(Profile.Builder builder) {
        return builder.answer(AUTHORIZATION_REPEATED, INVALID_REQUEST, SILENT)
                .answers(
                        INVALID_CLIENT,
                        SILENT,
                        AUTHORIZATION_NOT_BASIC,
                        BASIC_NOT_APPLICATION,
                        CREDENTIALS_MISSING,
                        CLIENT_UNKNOWN,
                        CLIENT_DISABLED);
    }

    private static Profile.Builder tokens(Profile.Builder builder) {
        return builder.answer(GRANT_NOT_ENABLED, Refusal.of(400, "unauthorized_client"), SILENT)
                .answer(SUBJECT_TOKEN_MISSING, INVALID_REQUEST, SILENT)
                .answer(SUBJECT_TOKEN_INVALID, INVALID_GRANT, SILENT)
                .answer(REFRESH_TOKEN_MISSING, INVALID_REQUEST, SILENT)
                .answers(
                        INVALID_GRANT,
                        SILENT,
                        REFRESH_TOKEN_UNKNOWN,
                        REFRESH_TOKEN_OF_ANOTHER_CLIENT,
                        REFRESH_TOKEN_REVOKED,
                        REFRESH_TOKEN_EXPIRED,
                        REFRESH_TOKEN_USED);
    }
}
