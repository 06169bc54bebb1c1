package io.github.cxoneauthstub.front;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server that carries WireMock's engine in place of its Jetty. It hands over what Jetty refuses or repairs
 * (broken form escapes, odd targets, header lines in their order), and refuses broken framing with a sentence instead
 * of a stack trace.
 *
 * <pre>{@code
 * Front front = new Front(FrontLimits.DEFAULT, listener, Front.Admin.NOT_SERVED);
 * new WireMockServer(options().httpServerFactory(front.factory()).stubRequestLoggingDisabled(true));
 * }</pre>
 *
 * <p>It speaks HTTP/1.1 and HTTP/1.0, one daemon thread for each client: a process that has nothing else to do must
 * wait by itself. There is TLS where {@link #secure} asks for it, no HTTP/2, no compression, no proxying for browsers;
 * request bodies are never decompressed. Of WireMock's {@code /__admin} the web pages are never served. Give each
 * WireMock server a front of its own. Safe for use by many threads.
 *
 * @since 0.1.0
 */
public final class Front {

    /** Whether WireMock's administration is served, which tells every request in clear and can stop the server. */
    public enum Admin {
        /** {@code /__admin} is WireMock's. */
        SERVED("/__admin(?:[/?].*)?"),
        /**
         * {@code /__admin/mappings} is WireMock's, without {@code /unmatched}, which asks the journal; what else is
         * below {@code /__admin} is a path like any other.
         */
        MAPPINGS_ONLY("/__admin/mappings(?!/unmatched)(?:[/?].*)?"),
        /** {@code /__admin} is a path like any other. */
        NOT_SERVED("(?!)");

        private final Pattern urls;

        Admin(String urls) {
            this.urls = Pattern.compile(urls);
        }

        /** Whether this URL is WireMock's. */
        boolean takes(String url) {
            return urls.matcher(url).matches();
        }
    }

    private final FrontLimits limits;
    private final FrontListener listener;
    private final Admin administration;
    private final List<FrontServer> servers = new CopyOnWriteArrayList<>();

    /**
     * A front that serves nothing until WireMock is started with its {@link #factory()}.
     *
     * @param limits what one client may cost
     * @param listener hears of every answer before its first byte leaves
     * @param administration whether {@code /__admin} is WireMock's
     */
    public Front(FrontLimits limits, FrontListener listener, Admin administration) {
        this.administration = Objects.requireNonNull(administration, "administration");
        this.limits = Objects.requireNonNull(limits, "limits");
        this.listener = new GuardedListener(Objects.requireNonNull(listener, "listener"));
    }

    /**
     * What {@code options().httpServerFactory(..)} takes. WireMock 4 gave the method of this interface one parameter
     * more than WireMock 3; a proxy takes both forms, so that one binary runs on both.
     *
     * @return a factory whose servers belong to this front
     */
    public HttpServerFactory factory() {
        return (HttpServerFactory) Proxy.newProxyInstance(
                Front.class.getClassLoader(), new Class<?>[] {HttpServerFactory.class}, this::called);
    }

    /**
     * Closes every client connection that is open now, also one that waits in a delay, and goes on listening. Returns
     * when they are closed and the requests among them that were in the engine have left it; for these it waits a
     * second at most.
     */
    public void disconnectClients() {
        servers.forEach(FrontServer::disconnectClients);
    }

    /**
     * Waits until the listeners of all handshakes that have begun know what became of them, each until a second after
     * it began: a client hears of a failure before the front does.
     */
    public void awaitHandshakes() {
        servers.forEach(FrontServer::awaitHandshakes);
    }

    /**
     * Lets clients come in by TLS too, at the address of the started server, until that stops. ALPN offers HTTP/1.1.
     *
     * @param port 0 for a free one
     * @param securing is asked for each client that has begun a handshake, on its own thread
     * @return the port
     * @throws UncheckedIOException if nobody can listen there
     * @throws IllegalStateException if no server runs on this front, or if it speaks TLS already
     */
    public int secure(int port, Supplier<Securing> securing) {
        return servers.stream()
                .filter(FrontServer::isRunning)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no server runs on this front: start WireMock first"))
                .secure(port, securing);
    }

    private @Nullable Object called(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        Object[] given = arguments == null ? new Object[0] : arguments;
        return switch (method.getName()) {
            case "buildHttpServer" ->
                server((Options) given[0], (AdminRequestHandler) given[1], (StubRequestHandler) given[2]);
            case "equals" -> proxy == given[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "Front.factory()";
            default -> throw new UnsupportedOperationException("HttpServerFactory." + method.getName());
        };
    }

    private HttpServer server(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        FrontServer server = new FrontServer(new Engine(options, admin, stubs, limits, listener, administration));
        servers.add(server);
        return server;
    }
}
