package io.github.cxoneauthstub.front;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Start, stop, start again, and the end of client connections in between. */
class FrontLifeTest {

    private static final Duration AT_ONCE = Duration.ofMillis(700);

    private final TestFront front = new TestFront();

    @AfterEach
    void stop() {
        front.close();
    }

    @Test
    void stop_waitsForNoClient() throws Exception {
        front.server.stubFor(get("/stub").willReturn(ok().withFixedDelay(60_000)));
        List<Wire> idle = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            idle.add(front.connect());
        }
        try (Wire blocked = front.connect()) {
            blocked.send(TestRequests.get("/stub"));
            front.awaitAnswer();

            assertThat(time(front.server::stop)).isLessThan(AT_ONCE);

            assertThat(blocked.isAtEnd()).isTrue();
            for (Wire wire : idle) {
                assertThat(wire.isAtEnd()).isTrue();
                wire.close();
            }
        }
    }

    @Test
    void startAgain_listensOnTheSamePort() throws IOException {
        int port = front.server.port();

        for (int i = 0; i < 3; i++) {
            assertThat(front.get("/a").status()).isEqualTo(200);
            front.server.stop();
            assertThat(front.server.isRunning()).isFalse();
            assertThatThrownBy(() -> new Wire(port)).isInstanceOf(ConnectException.class);
            front.server.start();
            assertThat(front.server.port()).isEqualTo(port);
        }
    }

    @Test
    void portInUse_isNamed() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WireMockServer second = new WireMockServer(options()
                    .bindAddress("127.0.0.1")
                    .port(other.getLocalPort())
                    .httpServerFactory(front.front.factory()));

            assertThatThrownBy(second::start)
                    .hasMessageContaining("cannot listen on 127.0.0.1:" + other.getLocalPort() + ": ");
            assertThat(second.isRunning()).isFalse();
        }
    }

    @Test
    void disconnectClients_endsIdleAndWaitingClients_andGoesOnListening() throws Exception {
        front.server.stubFor(get("/stub").willReturn(ok().withFixedDelay(60_000)));
        front.server.stubFor(get("/stub/dribble").willReturn(ok("abc").withChunkedDribbleDelay(3, 180_000)));
        try (Wire idle = front.connect();
                Wire delayed = front.connect();
                Wire dribbled = front.connect()) {
            idle.send(TestRequests.get("/a")).reply();
            delayed.send(TestRequests.get("/stub"));
            dribbled.send(TestRequests.get("/stub/dribble"));
            front.awaitAnswer();
            front.awaitAnswer();
            front.awaitAnswer();

            assertThat(time(front.front::disconnectClients)).isLessThan(AT_ONCE);

            assertThat(idle.isAtEnd()).isTrue();
            assertThat(delayed.isAtEnd()).isTrue();
            assertThat(dribbled.rest()).doesNotEndWith("abc");
            assertThat(front.get("/a").status()).isEqualTo(200);
        }
    }

    @Test
    void disconnectClients_withoutClientsOrServer_doesNothing() {
        front.front.disconnectClients();
        front.server.stop();
        front.front.disconnectClients();
    }

    @Test
    void disconnectClients_returnsAfterTheRequestsInTheEngine() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch released = new CountDownLatch(1);
        front.whenAnswering = request -> {
            awaitQuietly(released);
            order.add("answered");
        };
        try (Wire wire = front.connect()) {
            wire.send(TestRequests.get("/a"));
            front.awaitAnswer();

            CompletableFuture<Void> disconnected =
                    CompletableFuture.runAsync(front.front::disconnectClients).thenRun(() -> order.add("returned"));
            assertThat(wire.isAtEnd()).isTrue();
            released.countDown();
            disconnected.get(20, TimeUnit.SECONDS);

            assertThat(order).containsExactly("answered", "returned");
        }
    }

    @Test
    void disconnectClients_fromItsOwnThread_doesNotWaitForItself() throws Exception {
        CompletableFuture<Duration> took = new CompletableFuture<>();
        front.whenAnswering = request -> took.complete(time(front.front::disconnectClients));
        try (Wire wire = front.connect()) {
            wire.send(TestRequests.get("/a"));

            assertThat(took.get(20, TimeUnit.SECONDS)).isLessThan(AT_ONCE);
            assertThat(wire.isAtEnd()).isTrue();
        }
    }

    @Test
    void factory_behavesAsAValue() {
        HttpServerFactory factory = front.front.factory();

        assertThat(new HashSet<>(List.of(factory, factory))).hasSize(1);
        assertThat(factory).hasToString("Front.factory()");
        assertThat(factory).isNotEqualTo(front.front.factory());
        assertThat(factory.getName()).isNotBlank();
    }

    @Test
    void threadsAreDaemons() throws IOException {
        front.get("/a");

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("cxone-auth-front"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration time(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - before);
    }
}
