package io.github.cxoneauthstub.front;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.impl.EnglishReasonPhraseCatalog;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers to one connection: whole and in one write, dribbled, or broken in the way that a stub asks for. It
 * adds what frames the answer and nothing else: no {@code Date}, no {@code Server}.
 */
final class ResponseWriter {

    private static final Set<String> FRAMING =
            Set.of("content-length", "transfer-encoding", "connection", "keep-alive");
    private static final String GARBAGE = "lskdu018973t09sylgasjkfg1][]'./.sdlv";
    private static final String ALLOWED = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, TRACE";
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n\\x00]+");

    private final Line line;
    private final OutputStream out;
    private final ChunkedEncodingPolicy policy;
    private final Delay delay;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream(1024);

    ResponseWriter(Line line, ChunkedEncodingPolicy policy, Delay delay) throws IOException {
        this.line = line;
        this.out = line.socket().getOutputStream();
        this.policy = policy;
        this.delay = delay;
    }

    /** Tells a client that waits for it to send its body. */
    void invite() throws IOException {
        text("HTTP/1.1 100 Continue\r\n\r\n");
        flush();
    }

    /** Answers in the front's own name, with one sentence; the connection is then to be closed. */
    void say(String method, int status, String sentence) throws IOException {
        byte[] body = (sentence + "\n").getBytes(UTF_8);
        text(statusLine(status, null));
        text(status == 405 ? "Allow: " + ALLOWED + "\r\n" : "");
        text("Content-Type: text/plain; charset=utf-8\r\nContent-Length: " + body.length);
        text("\r\nConnection: close\r\n\r\n");
        if (!method.equals("HEAD")) {
            pending.writeBytes(body);
        }
        flush();
    }

    /**
     * Writes the engine's response, after the delay that it asks for.
     *
     * @param leaving run before the last of it leaves
     * @return false if the connection is to be closed
     */
    boolean write(Head head, Response response, byte[] body, Runnable leaving) throws IOException {
        if (response.getInitialDelay() > 0) {
            delay.await(response.getInitialDelay());
        }
        if (response.getFault() != null) {
            leaving.run();
            breakBy(response.getFault());
            return false;
        }
        boolean bodiless = isBodiless(response.getStatus());
        boolean chunked = !bodiless && isChunked(head, response);
        boolean keep = head.keepsConnection() && response.getStatus() >= 200 && !asksToClose(response);
        text(statusLine(response.getStatus(), response.getStatusMessage()));
        headers(response);
        text(bodiless ? "" : chunked ? "Transfer-Encoding: chunked\r\n" : length(head, response, body));
        text(keep ? head.isHttp11() ? "\r\n" : "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
        if (!bodiless && !head.method().equals("HEAD")) {
            writeBody(response, body, chunked);
        }
        leaving.run();
        flush();
        return keep;
    }

    /** RFC 9112, section 6.3: these end with their head, whatever it says. */
    private static boolean isBodiless(int status) {
        return status < 200 || status == 204 || status == 304;
    }

    private boolean isChunked(Head head, Response response) {
        return head.isHttp11()
                && (policy == ChunkedEncodingPolicy.ALWAYS
                        || (policy == ChunkedEncodingPolicy.BODY_FILE && !response.hasInlineBody()));
    }

    private static boolean asksToClose(Response response) {
        HttpHeader connection = response.getHeaders().getHeader("Connection");
        return connection.isPresent() && connection.values().stream().anyMatch("close"::equalsIgnoreCase);
    }

    private void headers(Response response) throws IOException {
        for (HttpHeader header : response.getHeaders().all()) {
            if (!FRAMING.contains(header.key().toLowerCase(Locale.ROOT))) {
                for (String value : header.values()) {
                    text(oneLine(header.key()) + ": " + oneLine(value) + "\r\n");
                }
            }
        }
    }

    /** An answer to HEAD may declare the length of the body that a GET would get. */
    private static String length(Head head, Response response, byte[] body) {
        HttpHeader declared = response.getHeaders().getHeader("Content-Length");
        boolean believed = head.method().equals("HEAD") && declared.isPresent();
        return "Content-Length: " + (believed ? oneLine(declared.firstValue()) : "" + body.length) + "\r\n";
    }

    private void writeBody(Response response, byte[] body, boolean chunked) throws IOException {
        boolean dribble = response.shouldAddChunkedDribbleDelay() && body.length > 0;
        int wanted = dribble ? response.getChunkedDribbleDelay().getNumberOfChunks() : 1;
        int pieces = Math.max(1, Math.min(body.length, wanted));
        for (int i = 0; i < pieces && body.length > 0; i++) {
            if (dribble) {
                flush();
                delay.await(response.getChunkedDribbleDelay().getTotalDuration() / pieces);
            }
            int from = (int) ((long) body.length * i / pieces);
            int size = (int) ((long) body.length * (i + 1) / pieces) - from;
            text(chunked ? Integer.toHexString(size) + "\r\n" : "");
            pending.write(body, from, size);
            text(chunked ? "\r\n" : "");
        }
        text(chunked ? "0\r\n\r\n" : "");
    }

    private void breakBy(Fault fault) throws IOException {
        switch (fault) {
            case CONNECTION_RESET_BY_PEER -> line.tcp().setSoLinger(true, 0);
            case MALFORMED_RESPONSE_CHUNK ->
                text(statusLine(200, null) + "Transfer-Encoding: chunked\r\n\r\n" + GARBAGE);
            case RANDOM_DATA_THEN_CLOSE -> text(GARBAGE);
            case EMPTY_RESPONSE -> text("");
        }
        flush();
        // TLS would take its leave before a reset
        (fault == Fault.CONNECTION_RESET_BY_PEER ? line.tcp() : line.socket()).close();
    }

    private void flush() throws IOException {
        pending.writeTo(out);
        pending.reset();
    }

    private void text(String latin) {
        pending.writeBytes(latin.getBytes(ISO_8859_1));
    }

    private static String statusLine(int status, @Nullable String message) {
        return "HTTP/1.1 " + status + " " + (message != null ? oneLine(message) : reason(status)) + "\r\n";
    }

    private static String reason(int status) {
        boolean known = status >= 100 && status < 600;
        String reason = known ? EnglishReasonPhraseCatalog.INSTANCE.getReason(status, Locale.ROOT) : null;
        return reason == null ? "" : reason;
    }

    /** A template may put anything into a header: a line break there must not begin another header. */
    private static String oneLine(String text) {
        return LINE_BREAKS.matcher(text).replaceAll(" ");
    }
}
