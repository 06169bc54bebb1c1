package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a handle shows of the simulation that is current at the moment of each call. Its parts stay the same objects
 * when the simulation is replaced by a fork, so that a client may keep the clock. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class SimulationView {
    private final Supplier<AuthorizationServer> server;
    private final RegisteredClients clients;
    private final AccessKeys accessKeys;
    private final IssuedTokens tokens;
    private final SigningKeys keys;
    private final VirtualClock clock;
    private final Exchanges exchanges;
    private final NextRequest next;

    /**
     * Shows what the supplier gives.
     *
     * @param server the server that is current; asked at each call
     * @param address host and port for reports
     */
    public SimulationView(Supplier<AuthorizationServer> server, String address) {
        this(server, address, () -> {});
    }

    /**
     * The same of a server some of whose exchanges come late.
     *
     * @param settled waits for those that are under way, a while at most; called before exchanges are read
     */
    public SimulationView(Supplier<AuthorizationServer> server, String address, Runnable settled) {
        this.server = server;
        this.clients = new RegisteredClients(() -> server.get().simulation());
        this.accessKeys = new AccessKeys(() -> server.get().simulation());
        this.tokens = new IssuedTokens(server);
        this.keys = new SigningKeys(() -> server.get().simulation());
        this.clock = new VirtualClock(() -> server.get().simulation().time());
        this.exchanges = new Exchanges(
                () -> {
                    settled.run();
                    return server.get();
                },
                address);
        this.next = new NextRequest(() -> server.get().simulation().script());
    }

    /** What it was started with. */
    public Configuration configuration() {
        return server.get().simulation().configuration();
    }

    /** Where the key set is served. */
    public String keySetPath() {
        return PublicDocument.KEYS.path();
    }

    /**
     * The path below which the resources of a tenant are; empty where there is one tenant only.
     *
     * @throws IllegalArgumentException if there is no tenant of that id
     */
    public String pathOfTenant(String tenantId) {
        Configuration configuration = configuration();
        Optional<String> id = Optional.of(tenantId);
        configuration.checkTenant(id);
        return TenantAddresses.of(configuration.tenantOrFirst(id), configuration, "");
    }

    /** The registered clients. */
    public RegisteredClients clients() {
        return clients;
    }

    /** The access keys. */
    public AccessKeys accessKeys() {
        return accessKeys;
    }

    /** The tokens. */
    public IssuedTokens tokens() {
        return tokens;
    }

    /** The signing keys. */
    public SigningKeys keys() {
        return keys;
    }

    /** The clock. */
    public VirtualClock clock() {
        return clock;
    }

    /** The exchanges. */
    public Exchanges exchanges() {
        return exchanges;
    }

    /** The next request's mishap. */
    public NextRequest next() {
        return next;
    }

    /** Says that refusals for this reason are meant to happen. */
    public void expect(Reason reason) {
        server.get().simulation().expectations().add(reason);
    }

    /** Says that this mistake is meant to be made. */
    public void expect(Mistake mistake) {
        server.get().simulation().expectations().add(mistake);
    }

    /**
     * Adds a guarded resource.
     *
     * @throws IllegalArgumentException if it would never be asked, because an endpoint has its path
     */
    public void add(Resource resource) {
        server.get().add(resource);
    }
}
