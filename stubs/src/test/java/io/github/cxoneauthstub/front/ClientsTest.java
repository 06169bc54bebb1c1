package io.github.cxoneauthstub.front;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClientsTest {

    /** The one who accepts clients once ended with such an error, and the port was open but deaf. */
    @Test
    void clientWithoutAThread_isClosed_andTheNextIsServed() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Clients clients = new Clients(engine(), work -> {
            if (asked.incrementAndGet() == 1) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return Clients.daemon(work);
        });

        try (ServerSocket listening = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
                Wire first = new Wire(listening.getLocalPort());
                Wire second = new Wire(listening.getLocalPort())) {
            clients.welcome(listening.accept(), Entrance.PLAIN);
            clients.welcome(listening.accept(), Entrance.PLAIN);

            assertThat(first.isAtEnd()).isTrue();
            assertThat(second.send(TestRequests.get("/nowhere")).reply().status())
                    .isEqualTo(404);
        } finally {
            clients.stop();
        }
    }

    /** WireMock's own engine; its server is never started. */
    private static Engine engine() {
        CompletableFuture<Engine> engine = new CompletableFuture<>();
        FrontListener deaf = new FrontListener() {
            @Override
            public void answering(WireRequest request, int status, boolean matched) {}

            @Override
            public void leaving(WireRequest request) {}

            @Override
            public void refused(String method, String target, int status, String reason) {}

            @Override
            public void notAgreed(Disagreement why) {}
        };
        WireMockServer wireMock = new WireMockServer(options()
                .usingFilesUnderDirectory("target")
                .httpServerFactory((given, admin, stubs) -> {
                    engine.complete(new Engine(given, admin, stubs, FrontLimits.DEFAULT, deaf, Front.Admin.NOT_SERVED));
                    return new NoServer(given);
                }));
        assertThat(wireMock.isRunning()).isFalse();
        return engine.join();
    }

    private record NoServer(Options options) implements HttpServer {
        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }

        @Override
        public int port() {
            return options.portNumber();
        }

        @Override
        public int httpsPort() {
            return -1;
        }
    }
}
