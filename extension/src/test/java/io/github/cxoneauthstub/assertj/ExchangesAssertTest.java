package io.github.cxoneauthstub.assertj;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static io.github.cxoneauthstub.assertj.Failing.assertFails;
import static io.github.cxoneauthstub.assertj.Failing.assertRefused;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import io.github.cxoneauthstub.junit.Http;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CxoneAuthStub(clients = @CxoneClient(id = "reporting", secret = "s3cret+/=", scopes = "user:read"))
class ExchangesAssertTest {

    /** #1 token, #2 /me, #3 /nowhere, #4 token of another client, #5 /me without token, #6 wrong secret. */
    @BeforeEach
    void someExchanges(CxoneAuth auth) {
        auth.api().get("/me").answers("{}");
        auth.clients()
                .register(Client.builder("other").secret("s3cret").scopes().build());
        Http.get(auth, "/me", Http.token(auth));
        Http.get(auth, "/nowhere");
        Http.token(auth, auth.clients().get("other"));
        Http.get(auth, "/me");
        Http.wrongSecret(auth);
    }

    @Test
    void navigation_isThatOfLists(CxoneAuth auth) {
        assertThat(auth).exchanges().hasSize(6).extracting(Exchange::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(auth).tokenRequests().extracting(Exchange::number).containsExactly(1, 4, 6);
        assertThat(auth)
                .resourceCalls()
                .extracting(Exchange::number, Exchange::path)
                .containsExactly(tuple(2, "/me"), tuple(5, "/me"));
        assertThat(auth).tokenRequests().first().wasIssued().cameFrom("reporting");
        assertThat(auth).tokenRequests().element(1).wasIssued().cameFrom("other");
        assertThat(auth).tokenRequests().last().wasRejectedFor(Reason.SECRET_WRONG);
        assertThat(auth)
                .exchanges()
                .filteredOn(exchange -> exchange.status() == 404)
                .singleElement()
                .hasPath("/nowhere");
        assertThat(auth)
                .tokenRequests()
                .satisfies(requests -> assertThat(requests.get(0)).hasStatus(200));
        assertThat(auth)
                .tokenRequests()
                .allSatisfy(request -> assertThat(request).isFormEncoded());
        assertThat(auth).exchanges().filteredOn(exchange -> false).isEmpty();
    }

    @Test
    void client(CxoneAuth auth) {
        assertThat(auth).tokenRequests().of("other").singleElement().wasIssued();
        assertThat(auth)
                .exchanges()
                .of("reporting")
                .extracting(Exchange::number)
                .containsExactly(1, 2, 6);
        auth.clients().remove("other");
        assertThat(auth).tokenRequests().of("other").hasSize(1);
        auth.clients().register(Client.builder("idle").secret("s3cret").build());
        assertThat(auth).exchanges().of("idle").isEmpty();

        assertThatThrownBy(() -> assertThat(auth).exchanges().of("reprting"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reprting")
                .hasMessageContaining("reporting");
    }

    @Test
    void path(CxoneAuth auth) {
        assertThat(auth).exchanges().at("/me").extracting(Exchange::status).containsExactly(200, 401);
        assertThat(auth).exchanges().at("/elsewhere").isEmpty();

        assertRefused(
                () -> assertThat(auth).exchanges().at("/me?id=1"),
                "at(\"/me?id=1\") can never hold: a path begins with a slash and has no query, as /oauth/token");
    }

    @Test
    void failureOfAnElement_showsTheTimeline(CxoneAuth auth) {
        assertFails(
                () -> assertThat(auth).tokenRequests().first().hasStatus(401),
                "[Exchanges check first element] expected #1 POST /oauth/token to have status 401 but it has 200");
        assertFails(
                () -> assertThat(auth)
                        .as("start")
                        .exchanges()
                        .of("reporting")
                        .at("/me")
                        .last()
                        .hasStatus(401),
                "[start check last element] expected #2 GET /me to have status 401 but it has 200");
        assertThatThrownBy(() -> assertThat(auth).exchanges().at("/me").hasSize(1))
                .hasMessageContaining("Expected size: 1 but was: 2")
                .hasMessageContaining("#2 GET /me -> 200")
                .hasMessageContaining("#5 GET /me -> 401");
    }

    @Test
    void listWithoutTimeline(CxoneAuth auth) {
        List<Exchange> exchanges = auth.exchanges().all();

        new ExchangesAssert(exchanges).of("anybody").isEmpty();
        assertThatThrownBy(() -> new ExchangesAssert(exchanges).first().hasStatus(401))
                .hasMessageStartingWith(
                        "[Exchanges check first element] expected #1 POST /oauth/token to have status 401 but it has 200"
                                + "\n  #1 POST /oauth/token  -> 200 token issued to reporting");
        assertThatThrownBy(() -> new ExchangesAssert(null).of("reporting"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not to be null");
    }
}
