package io.github.cxoneauthstub.assertj;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static io.github.cxoneauthstub.assertj.Failing.assertFails;
import static io.github.cxoneauthstub.assertj.Failing.assertFailsWith;
import static io.github.cxoneauthstub.assertj.Failing.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import io.github.cxoneauthstub.junit.Http;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

@CxoneAuthStub(
        clients =
                @CxoneClient(
                        id = "reporting",
                        secret = "s3cret+/=",
                        scopes = {"user:read", "admin:api"}))
class ExchangeAssertTest {
    @Test
    void issued(CxoneAuth auth) {
        Asks.withBody(auth);
        Exchange exchange = auth.exchanges().last();

        assertThat(exchange)
                .wasIssued()
                .hasStatus(200)
                .hasError("")
                .hasMethod("POST")
                .hasPath("/oauth/token")
                .hasProfile("OAUTH_TOKEN")
                .cameFrom("reporting")
                .hasScopes("user:read")
                .hasExactlyScopes("admin:api", "user:read")
                .isFormEncoded()
                .authenticatedBy(AuthMethod.BODY)
                .showsNothing()
                .returns(200, Exchange::status)
                .extracting(Exchange::number)
                .isEqualTo(1);
    }

    @Test
    void failureOfOneAlone_showsIt(CxoneAuth auth) {
        Asks.withBody(auth);
        Exchange exchange = auth.exchanges().last();

        failsWith(exchange, it -> it.hasStatus(401), "to have status 401 but it has 200");
        failsWith(exchange, it -> it.hasError("x"), "to have error x but it has none");
        failsWith(exchange, it -> it.hasMethod("GET"), "to have method GET but it has POST");
        failsWith(exchange, it -> it.hasPath("/a"), "to have path /a but it has /oauth/token");
        failsWith(exchange, it -> it.hasProfile("API_V2"), "to have profile API_V2 but it has OAUTH_TOKEN");
        failsWith(exchange, it -> it.cameFrom("other"), "to have client other but it has reporting");
        failsWith(exchange, it -> it.wasAdmitted(), "to be admitted but it was issued a token");
        failsWith(exchange, it -> it.wasServed(), "to be served but it was issued a token");
        failsWith(exchange, it -> it.wasRejected(), "to be rejected but it was issued a token");
        failsWith(exchange, it -> it.wasDisrupted(), "to be disrupted but it was issued a token");
        failsWith(
                exchange,
                it -> it.wasRejectedFor(Reason.SECRET_WRONG),
                "to be rejected as SECRET_WRONG but it was issued a token");
        failsWith(
                exchange,
                it -> it.hasScopes("x", "user:read"),
                "to have scopes x user:read but it has user:read admin:api");
        failsWith(
                exchange,
                it -> it.hasExactlyScopes("user:read"),
                "to have exactly scopes user:read but it has user:read admin:api");
        failsWith(
                exchange, it -> it.hasExactlyScopes(), "to have exactly scopes (none) but it has user:read admin:api");
        failsWith(
                exchange, it -> it.authenticatedBy(AuthMethod.BASIC), "to be authenticated by BASIC but it is by BODY");
        failsWith(exchange, it -> it.shows(Mistake.HERD), "to show herd but it shows nothing");
        failsWith(exchange, it -> it.seen().isEmpty(), "to be rejected but it was issued a token");
    }

    private interface Check {
        void of(ExchangeAssert it);
    }

    private static void failsWith(Exchange exchange, Check check, String end) {
        assertFailsWith(
                () -> check.of(assertThat(exchange)),
                "expected #1 POST /oauth/token " + end + "\n  #1 POST /oauth/token  -> 200 " + exchange.note());
    }

    @Test
    void rejected(CxoneAuth auth) {
        Asks.withJson(auth);
        Exchange exchange = auth.exchanges().last();

        assertThat(exchange)
                .wasRejected()
                .wasRejectedFor(Reason.BODY_NOT_FORM)
                .hasStatus(401)
                .hasError("invalid_client")
                .cameFrom("")
                .hasExactlyScopes()
                .shows(Mistake.JSON_BODY);
        assertThat(exchange).seen().contains("application/json");
        assertThat(exchange).advice().contains("form");
        assertThat(message(exchange, ExchangeAssert::wasIssued))
                .startsWith("expected #1 POST /oauth/token to be issued a token but it was rejected as BODY_NOT_FORM\n"
                        + "  #1 POST /oauth/token  -> 401 invalid_client\n     rule      form-body: ");
        assertThat(message(exchange, ExchangeAssert::isFormEncoded))
                .startsWith("expected #1 POST /oauth/token to be a form but it is none\n");
        assertThat(message(exchange, it -> it.authenticatedBy(AuthMethod.BASIC)))
                .startsWith("expected #1 POST /oauth/token to be authenticated by BASIC but it is by neither\n");
        assertThat(message(exchange, ExchangeAssert::showsNothing))
                .startsWith("expected #1 POST /oauth/token to show nothing but it shows json-body\n");
        assertThat(message(exchange, it -> it.hasError("")))
                .startsWith("expected #1 POST /oauth/token to have no error but it has invalid_client\n");
        assertThat(message(exchange, it -> it.wasRejectedFor(Reason.SECRET_WRONG)))
                .startsWith("expected #1 POST /oauth/token to be rejected as SECRET_WRONG but it was rejected as"
                        + " BODY_NOT_FORM\n");
        assertThat(message(exchange, it -> it.advice().isEmpty())).contains("form");
    }

    private static String message(Exchange exchange, Check check) {
        AssertionError failure = catchThrowableOfType(AssertionError.class, () -> check.of(assertThat(exchange)));
        return String.valueOf(failure.getMessage());
    }

    @Test
    void otherOutcomes(CxoneAuth auth) {
        auth.api().get("/me").requires("user:read").answers("{}");
        auth.next().tooManyRequests(Duration.ofSeconds(1));
        Asks.withBody(auth);
        assertThat(auth).lastExchange().wasDisrupted().hasStatus(429);
        Http.get(auth, "/me", Http.token(auth));
        assertThat(auth)
                .lastExchange()
                .wasAdmitted()
                .hasMethod("GET")
                .hasPath("/me")
                .hasScopes("user:read");
        assertFails(
                () -> assertThat(auth).lastExchange().wasDisrupted(),
                "expected #3 GET /me to be disrupted but it was admitted");
        Http.get(auth.jwksUri());

        assertThat(auth).lastExchange().wasServed();
        assertFails(
                () -> assertThat(auth).exchanges().first().as("").wasServed(),
                "expected #1 POST /oauth/token to be served but it was disrupted");
        assertFails(
                () -> assertThat(auth).lastExchange().wasIssued(),
                "expected #4 GET " + auth.jwksUri().getPath() + " to be issued a token but it was served");
    }

    @Test
    void failureOfOneOfATimeline_showsTheTimeline(CxoneAuth auth) {
        Asks.withBody(auth);
        Asks.withJson(auth);

        assertFails(
                () -> assertThat(auth).as("cold start").lastExchange().hasStatus(200),
                "[cold start] expected #2 POST /oauth/token to have status 200 but it has 401");
        assertThatThrownBy(() -> assertThat(auth).lastExchange().hasStatus(200))
                .hasMessageContaining("\n  #1 +")
                .hasMessageContaining("\n  #2 +");
    }

    @Test
    void lastExchangeOfNone(CxoneAuth auth) {
        assertFails(() -> assertThat(auth).lastExchange(), "expected an exchange but no request arrived");
    }

    @Test
    void failure_hasBothSides(CxoneAuth auth) {
        Asks.withBody(auth);

        AssertionFailedError failure = catchThrowableOfType(
                AssertionFailedError.class,
                () -> assertThat(auth).lastExchange().hasStatus(401));

        assertThat(failure.getExpected().getValue()).isEqualTo(401);
        assertThat(failure.getActual().getValue()).isEqualTo(200);
    }

    @Test
    void whatCanNeverHold(CxoneAuth auth) {
        Asks.withBody(auth);
        Exchange exchange = auth.exchanges().last();

        assertRefused(
                () -> assertThat(exchange).hasPath("oauth/token"),
                "hasPath(\"oauth/token\") can never hold: a path begins with a slash and has no query, as"
                        + " /oauth/token");
        assertRefused(
                () -> assertThat(exchange).hasScopes(),
                "hasScopes() names no scope: give at least one, or use hasExactlyScopes()");
        assertRefused(
                () -> assertThat(exchange).authenticatedBy(AuthMethod.EITHER),
                "authenticatedBy(EITHER) can never hold: one request carries its credentials in one place; give BASIC"
                        + " or BODY");
        assertThatThrownBy(() -> assertThat((Exchange) null).hasStatus(200))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not to be null");
    }
}
