package io.github.cxoneauthstub.front;

import com.github.tomakehurst.wiremock.http.HttpServer;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Listens, and stops at once, whatever its clients are doing. Started again, it listens on the same port, also when
 * that was chosen by the system at first. Safe for use by many threads.
 */
final class FrontServer implements HttpServer {

    private final Engine engine;
    private int port;
    private @Nullable Door plain;
    private @Nullable Door secure;
    private @Nullable Clients clients;

    FrontServer(Engine engine) {
        this.engine = engine;
        this.port = engine.options().portNumber();
    }

    @Override
    public synchronized void start() {
        if (plain != null || engine.options().getHttpDisabled()) {
            return;
        }
        Clients guests = new Clients(engine);
        Door door = Door.open(address(), port, tcp -> guests.welcome(tcp, Entrance.PLAIN));
        port = door.port();
        plain = door;
        clients = guests;
    }

    /**
     * Lets clients come in by TLS too, until it stops.
     *
     * @param securing is asked for each client that has begun a handshake
     * @return the port
     * @throws UncheckedIOException if nobody can listen there
     */
    synchronized int secure(int securePort, Supplier<Securing> securing) {
        Clients guests = clients;
        if (guests == null || secure != null) {
            throw new IllegalStateException(guests == null ? "the server is not running" : "TLS is spoken already");
        }
        Entrance tls = new TlsEntrance(securing);
        Door door = Door.open(address(), securePort, tcp -> guests.welcome(tcp, tls));
        secure = door;
        return door.port();
    }

    private String address() {
        return engine.options().bindAddress();
    }

    void disconnectClients() {
        guests().ifPresent(Clients::disconnect);
    }

    void awaitHandshakes() {
        guests().ifPresent(Clients::awaitHandshakes);
    }

    private synchronized Optional<Clients> guests() {
        return Optional.ofNullable(clients);
    }

    @Override
    public synchronized void stop() {
        close(plain);
        close(secure);
        plain = null;
        secure = null;
        if (clients != null) {
            clients.stop();
            clients = null;
        }
    }

    private static void close(@Nullable Door door) {
        if (door != null) {
            door.close();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return plain != null;
    }

    @Override
    public synchronized int port() {
        return plain == null ? -1 : port;
    }

    @Override
    public synchronized int httpsPort() {
        return secure == null ? -1 : secure.port();
    }
}
