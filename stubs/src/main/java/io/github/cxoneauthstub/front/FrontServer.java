package io.github.cxoneauthstub.front;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Listens, and stops at once, whatever its clients are doing. Started again, it listens on the same port, also when
 * that was chosen by the system at first. Safe for use by many threads.
 */
final class FrontServer implements HttpServer {

    private static final int BACKLOG = 1024;
    private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(10);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Engine engine;
    private int port;
    private @Nullable ServerSocket listening;
    private @Nullable Thread accepting;
    private @Nullable Clients clients;

    FrontServer(Engine engine) {
        this.engine = engine;
        this.port = engine.options().portNumber();
    }

    @Override
    public synchronized void start() {
        if (listening != null || engine.options().getHttpDisabled()) {
            return;
        }
        ServerSocket server = listen();
        Clients guests = new Clients(engine);
        port = server.getLocalPort();
        listening = server;
        clients = guests;
        accepting = Clients.daemon(() -> accept(server, guests));
        accepting.start();
    }

    private ServerSocket listen() {
        Options options = engine.options();
        ServerSocket server = null;
        try {
            server = new ServerSocket();
            server.bind(new InetSocketAddress(options.bindAddress(), port), BACKLOG);
            return server;
        } catch (IOException e) {
            close(server);
            throw new UncheckedIOException(
                    "cannot listen on " + options.bindAddress() + ":" + port + ": " + e.getMessage(), e);
        }
    }

    private static void accept(ServerSocket server, Clients guests) {
        while (!server.isClosed()) {
            try {
                welcome(server.accept(), guests);
            } catch (IOException stoppedOrOutOfSockets) {
                LockSupport.parkNanos(server.isClosed() ? 0 : BREATH);
            }
        }
    }

    private static void welcome(Socket client, Clients guests) {
        try {
            guests.welcome(client);
        } catch (IOException alreadyGone) {
            close(client);
        }
    }

    void disconnectClients() {
        Clients guests;
        synchronized (this) {
            guests = clients;
        }
        if (guests != null) {
            guests.disconnect();
        }
    }

    @Override
    public synchronized void stop() {
        close(listening);
        listening = null;
        awaitEnd(accepting);
        if (clients != null) {
            clients.stop();
            clients = null;
        }
    }

    /** The port is free only when nobody waits for clients any more. */
    private static void awaitEnd(@Nullable Thread accepting) {
        try {
            if (accepting != null) {
                accepting.join(LONGEST_WAIT.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(@Nullable Closeable socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException alreadyBroken) {
            return;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return listening != null;
    }

    @Override
    public synchronized int port() {
        return listening == null ? -1 : port;
    }

    @Override
    public int httpsPort() {
        return -1;
    }
}
