package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.ID;
import static io.github.cxoneauthstub.auth.TestServer.NOW;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static io.github.cxoneauthstub.auth.TestServer.RFC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.TestServer.PathMatcher;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How each test starts from what its class prepared, and leaves no trace in it. */
class SimulationForkTest {
    private final TestServer base = TestServer.inBothDialects();

    @Test
    void fork_beginsWithTheStateOfItsBase() {
        base.view().clients().register(Client.of("prepared", "s3cret"));
        base.view().add(new Resource(new PathMatcher("GET", "/v1"), Optional.empty(), Optional.of(served())));
        base.view().clock().advance(Duration.ofHours(3));
        base.view().next().tooManyRequests(Duration.ofSeconds(1));
        String token = base.view().tokens().issue(ID).value();

        TestServer fork = base.fork();

        assertThat(fork.answer(TestRequest.token(RFC)).status()).isEqualTo(429);
        assertThat(fork.exchange(TestRequest.token(RFC).basic("prepared", "s3cret"))
                        .outcome())
                .isEqualTo(Outcome.ISSUED);
        assertThat(fork.exchange(TestRequest.get("/v1").bearer(token)).outcome())
                .isEqualTo(Outcome.ADMITTED);
        assertThat(fork.view().clock().instant()).isEqualTo(NOW.plus(Duration.ofHours(3)));
    }

    @Test
    void rotationThatARestartOvertakes_isNotLost() {
        Simulation before = base.server().simulation();

        Simulation restarted = base.server().restarted(TestServer.parts()).simulation();
        before.keys().rotate();

        assertThat(restarted.keys().ids()).hasSize(2);
    }

    @Test
    void exchangesOfTheBase_areNotThoseOfTheFork() {
        base.answer(TestRequest.token(OAUTH));

        TestServer fork = base.fork();

        assertThat(fork.view().exchanges().all()).isEmpty();
        assertThat(fork.exchange(TestRequest.token(OAUTH)).number()).isEqualTo(1);
        assertThat(base.view().exchanges().all()).hasSize(1);
    }

    @Test
    void changesInTheFork_doNotReachTheBaseOrASibling() {
        TestServer fork = base.fork();
        TestServer sibling = base.fork();

        fork.view().clients().disable(ID);
        fork.view().clock().advance(Duration.ofHours(1));
        fork.view().next().tooManyRequests(Duration.ofSeconds(1));
        fork.view().add(new Resource(new PathMatcher("GET", "/v1"), Optional.empty(), Optional.of(served())));

        assertUntouched(base);
        assertUntouched(sibling);
    }

    @Test
    void changesInTheBase_doNotReachTheFork() {
        TestServer fork = base.fork();

        base.view().clients().disable(ID);
        base.view().clock().advance(Duration.ofHours(1));
        base.view().next().tooManyRequests(Duration.ofSeconds(1));
        base.view().add(new Resource(new PathMatcher("GET", "/v1"), Optional.empty(), Optional.of(served())));

        assertUntouched(fork);
    }

    private static void assertUntouched(TestServer server) {
        assertThat(server.exchange(TestRequest.token(OAUTH)).outcome()).isEqualTo(Outcome.ISSUED);
        assertThat(server.view().clock().instant()).isEqualTo(NOW);
        assertThat(server.server().reply(TestRequest.get("/v1").arrived())).isInstanceOf(Reply.PassOn.class);
    }

    @Test
    void tokenOfAnotherFork_isOneOfAnEarlierTest() {
        String token = base.fork().view().tokens().issue(ID).value();

        Exchange exchange = base.fork().exchange(TestRequest.get("/users/me").bearer(token));

        assertThat(exchange.reason()).contains(Reason.TOKEN_OF_EARLIER_TEST);
        assertThat(exchange.clientId()).isEmpty();
        assertThat(exchange.explanation().map(Explanation::seen))
                .contains("a genuine token of this server from before this test");
    }

    @Test
    void revocationInAFork_leavesTheTokenOfTheBaseGood() {
        String token = base.view().tokens().issue(ID).value();
        TestServer fork = base.fork();

        fork.view().tokens().revokeAll();

        assertThat(fork.exchange(TestRequest.get("/users/me").bearer(token)).reason())
                .contains(Reason.TOKEN_REVOKED);
        assertThat(base.exchange(TestRequest.get("/users/me").bearer(token)).outcome())
                .isEqualTo(Outcome.ADMITTED);
    }

    @Test
    void otherConfiguration_isServedAndItsNewClientsAreRegistered() {
        Configuration other = Configuration.builder()
                .client(TestServer.REPORTING)
                .client(Client.of("own", "s3cret"))
                .profile(Profiles.OAUTH_TOKEN.toBuilder("OWN").paths("/own").build())
                .build();
        base.view().clients().disable(ID);

        TestServer fork = base.fork(other);

        assertThat(fork.exchange(TestRequest.token("/own").basic("own", "s3cret"))
                        .profile())
                .isEqualTo("OWN");
        assertThat(fork.view().exchanges().last().outcome()).isEqualTo(Outcome.ISSUED);
        assertThat(fork.exchange(TestRequest.token("/own")).reason())
                .as("a client that is not new keeps its state")
                .contains(Reason.CLIENT_DISABLED);
    }

    @Test
    void defaultClient_goesWhenTheOtherConfigurationNamesClients() {
        TestServer bare = TestServer.with(Configuration.defaults());
        Configuration named =
                Configuration.builder().client(Client.of("named", "s3cret")).build();

        AuthorizationServer fork = bare.server().fork(named, TestServer.parts());

        assertThat(fork.simulation().clients().ids()).containsExactly("named");
        assertThat(bare.server().simulation().clients().ids()).containsExactly("test-client");
    }

    @Test
    void clientThatTheOtherConfigurationHasNot_goesUnlessItWasChangedOrRegistered() {
        TestServer two = TestServer.with(Configuration.builder()
                .client(TestServer.REPORTING)
                .client(Client.of("changed", "s3cret"))
                .build());
        two.view().clients().disable("changed");
        two.view().clients().register(Client.of("registered", "s3cret"));

        TestServer fork = two.fork(
                Configuration.builder().client(Client.of("own", "s3cret")).build());

        assertThat(fork.view().clients().all()).extracting(Client::id).containsExactly("changed", "registered", "own");
        assertThat(two.view().clients().all()).hasSize(3);
    }

    @Test
    void changedClientOfTheOtherConfiguration_takesThePlaceOfTheOldOne() {
        Configuration other =
                Configuration.builder().client(Client.of(ID, "changed")).build();

        TestServer fork = base.fork(other);

        assertThat(fork.exchange(TestRequest.token(OAUTH).basic(ID, "changed")).outcome())
                .isEqualTo(Outcome.ISSUED);
        assertThat(base.exchange(TestRequest.token(OAUTH)).outcome()).isEqualTo(Outcome.ISSUED);
    }

    private static Resource.Served served() {
        return new Resource.Served(200, "1");
    }
}
