package io.github.cxoneauthstub.front;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The clients connected between one start and the next stop, each with a daemon thread of its own. */
final class Clients {

    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);

    private final Engine engine;
    private final ExecutorService threads;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    Clients(Engine engine) {
        this(engine, Clients::daemon);
    }

    /** @param threads makes the threads of the clients */
    Clients(Engine engine, ThreadFactory threads) {
        this.engine = engine;
        this.threads = new ThreadPoolExecutor(
                0, engine.limits().clients(), 10, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    }

    static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "cxone-auth-front");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Serves a client; one too many, one that the system has no thread for, or one that comes while the server stops,
     * is closed at once.
     */
    void welcome(Socket client, Entrance entrance) throws IOException {
        Connection connection = new Connection(engine, client, entrance);
        open.add(connection);
        try {
            threads.execute(() -> serve(connection));
        } catch (RejectedExecutionException | OutOfMemoryError fullOrStopped) {
            open.remove(connection);
            connection.close();
        }
    }

    private void serve(Connection connection) {
        try {
            connection.serve();
        } finally {
            open.remove(connection);
        }
    }

    /** Closes all that are open now, and waits a while for the requests among them that are in the engine. */
    void disconnect() {
        List<Connection> now = List.copyOf(open);
        now.forEach(Connection::close);
        long deadline = System.nanoTime() + LONGEST_WAIT;
        now.forEach(connection -> connection.awaitEnd(deadline));
    }

    /** Waits until it is known what became of the handshakes that have begun, for each a second from its beginning. */
    void awaitHandshakes() {
        open.forEach(connection -> connection.awaitHandshake(LONGEST_WAIT));
    }

    /** Closes all for good, and waits for none. */
    void stop() {
        threads.shutdownNow();
        open.forEach(Connection::close);
    }
}
