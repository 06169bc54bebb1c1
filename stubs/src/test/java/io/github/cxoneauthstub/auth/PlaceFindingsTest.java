package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.Found.nearMiss;
import static io.github.cxoneauthstub.auth.Found.row;
import static io.github.cxoneauthstub.auth.TestServer.API_V2;
import static io.github.cxoneauthstub.auth.TestServer.CREDENTIALS;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH2;
import static io.github.cxoneauthstub.auth.exchange.Mistake.BEARER_FOR_A_TOKEN;
import static io.github.cxoneauthstub.auth.exchange.Mistake.BOTH_PLACES;
import static io.github.cxoneauthstub.auth.exchange.Mistake.TWO_CLIENT_IDS;
import static io.github.cxoneauthstub.auth.exchange.Mistake.WRONG_PLACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/** What is found out about the place of the credentials. */
class PlaceFindingsTest implements FindingsFrame.OfRows {
    private static final String BASE64_OF_BOTH = "cmVwb3J0aW5nOnMzY3JldCUyQiUyRiUzRA==";

    private final TestServer server = TestServer.diagnosing(Configuration.builder()
            .client(TestServer.REPORTING)
            .client(Client.builder("basic-only")
                    .secret("0therSecret")
                    .authMethod(AuthMethod.BASIC)
                    .build())
            .build());

    @Override
    public TestServer server() {
        return server;
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                row(
                        BOTH_PLACES,
                        "where either is taken",
                        TestRequest.token(OAUTH).plus(CREDENTIALS),
                        "a Basic header, and client_secret in the body as well"),
                row(
                        BOTH_PLACES,
                        "thread 004",
                        TestRequest.token(API_V2).plus(CREDENTIALS),
                        "a Basic header, and client_secret in the body as well; API_V2 takes id and secret in the form only"),
                row(
                        BOTH_PLACES,
                        "in JSON",
                        TestRequest.token(OAUTH).body("{\"client_secret\":\"x1234567\"}"),
                        "a Basic header, and client_secret in the body as well"),
                row(
                        WRONG_PLACE,
                        "thread 002",
                        TestRequest.tokenByBody(OAUTH2),
                        "id and secret in the form, but OAUTH2_TOKEN takes a Basic header"),
                row(
                        WRONG_PLACE,
                        "a header for the form only",
                        TestRequest.token(API_V2),
                        "a Basic header, but API_V2 takes id and secret in the form"),
                row(
                        WRONG_PLACE,
                        "a client for Basic",
                        TestRequest.tokenByBody(OAUTH)
                                .body("grant_type=client_credentials&client_id=basic-only&client_secret=0therSecret"),
                        "id and secret in the form, but the client is registered for a Basic header"),
                row(
                        BEARER_FOR_A_TOKEN,
                        "the cached token",
                        TestRequest.token(OAUTH).bearer("eyJhbGciOiJSUzI1NiJ9.e30.AAAA"),
                        "the scheme Bearer, with a JWT of 29 characters"),
                row(
                        BEARER_FOR_A_TOKEN,
                        "in a small letter, and no JWT",
                        TestRequest.token(OAUTH).header("Authorization", "bearer abc"),
                        "the scheme Bearer, with a word of 3 characters"),
                row(
                        BEARER_FOR_A_TOKEN,
                        "Basic by another name",
                        TestRequest.token(OAUTH).bearer(BASE64_OF_BOTH),
                        "the scheme Bearer, with base64 of id:secret behind it, which belongs behind the word Basic"),
                row(
                        TWO_CLIENT_IDS,
                        "an id left over",
                        TestRequest.token(OAUTH).plus("client_id=basic-only"),
                        "'reporting' in the header, 'basic-only' in the body"),
                row(
                        TWO_CLIENT_IDS,
                        "one that nobody knows",
                        TestRequest.token(OAUTH).plus("client_id=dashboard"),
                        "'reporting' in the header, an unknown one of 9 characters in the body"));
    }

    static Stream<Arguments> nearMisses() {
        return Stream.of(
                nearMiss(BOTH_PLACES, "the id alone", TestRequest.token(OAUTH).plus("client_id=reporting&scope=x")),
                nearMiss(BOTH_PLACES, "Bearer", TestRequest.tokenByBody(OAUTH).bearer("x1234567")),
                nearMiss(WRONG_PLACE, "wrong secret", TestRequest.token(OAUTH2).basic("reporting", "wrong")),
                nearMiss(WRONG_PLACE, "both", TestRequest.token(API_V2).plus(CREDENTIALS)),
                nearMiss(WRONG_PLACE, "neither", TestRequest.token(OAUTH2).without("Authorization")),
                nearMiss(BEARER_FOR_A_TOKEN, "Basic", TestRequest.token(OAUTH).basic("reporting", "wrong")),
                nearMiss(
                        BEARER_FOR_A_TOKEN,
                        "at a resource",
                        TestRequest.get("/users/me").bearer("x")),
                nearMiss(
                        TWO_CLIENT_IDS, "one id twice", TestRequest.token(OAUTH).plus(CREDENTIALS)),
                nearMiss(
                        TWO_CLIENT_IDS,
                        "encoded in the header",
                        TestRequest.token(OAUTH).basic("re%70orting", "wrong").plus("client_id=reporting")),
                nearMiss(
                        TWO_CLIENT_IDS,
                        "no header",
                        TestRequest.tokenByBody(OAUTH).plus("x=%zz")));
    }

    @Test
    void bothPlaces_areFoundThoughTheDialectLetsThemPass() {
        TestServer lenient = TestServer.diagnosing(Profiles.OAUTH_TOKEN.toBuilder("OWN")
                .off(Reason.TWO_AUTH_METHODS)
                .build());
        TestRequest request = TestRequest.token(OAUTH).plus(CREDENTIALS);

        assertThat(Found.recorded(lenient, request).reason()).isEmpty();
        assertThat(Found.seen(lenient, request, BOTH_PLACES)).isPresent();
    }
}
