package io.github.cxoneauthstub;

import io.github.cxoneauthstub.RunningServer.Tenancy;
import io.github.cxoneauthstub.auth.AuthorizationServer;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.wiremock.UserStubs;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A pooled server in the hands of one test class, or of one test. For those who integrate a test framework; users of
 * JUnit have {@code @CxoneAuthStub}. What is set up before {@link #beginTest} is the base that {@link #endTest}
 * restores. A nested class is a test that has tests within. Used by one thread at a time.
 *
 * @since 0.1.0
 */
public final class Lease implements AutoCloseable {
    private final CxoneAuthPool pool;
    private final RunningServer server;
    private final Tenancy tenancy;
    private final CxoneAuth auth;
    private final Deque<Base> begun = new ArrayDeque<>();
    private boolean ended;

    /**
     * What was set up on a lease at one moment, for tests to begin with, on the same server or on another. It stays as
     * it is while a test is under way that began after it was taken. May be used by several threads.
     *
     * @since 0.1.0
     */
    public static final class Base {
        private final AuthorizationServer server;
        private final UserStubs stubs;

        private Base(AuthorizationServer server, UserStubs stubs) {
            this.server = server;
            this.stubs = stubs;
        }

        AuthorizationServer server() {
            return server;
        }

        UserStubs stubs() {
            return stubs;
        }
    }

    Lease(CxoneAuthPool pool, RunningServer server, Tenancy tenancy) {
        this.pool = pool;
        this.server = server;
        this.tenancy = tenancy;
        this.auth = new CxoneAuth(server, tenancy, CxoneAuth.Holder.BORROWER);
    }

    /** The handle; closing it has no effect. */
    public CxoneAuth auth() {
        return auth;
    }

    /** What is set up now. */
    public Base base() {
        return new Base(tenancy.current(), server.host().stubs());
    }

    void stub(UserStubs stubs) {
        server.host().use(stubs);
    }

    /**
     * Begins a test: from here on, what changes is undone by {@link #endTest}. Its exchanges begin anew. A test may
     * begin within another, and ends before it.
     *
     * @param configuration the test's own, which may add to that of the lease
     */
    public void beginTest(Configuration configuration) {
        beginTest(configuration, base());
    }

    /** Begins a test with what was set up elsewhere, instead of here. */
    public void beginTest(Configuration configuration, Base from) {
        begun.push(base());
        tenancy.replace(from.server().fork(configuration, server.parts()));
        stub(from.stubs());
    }

    /** Ends the test that began last, if there is one: restores what was set up before it. */
    public void endTest() {
        if (!begun.isEmpty()) {
            Base before = begun.pop();
            tenancy.replace(before.server());
            stub(before.stubs());
        }
    }

    /** Gives the server back: its clients are disconnected, its state is gone, the handle is closed. */
    @Override
    public void close() {
        if (!ended) {
            ended = true;
            auth.end();
            server.vacate();
            pool.takeBack(server);
        }
    }
}
