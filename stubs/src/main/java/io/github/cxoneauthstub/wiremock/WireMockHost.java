package io.github.cxoneauthstub.wiremock;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit.Stubbing;
import io.github.cxoneauthstub.auth.AuthorizationServer;
import io.github.cxoneauthstub.auth.WrongCertificate;
import io.github.cxoneauthstub.front.Front;
import io.github.cxoneauthstub.front.Front.Admin;
import io.github.cxoneauthstub.front.FrontLimits;
import io.github.cxoneauthstub.front.Securing;
import io.github.cxoneauthstub.tls.TestTls;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One running WireMock, with the simulated server before its stubs. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class WireMockHost implements AutoCloseable {
    /** WireMock counts all entries of its journal at each request: more than this would be felt. */
    private static final int JOURNAL = 200;

    private final WireMockServer wireMock;
    private final Front front;
    private final Supplier<AuthorizationServer> server;
    private final Listening listening;
    private final URI base;
    private @Nullable URI secureBase;

    private WireMockHost(
            WireMockServer wireMock, Front front, Supplier<AuthorizationServer> server, Listening listening) {
        this.server = server;
        this.listening = listening;
        this.wireMock = wireMock;
        this.front = front;
        this.base = listening.url(wireMock.port());
    }

    /**
     * Starts on a free port of the loopback interface.
     *
     * @param server the simulated server that answers at the moment of each request
     * @throws IllegalStateException if it does not start; the message names a second WireMock if there is one
     */
    public static WireMockHost start(Supplier<AuthorizationServer> server) {
        Front front = new Front(FrontLimits.DEFAULT, new ExchangeListener(server), Admin.NOT_SERVED);
        WireMockConfiguration options = options(front, server, request -> Optional.empty(), Listening.DEFAULT)
                .maxRequestJournalEntries(JOURNAL);
        return start(options, front, server, Listening.DEFAULT);
    }

    /**
     * Starts for clients beyond this process: they administrate it over HTTP, by WireMock's stubs at
     * {@code /__admin/mappings} too. There is no request journal, which would show secrets to all of them.
     *
     * @param server the simulated server that answers at the moment of each request
     * @param administration is asked before the server
     * @throws UncheckedIOException if it cannot listen there, for example because the port is in use
     * @throws IllegalStateException if it does not start for another reason
     */
    public static WireMockHost start(
            Supplier<AuthorizationServer> server, Administration administration, Listening listening) {
        Front front = new Front(FrontLimits.DEFAULT, new ExchangeListener(server), Admin.MAPPINGS_ONLY);
        WireMockConfiguration options = options(front, server, administration, listening)
                .disableRequestJournal()
                .bindAddress(listening.address())
                .port(listening.port());
        return start(options, front, server, listening);
    }

    private static WireMockHost start(
            WireMockConfiguration options, Front front, Supplier<AuthorizationServer> server, Listening listening) {
        Optional<String> fault = WireMockCopies.fault();
        try {
            WireMockServer wireMock = new WireMockServer(options);
            wireMock.start();
            return new WireMockHost(wireMock, front, server, listening);
        } catch (RuntimeException | LinkageError e) {
            if (e.getCause() instanceof UncheckedIOException cannotListen) {
                throw cannotListen;
            }
            throw new IllegalStateException("WireMock does not start: " + fault.orElseGet(() -> String.valueOf(e)), e);
        }
    }

    private static WireMockConfiguration options(
            Front front, Supplier<AuthorizationServer> server, Administration administration, Listening listening) {
        WireMockConfiguration options = wireMockConfig();
        return options.withStores(BoundedJournal.stores(options.filesRoot()))
                .bindAddress(Listening.DEFAULT.address())
                .dynamicPort()
                .httpServerFactory(front.factory())
                .httpClientFactory(new LazyHttpClient.Factory())
                .notMatchedRendererFactory(extensions -> new GatewayNotFound(server))
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .stubRequestLoggingDisabled(true)
                .notifier(new SystemLoggerNotifier())
                .extensionScanningEnabled(false)
                .mappingSource(new NoMappingFiles())
                .extensions(new EndpointFilter(server, administration), new AdminOrigin(listening.origin()));
    }

    /** The base URL, without a slash at the end. */
    public URI base() {
        return base;
    }

    /**
     * The base URL over HTTPS, without a slash at the end; it is spoken from the first call on.
     *
     * @throws UncheckedIOException if it cannot listen there, for example because the port is in use
     */
    public synchronized URI secureBase(TestTls tls) {
        if (secureBase == null) {
            secureBase = listening.httpsUrl(front.secure(listening.httpsPort().orElse(0), () -> securing(tls)));
        }
        return secureBase;
    }

    /** The base URL of HTTPS, once it is spoken. */
    public synchronized Optional<URI> secureBase() {
        return Optional.ofNullable(secureBase);
    }

    private Securing securing(TestTls tls) {
        // the one of now: what becomes of the client is not told to a test that begins meanwhile
        AuthorizationServer now = server.get();
        Optional<WrongCertificate> wrong = now.nextCertificate();
        return new Securing(wrong.map(tls::server).orElseGet(tls::server), new Handshake(now, wrong));
    }

    /**
     * WireMock's own stubbing and verification.
     *
     * @param check is run before each call and throws once it may no longer be used
     */
    public Stubbing stubbing(Runnable check) {
        return BoundStubbing.of(wireMock, check);
    }

    /** The user's own stubs as they are now. */
    public UserStubs stubs() {
        return UserStubs.of(wireMock);
    }

    /** Replaces the user's own stubs, and forgets scenarios and recorded requests. */
    public void use(UserStubs stubs) {
        stubs.putBackInto(wireMock);
    }

    /** Waits until all handshakes that have begun are recorded, each until a second after it began. */
    public void awaitHandshakes() {
        front.awaitHandshakes();
    }

    /** Closes the connections of all clients and goes on listening. */
    public void disconnectClients() {
        front.disconnectClients();
    }

    /** Stops; the port is free afterwards. */
    @Override
    public void close() {
        wireMock.stop();
    }
}
