package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.Found.nearMiss;
import static io.github.cxoneauthstub.auth.Found.row;
import static io.github.cxoneauthstub.auth.exchange.Mistake.ANOTHER_PROFILE;
import static io.github.cxoneauthstub.auth.exchange.Mistake.FORM_FOR_JSON;
import static io.github.cxoneauthstub.auth.exchange.Mistake.FORM_LABELLED_AS_JSON;
import static io.github.cxoneauthstub.auth.exchange.Mistake.GRANT_TYPE_LEFT_OUT;
import static io.github.cxoneauthstub.auth.exchange.Mistake.JSON_BODY;
import static io.github.cxoneauthstub.auth.exchange.Mistake.JSON_NOT_LABELLED;
import static io.github.cxoneauthstub.auth.exchange.Mistake.NAME_OF_ANOTHER_ENDPOINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.Offenders.Offender;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.diagnosis.NearMissOf;
import io.github.cxoneauthstub.diagnosis.Shows;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is found out depends on the endpoint: one that reads JSON was told to be sent forms, and one that knows no
 * grants to be told a grant.
 */
class EndpointFindingsTest implements FindingsFrame.OfRows {
    private static final String ACCESS_KEY = "/authentication/v1/token/access-key";
    private static final String REFRESH = "/public/user/refresh";
    private static final String REGIONAL = "/public/authentication/v1/token";
    private static final String CENTRAL = "/InContactAuthorizationServer/Token";
    private static final String KEY_AS_FORM = "accessKeyId=KEYID%3D%3D%3D%3D&accessKeySecret=x1234567";

    /** What is wrong with these is not how the request was written. */
    private static final Set<Reason> OF_STATE = EnumSet.of(
            Reason.CLIENT_DISABLED,
            Reason.SECRET_EXPIRED,
            Reason.GRANT_NOT_ENABLED,
            Reason.ACCESS_KEY_INACTIVE,
            Reason.REFRESH_TOKEN_USED,
            Reason.REFRESH_TOKEN_REVOKED,
            Reason.REFRESH_TOKEN_EXPIRED,
            Reason.REFRESH_TOKEN_UNKNOWN,
            Reason.SUBJECT_TOKEN_INVALID,
            Reason.CODE_USED,
            Reason.CODE_EXPIRED);

    private final TestServer server = TestServer.inBothDialects().diagnosing();

    @Override
    public TestServer server() {
        return server;
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                row(
                        FORM_FOR_JSON,
                        "a form where a key belongs",
                        TestRequest.json(ACCESS_KEY, KEY_AS_FORM).header("Content-Type", TestRequest.FORM),
                        "a form with accessKeyId, accessKeySecret, labelled " + TestRequest.FORM),
                row(
                        FORM_FOR_JSON,
                        "under the label of JSON",
                        TestRequest.json(REFRESH, "token=x1234567"),
                        "a form with token, labelled application/json"),
                row(
                        FORM_FOR_JSON,
                        "the request of another endpoint",
                        TestRequest.json(ACCESS_KEY, TestRequest.PASSWORD).without("Content-Type"),
                        "a form with grant_type, username, password, without a Content-Type"),
                row(
                        JSON_NOT_LABELLED,
                        "curl -d",
                        TestRequest.json(ACCESS_KEY, TestRequest.KEY).header("Content-Type", TestRequest.FORM),
                        "a JSON object with accessKeyId, accessKeySecret, labelled " + TestRequest.FORM),
                row(
                        JSON_NOT_LABELLED,
                        "a client that sets no label",
                        TestRequest.json(REFRESH, "{\"token\":\"x1234567\"}").without("Content-Type"),
                        "a JSON object with token, without a Content-Type"),
                row(
                        JSON_NOT_LABELLED,
                        "where forms are read, too",
                        TestRequest.json(CENTRAL, "{\"grant_type\":\"password\"}")
                                .header("Content-Type", "text/plain"),
                        "a JSON object with grant_type, labelled text/plain"),
                row(
                        GRANT_TYPE_LEFT_OUT,
                        "in JSON",
                        TestRequest.json(CENTRAL, "{\"scope\":\"\"}").basic("reporting", TestServer.SECRET),
                        "a JSON object with scope, but no grant_type"),
                row(
                        NAME_OF_ANOTHER_ENDPOINT,
                        "the global endpoint's names",
                        TestRequest.json(ACCESS_KEY, "{\"username\":\"KEYID====\",\"password\":\"x1234567\"}"),
                        "username and password; here they are called accessKeyId and accessKeySecret"),
                row(
                        NAME_OF_ANOTHER_ENDPOINT,
                        "the other way round",
                        TestRequest.global().body("grant_type=password&" + KEY_AS_FORM),
                        "accessKeyId and accessKeySecret; here they are called username and password"),
                row(
                        NAME_OF_ANOTHER_ENDPOINT,
                        "a refresh token",
                        TestRequest.json(REFRESH, "{\"refresh_token\":\"x1234567\"}"),
                        "refresh_token; here it is called token"),
                row(
                        NAME_OF_ANOTHER_ENDPOINT,
                        "a refresh token as the answer has called it",
                        TestRequest.global().body("grant_type=refresh_token&refreshToken=x1234567"),
                        "refreshToken; here it is called refresh_token"),
                row(
                        NAME_OF_ANOTHER_ENDPOINT,
                        "a token to be exchanged",
                        TestRequest.json(REGIONAL, "{\"access_token\":\"x1234567\"}")
                                .basicOf("reporting@cxone"),
                        "access_token; here it is called accessToken"),
                row(
                        ANOTHER_PROFILE,
                        "the documented grant at a path of the forum",
                        TestRequest.token(TestServer.OAUTH).body(TestRequest.PASSWORD),
                        "grant_type password, as POST /auth/token (GLOBAL) and"
                                + " POST /InContactAuthorizationServer/Token (CENTRAL) would serve it"),
                row(
                        FORM_LABELLED_AS_JSON,
                        "where it is taken",
                        TestRequest.global().header("Content-Type", TestRequest.JSON),
                        "a form with grant_type, username, password, labelled application/json"));
    }

    static Stream<Arguments> nearMisses() {
        return Stream.of(
                nearMiss(FORM_FOR_JSON, "JSON", TestRequest.json(ACCESS_KEY, "{\"accessKeyId\":\"KEYID====\"}")),
                nearMiss(FORM_FOR_JSON, "no form", TestRequest.json(ACCESS_KEY, "accessKeyId")),
                nearMiss(FORM_FOR_JSON, "where forms are read, too", TestRequest.json(CENTRAL, TestRequest.PASSWORD)),
                nearMiss(
                        JSON_NOT_LABELLED,
                        "labelled, with another label behind it",
                        TestRequest.json(REFRESH, "{\"token\":\"x1234567\"}")
                                .header("Content-Type", "application/json; charset=utf-8")),
                nearMiss(
                        JSON_NOT_LABELLED,
                        "no JSON",
                        TestRequest.json(REFRESH, "{token: x1234567}").without("Content-Type")),
                nearMiss(
                        GRANT_TYPE_LEFT_OUT,
                        "at an endpoint that knows one grant",
                        TestRequest.json(ACCESS_KEY, "").without("Content-Type")),
                nearMiss(
                        GRANT_TYPE_LEFT_OUT,
                        "at one that issues nothing",
                        TestRequest.token("/auth/introspect").body("hint=x")),
                nearMiss(
                        NAME_OF_ANOTHER_ENDPOINT,
                        "its own name, without a value",
                        TestRequest.json(REFRESH, "{\"token\":\"\"}")),
                nearMiss(
                        NAME_OF_ANOTHER_ENDPOINT,
                        "its own names beside others",
                        TestRequest.json(ACCESS_KEY, TestRequest.KEY).member("username", "\"x\"")),
                nearMiss(
                        GRANT_TYPE_LEFT_OUT,
                        "in JSON, as a number",
                        TestRequest.json(CENTRAL, "{\"grant_type\":5}").basic("reporting", TestServer.SECRET)),
                nearMiss(
                        ANOTHER_PROFILE,
                        "a grant that nobody serves",
                        TestRequest.token(TestServer.OAUTH).body("grant_type=device_code")),
                nearMiss(JSON_BODY, "where JSON is read", TestRequest.json(ACCESS_KEY, "{\"accessKeyId\":\"x\"}")));
    }

    /** What its own browser SDK sends is taken, so what is refused is refused for something else. */
    @Test
    @NearMissOf(FORM_LABELLED_AS_JSON)
    void formLabelledAsJson_isNotBlamedForAnotherFault() {
        Exchange exchange = server.exchange(
                TestRequest.global().header("Content-Type", TestRequest.JSON).replaced("%3D", "x"));

        assertThat(exchange.reason()).contains(Reason.ACCESS_KEY_UNKNOWN);
    }

    @Test
    @Shows(FORM_LABELLED_AS_JSON)
    void formLabelledAsJson_isDoubtfulWhereItIsTaken() {
        assertThat(server.exchange(TestRequest.global().header("Content-Type", TestRequest.JSON))
                        .reason())
                .isEmpty();
    }

    static Stream<Arguments> refusalsOfWellWrittenRequests() {
        return Profiles.all().stream()
                .flatMap(profile ->
                        profile.reasons().filter(OF_STATE::contains).map(reason -> Arguments.of(profile, reason)));
    }

    /** Each of them was told to send a form, and those of the regional service to send a secret. */
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusalsOfWellWrittenRequests")
    void wellWrittenRequest_isNotBlamedForItsForm(Profile profile, Reason reason) {
        Offender offender = Offenders.of(reason);
        Profile mounted = TestServer.mounted(profile);
        Profile dialect =
                offender.dialect().apply(mounted.toBuilder(mounted.name())).build();
        TestServer asked = TestServer.diagnosing(dialect);

        Exchange exchange = asked.exchange(offender.request().apply(asked, dialect));

        assertThat(exchange.findings())
                .extracting(Finding::mistake)
                .filteredOn(mistake -> mistake.compareTo(Mistake.RENEWED_WHILE_VALID) < 0)
                .isSubsetOf(
                        Mistake.APP_DISABLED,
                        Mistake.SECRET_EXPIRED,
                        Mistake.GRANT_NOT_ENABLED,
                        Mistake.ACCEPT_LEFT_OUT);
    }

    /** It refuses that to everybody. */
    @Test
    void globalEndpoint_isNotNamedForAGrantThatItRefuses() {
        TestRequest form = TestRequest.tokenByBody(TestServer.OAUTH2);

        assertThat(Found.seen(server, form, ANOTHER_PROFILE))
                .hasValueSatisfying(
                        seen -> assertThat(seen).contains("/oauth/token").doesNotContain("GLOBAL"));
    }

    /** It was told of the path of another product. */
    @ParameterizedTest
    @EnumSource(
            value = Mistake.class,
            names = {"ANOTHER_PRODUCT", "PATH_MISSPELT"})
    void furtherPath_isKnownAsServed(Mistake mistake) {
        TestRequest request = TestRequest.json(REFRESH + "/", "{\"token\":\"x1234567\"}");

        assertThat(Found.seen(server, request, mistake).isPresent()).isEqualTo(mistake == Mistake.PATH_MISSPELT);
    }

    @Test
    void adviceOnTheGrant_isOfOneThatIsServed() {
        Exchange global = server.exchange(TestRequest.global().body("username=x"));
        Exchange forum = server.exchange(TestRequest.token(TestServer.OAUTH).body("scope=user:read"));

        assertThat(global.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.advice()).contains("grant_type=password").doesNotContain("client_credentials");
        });
        assertThat(forum.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.advice()).contains("grant_type=client_credentials"));
        assertThat(server.exchange(TestRequest.global().method("GET")).findings())
                .flatExtracting(Finding::code)
                .noneMatch(line -> line.line().contains("client_credentials"))
                .anyMatch(line -> line.line().contains("password=$ACCESS_KEY_SECRET"));
    }

    /** It was told to send the grant of a token request. */
    @ParameterizedTest
    @ValueSource(strings = {"/auth/revoke", "/auth/introspect"})
    void lineOfCode_isAboutTheTokenWhereOneIsMeant(String path) {
        TestRequest request = TestRequest.token(path).body("token=x").inJson();

        assertThat(server.exchange(request).findings())
                .flatExtracting(Finding::code)
                .noneMatch(line -> line.line().contains("grant_type"))
                .anyMatch(line -> line.line().contains("token=$TOKEN"));
    }
}
