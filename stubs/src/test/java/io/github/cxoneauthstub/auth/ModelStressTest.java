package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.NOW;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.AuthorizationServer.Parts;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.token.TokenSigner;
import io.github.cxoneauthstub.diagnosis.Detectors;
import io.github.cxoneauthstub.json.JacksonJson;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everything that may be done to a server is done to it at once, and what it promises holds at every moment. */
class ModelStressTest {
    private static final int MOST_TRIED = 30;
    private static final List<String> IDS = List.of("a", "b", "c");

    private final AuthorizationServer server = begin();
    private final SimulationView view = view(server);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger admitted = new AtomicInteger();
    private final Map<String, Queue<String>> issued = new ConcurrentHashMap<>();
    private final Set<String> distinct = ConcurrentHashMap.newKeySet();

    private static AuthorizationServer begin() {
        Configuration.Builder configuration = Configuration.builder();
        IDS.forEach(id -> configuration.client(Client.of(id, "s3cret")));
        AuthorizationServer server = AuthorizationServer.begin(
                configuration.build(), Clock.fixed(NOW, ZoneOffset.UTC), new Random(1), parts());
        view(server)
                .add(new Resource(
                        new TestServer.PathMatcher("GET", "/users/me"),
                        Optional.empty(),
                        Optional.of(new Resource.Served(200, "{}"))));
        return server;
    }

    private static SimulationView view(AuthorizationServer server) {
        return new SimulationView(() -> server, "127.0.0.1:4711");
    }

    private static Parts parts() {
        return new Parts(
                new Unsigned(),
                new JacksonJson(),
                new Detectors(),
                TestServer.PathMatcher::new,
                Addresses.of(TestServer.BASE));
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void everythingAtOnce_keepsItsPromises() throws Exception {
        List<Future<?>> running = new ArrayList<>();
        IDS.forEach(id -> running.add(times(30, () -> disableAndEnable(id))));
        IDS.forEach(id -> running.add(times(300, () -> ask(id))));
        running.add(times(2_000, this::moveTheClock));
        running.add(times(300, this::revoke));
        running.add(times(100, this::fork));
        running.add(times(100, this::readTheExchanges));

        for (Future<?> each : running) {
            each.get(120, TimeUnit.SECONDS);
        }

        issued.keySet().forEach(id -> assertNothingOpens(id, server));
        assertThat(admitted.get()).isPositive();
        assertThat(view.exchanges().last().number()).isEqualTo(requests.get());
        assertThat(view.exchanges().issuedTokens()).isEqualTo(distinct.size());
    }

    /** A fork had once a disabled client, whose token was issued after it had been enabled anew. */
    @Test
    void forkDuringAChange_isOfOneMoment() throws Exception {
        // copying them takes a while, in which a change can begin
        for (int i = 0; i < 2_000; i++) {
            view.clients().register(Client.of("more" + i, "s3cret"));
        }
        Future<?> changes = times(300, () -> {
            view.clients().enable("a");
            ask("a");
            ask("a");
            ask("a");
            view.clients().disable("a");
            return true;
        });
        int disabled = 0;
        boolean last;
        do {
            last = changes.isDone();
            AuthorizationServer fork = server.fork(server.configuration(), parts());
            if (!view(fork).clients().get("a").enabled()) {
                assertNothingOpens("a", fork);
                disabled++;
            }
        } while (!last);

        changes.get();
        assertThat(disabled).isPositive();
    }

    private Future<?> times(int count, Callable<?> step) {
        return threads.submit(() -> {
            for (int i = 0; i < count; i++) {
                step.call();
            }
            return count;
        });
    }

    /** The only one who changes this client. */
    private Object disableAndEnable(String id) {
        view.clients().enable(id);
        String token = ask(id).orElseThrow();
        admitted.addAndGet(opens(token, server) ? 1 : 0);
        view.clients().rotateSecret(id, "s3cret");
        assertThat(opens(token, server)).isFalse();

        view.clients().disable(id);
        assertNothingOpens(id, server);
        assertThat(ask(id)).isEmpty();
        return token;
    }

    private void assertNothingOpens(String id, AuthorizationServer where) {
        assertThat(issued.getOrDefault(id, new ConcurrentLinkedQueue<>()).stream()
                        .limit(MOST_TRIED)
                        .filter(token -> opens(token, where)))
                .isEmpty();
    }

    /** A token, remembered and distinct from all others; empty if the client is disabled at this moment. */
    private Optional<String> ask(String id) {
        Answer answer = answer(server, TestRequest.token(OAUTH).basic(id, "s3cret"));
        if (answer.status() != 200) {
            assertThat(answer.status()).isEqualTo(401);
            return Optional.empty();
        }
        String token = answer.body().split("\"", -1)[3];
        assertThat(distinct.add(token)).isTrue();
        Queue<String> known = issued.computeIfAbsent(id, first -> new ConcurrentLinkedQueue<>());
        known.add(token);
        if (known.size() > MOST_TRIED) {
            known.remove();
        }
        return Optional.of(token);
    }

    private boolean opens(String token, AuthorizationServer where) {
        int status = answer(where, TestRequest.get("/users/me").bearer(token)).status();
        assertThat(status).isIn(200, 401);
        return status == 200;
    }

    private Answer answer(AuthorizationServer where, TestRequest request) {
        if (where.equals(server)) {
            requests.incrementAndGet();
        }
        return ((Reply.Answered) where.reply(request.arrived())).answer();
    }

    private Object moveTheClock() {
        VirtualClock clock = view.clock();
        clock.advance(Duration.ofMillis(3));
        clock.freeze();
        clock.advance(Duration.ofMillis(3));
        assertThat(clock.isFrozen()).isTrue();
        clock.unfreeze();
        clock.set(NOW);
        return clock.instant();
    }

    private Object revoke() {
        view.tokens().revoke(view.tokens().issue("a"));
        view.tokens().revokeAllOf("b");
        return view.tokens().revokeAll();
    }

    /** What is disabled at the moment of a fork is disabled in it, with all its tokens. */
    private Object fork() {
        AuthorizationServer fork = server.fork(server.configuration(), parts());
        SimulationView forked = view(fork);
        assertThat(forked.exchanges().all()).isEmpty();
        forked.clients().all().stream()
                .filter(client -> !client.enabled())
                .forEach(client -> assertNothingOpens(client.id(), fork));
        forked.clients().disable("a");
        assertNothingOpens("a", fork);
        String own = forked.tokens().issue("b").value();
        assertThat(distinct).doesNotContain(own);
        assertThat(opens(own, server)).isFalse();
        return forked.exchanges().timeline();
    }

    private Object readTheExchanges() {
        List<Exchange> all = view.exchanges().all();
        assertThat(all).hasSizeLessThanOrEqualTo(1_000);
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).number()).isEqualTo(all.get(i - 1).number() + 1);
        }
        return view.exchanges().timeline();
    }

    /** Tokens that are their ids: signatures would take nearly all the time. */
    private record Unsigned() implements TokenSigner {
        @Override
        public String sign(Map<String, Object> claims) {
            return String.valueOf(claims.get("jti"));
        }

        @Override
        public String signUnnamed(Map<String, Object> claims) {
            return sign(claims);
        }

        @Override
        public Reading read(String presented) {
            return new Reading.Genuine(presented, TestServer.BASE.toString());
        }

        @Override
        public String keyId() {
            return "none";
        }

        @Override
        public String publicKey() {
            return "{}";
        }

        @Override
        public TokenSigner successor() {
            return this;
        }
    }
}
