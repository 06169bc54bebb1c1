package io.github.cxoneauthstub.front;

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

/** One port that clients come in by, until it is closed. */
final class Door implements Closeable {

    private static final int BACKLOG = 1024;
    private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(10);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final ServerSocket server;
    private final Guest guests;
    private final Thread accepting = Clients.daemon(this::accept);

    /** Takes a client in. */
    @FunctionalInterface
    interface Guest {
        void welcome(Socket client) throws IOException;
    }

    private Door(ServerSocket server, Guest guests) {
        this.server = server;
        this.guests = guests;
    }

    /**
     * Opens a port.
     *
     * @param port 0 for a free one
     * @throws UncheckedIOException if nobody can listen there
     */
    static Door open(String address, int port, Guest guests) {
        ServerSocket server = null;
        try {
            server = new ServerSocket();
            server.bind(new InetSocketAddress(address, port), BACKLOG);
        } catch (IOException e) {
            close(server);
            throw new UncheckedIOException("cannot listen on " + address + ":" + port + ": " + e.getMessage(), e);
        }
        Door door = new Door(server, guests);
        door.accepting.start();
        return door;
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                welcome(server.accept());
            } catch (IOException stoppedOrOutOfSockets) {
                LockSupport.parkNanos(server.isClosed() ? 0 : BREATH);
            }
        }
    }

    private void welcome(Socket client) {
        try {
            guests.welcome(client);
        } catch (IOException alreadyGone) {
            close(client);
        }
    }

    /** The port is free only when nobody waits for clients any more. */
    @Override
    public void close() {
        close(server);
        try {
            accepting.join(LONGEST_WAIT.toMillis());
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
}
