package io.github.cxoneauthstub;

import com.github.tomakehurst.wiremock.junit.Stubbing;
import io.github.cxoneauthstub.RunningServer.Tenancy;
import io.github.cxoneauthstub.auth.AccessKeys;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.Exchanges;
import io.github.cxoneauthstub.auth.IssuedTokens;
import io.github.cxoneauthstub.auth.NextRequest;
import io.github.cxoneauthstub.auth.RegisteredClients;
import io.github.cxoneauthstub.auth.SigningKeys;
import io.github.cxoneauthstub.auth.SimulationView;
import io.github.cxoneauthstub.auth.VirtualClock;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.wiremock.Administration;
import io.github.cxoneauthstub.wiremock.Api;
import io.github.cxoneauthstub.wiremock.Listening;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A running CXone token endpoint with guarded resources behind it, on a free port of the loopback interface. It is
 * started for a test class by {@code @CxoneAuthStub}, or by hand, without any test framework:
 *
 * <pre>{@code
 * try (CxoneAuth auth = CxoneAuth.start()) {
 *     var client = new ReportingClient(auth.tokenUri(), auth.client().id(), auth.client().secret());
 *     ...
 * }
 * }</pre>
 *
 * <p>Its parts ({@link #clients()}, {@link #tokens()}, {@link #clock()}, {@link #exchanges()}) can be kept as long as
 * the handle is open; afterwards they show the last state and move nothing. Every method but {@link #close()} throws
 * {@link IllegalStateException} on a closed handle. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class CxoneAuth implements AutoCloseable {
    private final RunningServer server;
    private final SimulationView view;
    private final Api api;
    private final Stubbing stubbing;
    private final Tenancy tenancy;
    private final Holder holder;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** Who holds a handle, and so whether closing it stops the server. */
    enum Holder {
        /** Who started the server, and stops it. */
        STARTER,
        /** Who was lent it. */
        BORROWER
    }

    CxoneAuth(RunningServer server, Tenancy tenancy, Holder holder) {
        this.server = server;
        this.tenancy = tenancy;
        this.view = new SimulationView(
                tenancy::current, server.host().base().getAuthority(), server.host()::awaitHandshakes);
        this.api = new Api(view::add, server.parts().json());
        this.stubbing = server.host().stubbing(this::checkOpen);
        this.holder = holder;
    }

    /** Starts with {@link Configuration#defaults()}; the caller closes it. */
    public static CxoneAuth start() {
        return start(Configuration.defaults());
    }

    /**
     * Starts; the caller closes it.
     *
     * @throws IllegalStateException if WireMock does not start, for example because there are two on the class path
     */
    public static CxoneAuth start(Configuration configuration) {
        RunningServer server = Assembly.start(configuration);
        return new CxoneAuth(server, server.tenancy(), Holder.STARTER);
    }

    /**
     * Starts for clients beyond this process, who administrate it over HTTP; the caller closes it. This is what the
     * standalone server does.
     *
     * @param administration makes, of the handle, what answers administrative requests
     * @throws UncheckedIOException if it cannot listen there, for example because the port is in use
     * @throws IllegalStateException if WireMock does not start
     */
    public static CxoneAuth start(
            Configuration configuration, Listening listening, Function<CxoneAuth, Administration> administration) {
        // requests are answered before the handle is there for them
        CompletableFuture<Administration> answering = new CompletableFuture<>();
        RunningServer server = Assembly.start(
                configuration, listening, request -> answering.join().answer(request));
        CxoneAuth auth = new CxoneAuth(server, server.tenancy(), Holder.STARTER);
        try {
            answering.complete(administration.apply(auth));
            if (listening.httpsPort().isPresent()) {
                auth.https();
            }
        } catch (RuntimeException | Error e) {
            answering.completeExceptionally(e);
            auth.close();
            throw e;
        }
        return auth;
    }

    /** Where tokens are asked for, in the default dialect. */
    public URI tokenUri() {
        return baseUri().resolve(open().configuration().tokenPath());
    }

    /** The base of the guarded resources, without a slash at the end; the same as {@link #baseUri()}. */
    public URI apiUri() {
        return baseUri();
    }

    /**
     * The base of the guarded resources of one tenant, where the tokens of other tenants are refused; with one tenant
     * only, the same as {@link #apiUri()}. It is the {@code api_endpoint} of {@code cxone-configuration}.
     *
     * @throws IllegalArgumentException if there is no tenant of that id
     */
    public URI apiUri(String tenantId) {
        return URI.create(baseUri() + open().pathOfTenant(tenantId));
    }

    /**
     * The base URL of the server, {@code http://127.0.0.1:port}, and the issuer of its tokens unless it is known by a
     * public URL.
     */
    public URI baseUri() {
        open();
        return server.host().base();
    }

    /**
     * The same server over HTTPS, which it speaks from the first call on. The first call of a JVM makes an authority,
     * which takes some 350 ms.
     */
    public Https https() {
        SimulationView now = open();
        return new Https(
                server.host().secureBase(Assembly.tls()),
                now.configuration().tokenPath(),
                now.keySetPath(),
                Assembly.tls().trust());
    }

    /** The key set with which its tokens are verified (RFC 7517). */
    public URI jwksUri() {
        return baseUri().resolve(open().keySetPath());
    }

    /** What it was started with. */
    public Configuration configuration() {
        return open().configuration();
    }

    /**
     * The first client of its configuration, as it is registered now.
     *
     * @throws IllegalStateException if the configuration has none
     */
    public Client client() {
        String first = configuration().clients().stream()
                .map(Client::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the configuration has no client: name one in it, or"
                        + " register one with auth.clients().register(...) and take it from there"));
        return clients().get(first);
    }

    /** The registered clients: disable, rotate, withdraw. */
    public RegisteredClients clients() {
        return open().clients();
    }

    /**
     * The first access key of its configuration, as it is now: the user of the password grant.
     *
     * @throws IllegalStateException if the configuration has none
     */
    public AccessKey accessKey() {
        String first = configuration().accessKeys().stream()
                .map(AccessKey::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the configuration has no access key: name one in it, or"
                        + " leave accessKeys out of it for the one that is there by default"));
        return accessKeys().get(first);
    }

    /** The access keys: activate, deactivate, rotate. */
    public AccessKeys accessKeys() {
        return open().accessKeys();
    }

    /** The tokens: make without a request, revoke. */
    public IssuedTokens tokens() {
        return open().tokens();
    }

    /** The keys that sign the tokens: rotate. */
    public SigningKeys keys() {
        return open().keys();
    }

    /** The clock of everything: move it instead of waiting. */
    public VirtualClock clock() {
        return open().clock();
    }

    /**
     * What happened on the wire, and why. A client over HTTPS knows that its handshake failed before the server does:
     * whoever reads waits for handshakes under way until a second after they began.
     */
    public Exchanges exchanges() {
        return open().exchanges();
    }

    /** What the next request will meet. */
    public NextRequest next() {
        return open().next();
    }

    /**
     * Says that refusals for these reasons are meant to happen in this test, however often, with what such a request
     * shows by itself. A strict test fails for every other one; an assertion is no expectation.
     *
     * <pre>{@code
     * auth.expect(Reason.TOKEN_REVOKED);
     * }</pre>
     */
    public void expect(Reason first, Reason... more) {
        SimulationView simulation = open();
        simulation.expect(first);
        Stream.of(more).forEach(simulation::expect);
    }

    /**
     * Says that these mistakes are meant to be made in this test, however often, and to be refused for a reason that
     * they explain.
     */
    public void expect(Mistake first, Mistake... more) {
        SimulationView simulation = open();
        simulation.expect(first);
        Stream.of(more).forEach(simulation::expect);
    }

    /** The guarded resources. */
    public Api api() {
        open();
        return api;
    }

    /**
     * WireMock itself, for what this library does not know: stubs at paths of their own, unguarded unless
     * {@link Api#guards} says otherwise, and verification of the last 200 requests. Its stubs come from the test only,
     * and its own failure messages quote requests in full.
     */
    public Stubbing wireMock() {
        open();
        return stubbing;
    }

    /**
     * Goes back to the configuration that it was started with: clients, tokens, clock, resources, mishaps, exchanges.
     * The signing keys and the stubs of {@link #wireMock()} stay. A token of before is refused from now on.
     *
     * @throws IllegalStateException if a test framework handed it out: there each test begins anew by itself
     */
    public void reset() {
        checkOpen();
        if (holder != Holder.STARTER) {
            throw new IllegalStateException("this CxoneAuth was lent to a test and cannot be reset: each test method"
                    + " begins anew by itself, with what its class prepared");
        }
        server.restart(tenancy);
    }

    private SimulationView open() {
        checkOpen();
        return view;
    }

    private void checkOpen() {
        if (ended.get()) {
            throw new IllegalStateException("this CxoneAuth is closed: "
                    + (holder == Holder.STARTER
                            ? "close() was called; start another one with CxoneAuth.start()"
                            : "the test or the class that it was handed to has ended; take it anew where it is used, as"
                                    + " a parameter of the test method"));
        }
    }

    /** Ends the handle, whoever lent it. */
    void end() {
        ended.set(true);
    }

    /** Stops a server that was started by hand; a handle that a test framework handed out stays open. */
    @Override
    public void close() {
        if (holder == Holder.STARTER && !ended.getAndSet(true)) {
            server.close();
        }
    }

    /** The address and the default dialect. */
    @Override
    public String toString() {
        return "CxoneAuth[" + server.host().base()
                + (ended.get() ? ", closed]" : ", " + view.configuration().profile() + "]");
    }
}
