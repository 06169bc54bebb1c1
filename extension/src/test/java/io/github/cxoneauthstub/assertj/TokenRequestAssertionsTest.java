package io.github.cxoneauthstub.assertj;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static io.github.cxoneauthstub.assertj.Failing.assertFails;
import static io.github.cxoneauthstub.assertj.Failing.assertRefused;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import io.github.cxoneauthstub.junit.Http;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@CxoneAuthStub(
        clients =
                @CxoneClient(
                        id = "reporting",
                        secret = "s3cret+/=",
                        scopes = {"user:read", "admin:api"}))
class TokenRequestAssertionsTest {

    @Test
    void sentOnlyForms(CxoneAuth auth) {
        assertFails(
                () -> assertThat(auth).sentOnlyForms(),
                "expected only forms at the token endpoint but no token was asked for");
        Asks.withBody(auth);
        Http.get(auth, "/nowhere");
        assertThat(auth).sentOnlyForms();

        Asks.withJson(auth);
        assertFails(
                () -> assertThat(auth).sentOnlyForms(),
                "expected only forms at the token endpoint but there was #3 no form");
        Asks.withJson(auth);
        assertFails(
                () -> assertThat(auth).sentOnlyForms(),
                "expected only forms at the token endpoint but there were #3 no form, #4 no form");
    }

    @Test
    void authenticatedBy(CxoneAuth auth) {
        assertFails(
                () -> assertThat(auth).authenticatedBy(AuthMethod.BASIC),
                "expected only BASIC at the token endpoint but no token was asked for");
        Asks.withBasic(auth);
        assertThat(auth).authenticatedBy(AuthMethod.BASIC);
        assertFails(
                () -> assertThat(auth).authenticatedBy(AuthMethod.BODY),
                "expected only BODY at the token endpoint but there was #1 BASIC");

        Asks.withBody(auth);
        Asks.withJson(auth);
        Asks.withBoth(auth);
        assertFails(
                () -> assertThat(auth).authenticatedBy(AuthMethod.BASIC),
                "expected only BASIC at the token endpoint but there were #2 BODY, #3 neither, #4 BASIC and BODY");
        assertRefused(
                () -> assertThat(auth).authenticatedBy(AuthMethod.EITHER),
                "authenticatedBy(EITHER) can never hold: one request carries its credentials in one place; give BASIC"
                        + " or BODY");
    }

    @Test
    void issuedScopes(CxoneAuth auth) {
        assertFails(
                () -> assertThat(auth).issuedScopes("user:read"),
                "expected tokens with scopes user:read but no token was issued");
        Asks.withJson(auth);
        Asks.withBody(auth, "user:read");
        assertThat(auth).issuedScopes("user:read");

        Asks.withBody(auth);
        assertFails(
                () -> assertThat(auth).issuedScopes("user:read"),
                "expected tokens with scopes user:read but there was #3 user:read admin:api");
        assertFails(
                () -> assertThat(auth).issuedScopes(),
                "expected tokens with scopes (none) but there were #2 user:read, #3 user:read admin:api");
    }

    @Test
    void tokensWithoutScope(CxoneAuth auth) {
        auth.clients().register(Client.builder("poor").secret("s3cret").scopes().build());
        Http.token(auth, auth.clients().get("poor"));

        assertThat(auth).issuedScopes();
        assertFails(
                () -> assertThat(auth).issuedScopes("user:read"),
                "expected tokens with scopes user:read but there was #1 (none)");
    }

    @Test
    void sentNothingSecretInUrls(CxoneAuth auth) {
        Asks.withBody(auth);
        assertThat(auth).sentNothingSecretInUrls();

        Asks.withQuery(auth);
        assertFails(
                () -> assertThat(auth).sentNothingSecretInUrls(),
                "expected 0 URLs with a secret but there was 1: #2 POST /oauth/token");
    }

    @Test
    void requestsOneAfterTheOther(CxoneAuth auth) {
        assertThat(auth).hadAtMostConcurrentTokenRequests(1);
        Asks.withBody(auth);
        auth.next().tooManyRequests(Duration.ofSeconds(1));
        Asks.withBody(auth);
        Asks.withBody(auth);

        assertThat(auth).hadAtMostConcurrentTokenRequests(1);
        assertRefused(
                () -> assertThat(auth).hadAtMostConcurrentTokenRequests(0),
                "hadAtMostConcurrentTokenRequests(0) says nothing about concurrency: give 1 or more, or use"
                        + " askedForTokens(0)");
    }

    @Test
    void requestsAtOnce(CxoneAuth auth) {
        auth.next().times(3).heldFor(Duration.ofSeconds(2));
        CompletableFuture<?>[] herd = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> Asks.withBody(auth), each -> new Thread(each).start()))
                .limit(3)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(herd).join();
        Asks.withBody(auth);

        assertThat(auth).hadAtMostConcurrentTokenRequests(3);
        assertFails(
                () -> assertThat(auth).hadAtMostConcurrentTokenRequests(2),
                "expected at most 2 token requests at a time but there were 3: #1, #2, #3");
        assertFails(
                () -> assertThat(auth).hadAtMostConcurrentTokenRequests(1),
                "expected at most 1 token request at a time but there were 3: #1, #2, #3");
    }
}
