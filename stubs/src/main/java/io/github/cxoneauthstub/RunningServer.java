package io.github.cxoneauthstub;

import io.github.cxoneauthstub.auth.AuthorizationServer;
import io.github.cxoneauthstub.auth.AuthorizationServer.Parts;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.wiremock.UserStubs;
import io.github.cxoneauthstub.wiremock.WireMockHost;
import java.util.function.Function;

/**
 * A listening port with an engine behind it, which outlives those who hold it one after the other. What it answers is
 * the present holder's {@link Tenancy}. Safe for use by several threads.
 */
final class RunningServer implements AutoCloseable {
    private final WireMockHost host;
    private final Parts parts;
    private final Function<Configuration, AuthorizationServer> beginning;
    private volatile Tenancy tenancy;

    /**
     * @param beginning makes a server in its first state
     * @param first what the first holder's time begins with
     */
    RunningServer(
            WireMockHost host,
            Parts parts,
            Function<Configuration, AuthorizationServer> beginning,
            Configuration first) {
        this.host = host;
        this.parts = parts;
        this.beginning = beginning;
        this.tenancy = new Tenancy(beginning.apply(first));
    }

    /** The state that belongs to one holder; it stays with him when the server goes to the next. */
    static final class Tenancy {
        private volatile AuthorizationServer current;

        Tenancy(AuthorizationServer first) {
            this.current = first;
        }

        AuthorizationServer current() {
            return current;
        }

        void replace(AuthorizationServer next) {
            current = next;
        }
    }

    /** What answers at this moment. */
    AuthorizationServer current() {
        return tenancy.current();
    }

    /** The present holder's time. */
    Tenancy tenancy() {
        return tenancy;
    }

    WireMockHost host() {
        return host;
    }

    Parts parts() {
        return parts;
    }

    /** Begins the holder's time anew; the keys that sign his tokens stay. */
    void restart(Tenancy tenant) {
        tenant.replace(tenant.current().restarted(parts));
    }

    /** Begins a new holder's time. */
    Tenancy let(Configuration configuration) {
        return let(beginning.apply(configuration));
    }

    /** Begins a new holder's time with the state of another server. */
    Tenancy let(Configuration configuration, AuthorizationServer base) {
        return let(base.fork(configuration, parts));
    }

    private Tenancy let(AuthorizationServer first) {
        Tenancy next = new Tenancy(first);
        tenancy = next;
        return next;
    }

    /** Ends the holder's time: his clients are disconnected, his stubs are gone. */
    void vacate() {
        tenancy = new Tenancy(beginning.apply(Assembly.IDLE));
        host.disconnectClients();
        host.use(UserStubs.NONE);
    }

    @Override
    public void close() {
        host.close();
    }
}
