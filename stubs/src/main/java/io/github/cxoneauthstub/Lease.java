package io.github.cxoneauthstub;

import io.github.cxoneauthstub.RunningServer.Tenancy;
import io.github.cxoneauthstub.auth.AuthorizationServer;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.wiremock.UserStubs;
import java.util.Optional;

/**
 * A pooled server in the hands of one test class, or of one test. For those who integrate a test framework; users of
 * JUnit have {@code @CxoneAuthStub}. What is set up before {@link #beginTest} is the base that {@link #endTest}
 * restores. Used by one thread at a time.
 *
 * @since 0.1.0
 */
public final class Lease implements AutoCloseable {
    private final CxoneAuthPool pool;
    private final RunningServer server;
    private final Tenancy tenancy;
    private final CxoneAuth auth;
    private Optional<Base> base = Optional.empty();
    private boolean ended;

    private record Base(AuthorizationServer server, UserStubs stubs) {}

    Lease(CxoneAuthPool pool, RunningServer server, Tenancy tenancy) {
        this.pool = pool;
        this.server = server;
        this.tenancy = tenancy;
        this.auth = new CxoneAuth(server, tenancy, () -> {});
    }

    /** The handle; closing it has no effect. */
    public CxoneAuth auth() {
        return auth;
    }

    AuthorizationServer state() {
        return tenancy.current();
    }

    UserStubs stubs() {
        return server.host().stubs();
    }

    void stub(UserStubs stubs) {
        server.host().use(stubs);
    }

    /**
     * Begins a test: from here on, what changes is undone by {@link #endTest}. Its exchanges begin anew.
     *
     * @param configuration the test's own, which may add to that of the lease
     * @throws IllegalStateException if a test has begun and not ended
     */
    public void beginTest(Configuration configuration) {
        if (base.isPresent()) {
            throw new IllegalStateException("a test of this lease is under way: end it before the next one begins");
        }
        AuthorizationServer now = tenancy.current();
        base = Optional.of(new Base(now, stubs()));
        tenancy.replace(now.fork(configuration, server.parts()));
    }

    /** Ends a test, if one has begun: restores what was set up before it. */
    public void endTest() {
        base.ifPresent(before -> {
            tenancy.replace(before.server());
            stub(before.stubs());
        });
        base = Optional.empty();
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
