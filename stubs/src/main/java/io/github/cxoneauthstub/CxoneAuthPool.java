package io.github.cxoneauthstub;

import io.github.cxoneauthstub.auth.Configuration;
import java.util.ArrayList;
import java.util.List;

/**
 * The servers of one test run. A server that was given back is lent again, so that test classes that run one after the
 * other have the same port, and nothing starts after the first. For those who integrate a test framework. Safe for use
 * by several threads.
 *
 * <pre>{@code
 * try (CxoneAuthPool pool = new CxoneAuthPool(); Lease lease = pool.lease(Configuration.defaults())) {
 *     lease.auth().tokenUri();
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public final class CxoneAuthPool implements AutoCloseable {
    /** In the order of their start: the first one that is free is lent. */
    private final List<RunningServer> all = new ArrayList<>();

    private final List<RunningServer> free = new ArrayList<>();
    private boolean closed;

    /** An empty pool; servers are started when they are needed. */
    public CxoneAuthPool() {}

    /**
     * Lends a server.
     *
     * @throws IllegalStateException if the pool is closed or WireMock does not start
     */
    public Lease lease(Configuration configuration) {
        RunningServer server = take();
        return new Lease(this, server, server.let(configuration));
    }

    /**
     * Lends a server that begins with the present state of another lease.
     *
     * @throws IllegalStateException if the pool is closed or WireMock does not start
     */
    public Lease lease(Configuration configuration, Lease base) {
        return lease(configuration, base.base());
    }

    /**
     * Lends a server that begins with what was set up on another: its clients, tokens, resources, stubs and time.
     *
     * @throws IllegalStateException if the pool is closed or WireMock does not start
     */
    public Lease lease(Configuration configuration, Lease.Base base) {
        RunningServer server = take();
        Lease lease = new Lease(this, server, server.let(configuration, base.server()));
        lease.stub(base.stubs());
        return lease;
    }

    private RunningServer take() {
        synchronized (all) {
            if (closed) {
                throw over();
            }
            for (RunningServer server : all) {
                if (free.remove(server)) {
                    return server;
                }
            }
        }
        RunningServer started = Assembly.start();
        synchronized (all) {
            if (!closed) {
                all.add(started);
                return started;
            }
        }
        started.close();
        throw over();
    }

    private static IllegalStateException over() {
        return new IllegalStateException("the pool is closed: the test run is over");
    }

    void takeBack(RunningServer server) {
        synchronized (all) {
            free.add(server);
        }
    }

    /** Stops all servers, those that are lent too. */
    @Override
    public void close() {
        synchronized (all) {
            closed = true;
            all.forEach(RunningServer::close);
            all.clear();
            free.clear();
        }
    }
}
