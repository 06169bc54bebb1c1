package io.github.cxoneauthstub.front;

import com.github.tomakehurst.wiremock.common.RequestCache;
import com.github.tomakehurst.wiremock.http.HttpResponder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer: puts the request to WireMock's engine, tells the listener, writes what the engine made of
 * it. If the engine fails, answers with one sentence in its place.
 */
final class Answering implements HttpResponder {

    private final Engine engine;
    private final ResponseWriter writer;
    private final WireRequest request;
    private final boolean admin;
    private boolean begun;
    private boolean keep;
    private @Nullable IOException left;

    Answering(Engine engine, ResponseWriter writer, WireRequest request) {
        this.engine = engine;
        this.writer = writer;
        this.request = request;
        this.admin = engine.administration().takes(request.getUrl());
    }

    /**
     * Does it all.
     *
     * @return false if the connection is to be closed
     * @throws IOException if the client has left, or the server was stopped
     */
    @SuppressWarnings("CatchingUnchecked") // WireMock throws checked exceptions that it does not declare
    boolean answer() throws IOException {
        try {
            (admin ? engine.admin() : engine.stubs()).handle(request, this, null);
            if (!begun) {
                throw new IllegalStateException("the engine made no answer");
            }
        } catch (Exception | Error e) {
            engine.options().notifier().error("no answer to " + request.head().method() + " " + path(), Trace.of(e));
            failed(e);
        } finally {
            RequestCache.onRequestEnd(); // WireMock forgets it when it fails, and the thread has more requests to serve
        }
        if (left != null) {
            throw left;
        }
        return keep;
    }

    /** Called by the engine, which must not be disturbed by a client that has left: it goes on to its journal. */
    @Override
    public void respond(Request same, Response made, Map<String, Object> attributes) {
        Response response = made.wasConfigured() ? made : NotMatched.response(attributes);
        byte[] body = response.getBody();
        tell(response.getStatus(), made.wasConfigured());
        try {
            keep = writer.write(request.head(), response, body == null ? new byte[0] : body, this::leaving);
        } catch (IOException e) {
            left = e;
        }
    }

    private void failed(Throwable e) throws IOException {
        if (begun) {
            return; // after the answer was sent: a listener of the user, which the client need not know of
        }
        boolean unreadable = e instanceof IllegalArgumentException; // a charset or an escape that WireMock cannot read
        int status = unreadable ? 400 : 500;
        tell(status, true);
        writer.say(
                request.head().method(),
                status,
                unreadable ? "WireMock cannot read this request" : "a stub or an extension of this server failed");
    }

    private void tell(int status, boolean matched) {
        begun = true;
        if (!admin) {
            engine.listener().answering(request, status, matched);
        }
    }

    private void leaving() {
        if (!admin) {
            engine.listener().leaving(request);
        }
    }

    /** For the log: never with the query, for that may hold a secret. */
    private String path() {
        return request.getUrl().replaceFirst("\\?.*", "");
    }
}
