package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxoneauthstub.auth.TestServer.PathMatcher;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the next request meets because the test asked for it. */
class NextRequestTest {
    private final TestServer server = TestServer.withDefaults();
    private final NextRequest next = server.view().next();

    @Test
    void tooManyRequests_isAnsweredOnceAndTheEndpointDoesNotSeeIt() {
        next.tooManyRequests(Duration.ofSeconds(30));

        Answer answer = server.answer(TestRequest.token(OAUTH).method("GARBAGE"));
        assertThat(Wire.print(answer)).isEqualTo("429\nRetry-After: 30\n\n");
        assertThat(Wire.values(answer, "Date")).containsExactly("Sat, 21 Nov 2026 10:15:30 GMT");

        assertThat(server.answer(TestRequest.token(OAUTH)).status()).isEqualTo(200);
    }

    @Test
    void tooManyRequests_isRecordedAsDisrupted() {
        next.tooManyRequests(Duration.ofSeconds(30));

        Exchange exchange = server.exchange(TestRequest.token(OAUTH));

        assertThat(exchange.outcome()).isEqualTo(Outcome.DISRUPTED);
        assertThat(exchange.status()).isEqualTo(429);
        assertThat(exchange.reason()).isEmpty();
        assertThat(exchange.retryAfter()).contains(Duration.ofSeconds(30));
        assertThat(exchange.note()).isEqualTo("as the test asked, Retry-After 30 s");

        next.tooManyRequests(Duration.ofSeconds(30));
        assertThat(server.exchange(TestRequest.get("/users/me")).profile()).isEqualTo("OAUTH_TOKEN");
    }

    /** Who knocked is known, though nothing was decided. */
    @Test
    void disruptedRequest_isThatOfItsClientInTheDialectOfItsToken() {
        TestServer both = TestServer.inBothDialects();
        String token = both.tokens(TestRequest.token(TestServer.RFC)).getOrDefault("access_token", "");
        both.view().next().atResources().tooManyRequests(Duration.ofSeconds(1));
        both.view().next().atTokenEndpoints().tooManyRequests(Duration.ofSeconds(1));

        Exchange atResource = both.exchange(TestRequest.get("/users/me").bearer(token));
        Exchange atEndpoint = both.exchange(TestRequest.token(OAUTH));

        assertThat(atResource.outcome()).isEqualTo(Outcome.DISRUPTED);
        assertThat(atResource.profile()).isEqualTo("RFC6749");
        assertThat(atResource.clientId()).contains(TestServer.ID);
        assertThat(atEndpoint.outcome()).isEqualTo(Outcome.DISRUPTED);
        assertThat(atEndpoint.profile()).isEqualTo("OAUTH_TOKEN");
        assertThat(atEndpoint.clientId()).contains(TestServer.ID);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "PT0.001S, 1", "PT1S, 1", "PT1.000000001S, 2", "PT2M, 120"})
    void retryAfter_isRoundedUpToWholeSeconds(Duration wait, String seconds) {
        next.tooManyRequests(wait);

        assertThat(Wire.values(server.answer(TestRequest.token(OAUTH)), "Retry-After"))
                .containsExactly(seconds);
    }

    @Test
    void severalMishaps_areMetInTheirOrder() {
        next.tooManyRequests(Duration.ofSeconds(1));
        next.heldFor(Duration.ofMillis(5));
        next.tooManyRequests(Duration.ofSeconds(3));

        assertThat(Wire.values(server.answer(TestRequest.token(OAUTH)), "Retry-After"))
                .containsExactly("1");
        assertThat(server.answer(TestRequest.token(OAUTH)).heldFor()).isEqualTo(Duration.ofMillis(5));
        assertThat(Wire.values(server.answer(TestRequest.get("/users/me")), "Retry-After"))
                .containsExactly("3");
        assertThat(server.answer(TestRequest.token(OAUTH)).status()).isEqualTo(200);
    }

    @Test
    void heldAnswer_isTheSameButLater() {
        next.heldFor(Duration.ofMillis(40));

        Answer held = server.answer(TestRequest.token(OAUTH).body("x=1"));
        Answer other = server.answer(TestRequest.token(OAUTH).body("x=1"));

        assertThat(held.heldFor()).isEqualTo(Duration.ofMillis(40));
        assertThat(other.heldFor()).isZero();
        assertThat(Wire.print(held)).isEqualTo(Wire.print(other));
    }

    @Test
    void guardBeforeStubs_isMetByTheNextOutageAndLeavesAHoldForOthers() {
        server.view().add(new Resource(new PathMatcher("GET", "/stub"), Optional.empty(), Optional.empty()));
        next.heldFor(Duration.ofMillis(40));
        next.tooManyRequests(Duration.ofSeconds(1));

        assertThat(server.answer(TestRequest.get("/stub")).status()).isEqualTo(429);
        assertThat(server.answer(TestRequest.get("/stub")).status()).isEqualTo(401);
        assertThat(server.answer(TestRequest.token(OAUTH)).heldFor()).isEqualTo(Duration.ofMillis(40));
    }

    @Test
    void unknownPath_meetsNoMishap() {
        next.tooManyRequests(Duration.ofSeconds(1));

        assertThat(server.server().reply(TestRequest.get("/nowhere").arrived())).isInstanceOf(Reply.PassOn.class);
        assertThat(server.answer(TestRequest.token(OAUTH)).status()).isEqualTo(429);
    }

    @Test
    void impossibleTimes_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> next.heldFor(Duration.ofDays(30)))
                .withMessage("a hold of PT720H is not possible: it must be from PT0S to PT10M");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> next.tooManyRequests(Duration.ofSeconds(-1)))
                .withMessage("a Retry-After of PT-1S is not possible: it must be from PT0S to PT8760H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> next.heldFor(Duration.ofMillis(-1)))
                .withMessage("a hold of PT-0.001S is not possible: it must be from PT0S to PT10M");
        assertThat(server.answer(TestRequest.token(OAUTH)).status()).isEqualTo(200);
    }

    @Test
    void mishapForTokenEndpoints_waitsUntilOneIsAsked() {
        next.atTokenEndpoints().tooManyRequests(Duration.ofSeconds(1));

        assertThat(server.answer(TestRequest.get("/users/me")).status()).isEqualTo(401);
        assertThat(server.answer(TestRequest.token(OAUTH)).status()).isEqualTo(429);
        assertThat(server.answer(TestRequest.token(OAUTH)).status()).isEqualTo(200);
    }

    @Test
    void mishapForResources_waitsUntilOneIsAsked() {
        next.atResources().tooManyRequests(Duration.ofSeconds(1));

        assertThat(server.answer(TestRequest.token(OAUTH)).status()).isEqualTo(200);
        assertThat(server.answer(TestRequest.get("/users/me")).status()).isEqualTo(429);
    }

    @Test
    void mishapForAPath_isMetThereOnly() {
        next.at("/users/me").tooManyRequests(Duration.ofSeconds(1));

        assertThat(server.answer(TestRequest.token(OAUTH)).status()).isEqualTo(200);
        assertThat(server.answer(TestRequest.get("/users/me?page=2")).status()).isEqualTo(429);
    }

    @Test
    void mishapForSeveralRequests_isMetByEach() {
        next.times(2).tooManyRequests(Duration.ofSeconds(1));

        assertThat(server.answer(TestRequest.token(OAUTH)).status()).isEqualTo(429);
        assertThat(server.answer(TestRequest.token(OAUTH)).status()).isEqualTo(429);
        assertThat(server.answer(TestRequest.token(OAUTH)).status()).isEqualTo(200);
    }

    @Test
    void narrowing_leavesTheFirstOneAsItWas() {
        next.atResources().times(5);
        next.tooManyRequests(Duration.ofSeconds(1));

        assertThat(server.answer(TestRequest.token(OAUTH)).status()).isEqualTo(429);
        assertThat(server.answer(TestRequest.token(OAUTH)).status()).isEqualTo(200);
    }

    @Test
    void withdraw_takesBackWhatIsQueued() {
        next.times(3).tooManyRequests(Duration.ofSeconds(1));

        next.withdraw();

        assertThat(server.answer(TestRequest.token(OAUTH)).status()).isEqualTo(200);
    }

    @Test
    void documents_meetOnlyWhatNamesThem() {
        next.tooManyRequests(Duration.ofSeconds(1));
        assertThat(server.answer(TestRequest.get("/auth/jwks")).status()).isEqualTo(200);

        next.at("/auth/jwks").tooManyRequests(Duration.ofSeconds(1));
        assertThat(server.answer(TestRequest.get("/auth/jwks")).status()).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({"oauth/token", "/oauth/token?x=1", "''"})
    void path_isOneOfARequest(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> next.at(path))
                .withMessage("'" + path + "' is not the path of a request: it begins with a slash and has no query, as"
                        + " /oauth/token");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1001"})
    void times_areBounded(int times) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> next.times(times))
                .withMessage(times + " requests are not possible: use 1 to 1000");
    }

    @Test
    void longestTimes_areTaken() {
        next.tooManyRequests(Duration.ofDays(365));
        next.heldFor(Duration.ofMinutes(10));

        assertThat(Wire.values(server.answer(TestRequest.token(OAUTH)), "Retry-After"))
                .containsExactly("31536000");
        assertThat(server.answer(TestRequest.token(OAUTH)).heldFor()).isEqualTo(Duration.ofMinutes(10));
    }
}
