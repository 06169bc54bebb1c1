package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.Found.nearMiss;
import static io.github.cxoneauthstub.auth.Found.row;
import static io.github.cxoneauthstub.auth.TestServer.API_V2;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH2;
import static io.github.cxoneauthstub.auth.exchange.Mistake.ANOTHER_PRODUCT;
import static io.github.cxoneauthstub.auth.exchange.Mistake.ANOTHER_PROFILE;
import static io.github.cxoneauthstub.auth.exchange.Mistake.PATH_MISSPELT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.diagnosis.Shows;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found out about the path. */
class PathFindingsTest implements FindingsFrame.OfRows {
    private static final String SERVED =
            "; served here: POST /oauth/token (OAUTH_TOKEN), POST /oauth2/token (OAUTH2_TOKEN), POST /api/v2/oauth/token (API_V2)";

    /** A server of the forum's dialects alone. */
    private static final Configuration FORUM = Stream.of(
                    Profiles.GLOBAL, Profiles.ACCESS_KEY, Profiles.REGIONAL, Profiles.CENTRAL, Profiles.GENESYS)
            .reduce(
                    Configuration.builder().client(TestServer.REPORTING),
                    (builder, profile) -> builder.mount(profile.withPaths()),
                    (one, other) -> one)
            .build();

    private final TestServer server = TestServer.diagnosing(FORUM);

    @Override
    public TestServer server() {
        return server;
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                row(
                        ANOTHER_PROFILE,
                        "Basic for the form only",
                        TestRequest.token(API_V2),
                        "a Basic header, as POST /oauth2/token (OAUTH2_TOKEN) and POST /oauth/token (OAUTH_TOKEN) would take"
                                + " it"),
                row(
                        ANOTHER_PROFILE,
                        "the form for Basic only",
                        TestRequest.tokenByBody(OAUTH2),
                        "id and secret in the form, as POST /api/v2/oauth/token (API_V2) and POST /oauth/token (OAUTH_TOKEN)"
                                + " would take them"),
                row(
                        ANOTHER_PRODUCT,
                        "an SDK of Genesys Cloud",
                        TestRequest.token(OAUTH).basic("reporting", "wrong").with("purecloud-sdk", "1.0.0"),
                        "a request of an SDK of Genesys Cloud, which is another product"),
                row(
                        ANOTHER_PRODUCT,
                        "its user agent",
                        TestRequest.get("/api/v2/users").with("User-Agent", "PureCloud SDK/java"),
                        "a request of an SDK of Genesys Cloud, which is another product"),
                row(
                        ANOTHER_PRODUCT,
                        "its host",
                        TestRequest.token("/anything").with("Host", "login.MyPureCloud.com:443"),
                        "the Host header names login.mypurecloud.com:443, a host of Genesys Cloud"),
                row(
                        ANOTHER_PRODUCT,
                        "its host in a region",
                        TestRequest.get("/users/me").with("Host", "api.usw2.pure.cloud"),
                        "the Host header names api.usw2.pure.cloud, a host of Genesys Cloud"));
    }

    static Stream<Arguments> nearMisses() {
        return Stream.of(
                nearMiss(ANOTHER_PRODUCT, "an unknown path", TestRequest.token("/connect/token")),
                nearMiss(
                        ANOTHER_PRODUCT,
                        "a wrong secret",
                        TestRequest.token(OAUTH).basic("reporting", "wrong")),
                nearMiss(
                        ANOTHER_PRODUCT,
                        "another host",
                        TestRequest.get("/users/me").with("Host", "notmypurecloud.com")),
                nearMiss(ANOTHER_PRODUCT, "accepted", TestRequest.token(OAUTH).with("purecloud-sdk", "1.0.0")),
                nearMiss(
                        ANOTHER_PROFILE,
                        "the right place",
                        TestRequest.token(OAUTH2).basic("reporting", "wrong")),
                nearMiss(
                        ANOTHER_PROFILE,
                        "either place",
                        TestRequest.token(OAUTH).basic("reporting", "wrong")),
                nearMiss(
                        ANOTHER_PROFILE,
                        "no credentials",
                        TestRequest.token(API_V2).without("Authorization")),
                nearMiss(PATH_MISSPELT, "another product's", TestRequest.token("/auth/token")),
                nearMiss(PATH_MISSPELT, "nothing like it", TestRequest.get("/api/v2/users")),
                nearMiss(PATH_MISSPELT, "served", TestRequest.token(OAUTH).basic("reporting", "wrong")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /auth/token                         | the global endpoint of the vendor's documents, which takes an access key with grant_type=password besides the client's own credentials
            /authentication/v1/token/access-key | the vendor's endpoint for access keys in JSON
            /public/user/refresh                | the vendor's endpoint that renews what an access key gave
            /public/authentication/v1/token     | the vendor's regional endpoint, which exchanges tokens in JSON
            /InContactAuthorizationServer/Token | the vendor's older endpoint, for names like app@vendor
            /login/oauth/token                  | Genesys Cloud's, behind the gateway that its SDKs can be set to
            //auth//token/                      | the global endpoint of the vendor's documents, which takes an access key with grant_type=password besides the client's own credentials
            /auth/oauth/token                   | a path of forum threads, in no document of the vendor
            """)
    void pathOfAnotherProduct_isToldWhoseItIs(String path, String whose) {
        assertThat(Found.seen(server, TestRequest.token(path), ANOTHER_PRODUCT))
                .hasValueSatisfying(seen -> assertThat(seen).endsWith(" is " + whose + SERVED));
    }

    @Test
    void sdkOfGenesysCloud_isAtHomeWhereThatIsSimulated() {
        TestServer all = TestServer.withDefaults().diagnosing();
        TestRequest request =
                TestRequest.token(Profiles.GENESYS).basic("reporting", "wrong").with("purecloud-sdk", "1.0.0");

        assertThat(Found.recorded(all, request).findings()).noneMatch(finding -> finding.mistake() == ANOTHER_PRODUCT);
    }

    @Test
    void pathOfAProfileThatIsNotMounted_isNoMisspeltOne() {
        TestServer one = TestServer.diagnosing(FORUM.toBuilder()
                .profile(Profiles.RFC6749.withPaths("/my/token"))
                .build());
        TestRequest request = TestRequest.token("/InContactAuthorizationServer/token");

        assertThat(Found.seen(one, request, ANOTHER_PRODUCT)).isPresent();
        assertThat(Found.seen(one, TestRequest.token("/my/token"), ANOTHER_PRODUCT))
                .isEmpty();
        assertThat(Found.seen(one, request, PATH_MISSPELT)).isEmpty();
    }

    @Test
    void pathOfAnotherProduct_isNoMistakeWhereItIsServed() {
        TestServer own = TestServer.diagnosing(Profiles.RFC6749.withPaths("/auth/token"));

        assertThat(Found.recorded(own, TestRequest.token("/auth/token").basic("x", "wrong"))
                        .findings())
                .noneMatch(finding -> finding.mistake() == ANOTHER_PRODUCT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /OAuth/Token             | the path differs from /oauth/token in case
            /oauth/token/            | the path differs from /oauth/token in slashes
            //oauth2/token           | the path differs from /oauth2/token in slashes
            /oauth/token%20          | the path differs from /oauth/token in characters that were escaped
            /oauth%2Ftoken           | the path differs from /oauth/token in characters that were escaped
            /oauth/tokn              | the path is nearly /oauth/token
            /oauth/tokens            | the path is nearly /oauth/token
            /oauth/token&grant_type=client_credentials | parameters are joined to /oauth/token as if they were part of the path
            /oauth/token%3Fgrant_type=x | parameters are joined to /oauth/token as if they were part of the path
            /oauth/token/oauth/token | /oauth/token is there twice: the base URL has it already
            /base/oauth2/token       | the path ends with /oauth2/token, but has 1 segment before it
            /my/base/oauth2/token    | the path ends with /oauth2/token, but has 2 segments before it
            """)
    @Shows(Mistake.PATH_MISSPELT)
    void misspeltPath_isToldHowItDiffers(String path, String seen) {
        assertThat(Found.seen(server, TestRequest.token(path), PATH_MISSPELT)).contains(seen);
    }
}
