package io.github.cxoneauthstub.front;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;

/**
 * Cuts the bytes of one connection into requests with the codec of Apache HttpComponents Core. A request whose length
 * could be understood in two ways is refused, and every wait has an end.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.3">RFC 9112, section 6.3, message body length</a>
 */
final class RequestReader {

    /** The body comes in chunks. */
    private static final long CHUNKED = -1;

    private static final int TLS_HANDSHAKE = 0x16;
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Http1Config TRAILERS =
            Http1Config.custom().setMaxHeaderCount(-1).build();

    private final FrontLimits limits;
    private final ClientInput in;
    private final Lines lines;
    private final HeadReader heads;
    private boolean tls;

    RequestReader(Socket socket, FrontLimits limits) throws IOException {
        this.limits = limits;
        this.in = new ClientInput(socket);
        this.lines = new Lines(limits);
        this.heads = new HeadReader(lines, in, limits);
    }

    /** Waits for the first byte of the next request; false when the client has closed, or was silent for too long. */
    boolean awaitRequest() throws IOException {
        heads.forget();
        try {
            in.allow(limits.idle());
            boolean fresh = !lines.hasBufferedData();
            boolean arrived = lines.await(in);
            tls = fresh && in.latest() == TLS_HANDSHAKE;
            return arrived;
        } catch (SocketTimeoutException silent) {
            return false;
        }
    }

    /** The method of the request that is being read, or "" as long as its first line is not understood. */
    String method() {
        return heads.method();
    }

    /** The target of the request that is being read, or "" as long as its first line is not understood. */
    String target() {
        return heads.target();
    }

    Head head() throws IOException {
        in.allow(limits.patience());
        if (tls) {
            throw new Refused(400, "this port speaks plain HTTP, but the client began with TLS");
        }
        return heads.read();
    }

    /** The length that the head announces; to be asked before the client is invited to send its body. */
    long length(Head head) throws Refused {
        List<String> lengths = head.values("Content-Length");
        List<String> codings = head.values("Transfer-Encoding");
        if (lengths.size() + codings.size() > 1) {
            throw new Refused(400, "the length of the body is given more than once");
        }
        if (!codings.isEmpty()) {
            return chunked(head, codings.get(0));
        }
        return lengths.isEmpty() ? 0 : announced(lengths.get(0));
    }

    private static long chunked(Head head, String coding) throws Refused {
        if (!head.isHttp11() || !coding.equalsIgnoreCase("chunked")) {
            throw new Refused(400, "the only Transfer-Encoding understood is 'chunked', in HTTP/1.1");
        }
        return CHUNKED;
    }

    private long announced(String length) throws Refused {
        if (!LENGTH.matcher(length).matches()) {
            throw new Refused(400, "Content-Length is not a number of bytes");
        }
        long bytes = Long.parseLong(length);
        if (bytes > limits.body()) {
            throw tooLong();
        }
        return bytes;
    }

    /** True if the client waits to be asked for its body: it said so, and has sent nothing of it yet. */
    boolean awaitsInvitation(Head head, long length) {
        return head.invites() && length != 0 && !lines.hasBufferedData();
    }

    byte[] body(long length) throws IOException {
        in.allow(limits.patience());
        lines.begin(Lines.Part.CHUNKS);
        InputStream body = length == CHUNKED
                ? new ChunkedInputStream(lines, in, TRAILERS)
                : new ContentLengthInputStream(lines, in, length);
        try {
            byte[] bytes = body.readNBytes((int) Math.min(limits.body() + 1L, Integer.MAX_VALUE));
            if (bytes.length > limits.body()) {
                throw tooLong();
            }
            return bytes;
        } catch (MalformedChunkCodingException broken) {
            throw new Refused(400, "the chunks of the body are broken");
        }
    }

    private Refused tooLong() {
        return new Refused(413, "the body is longer than " + limits.body() + " bytes");
    }

    /**
     * Reads and forgets until the client leaves, within the patience: closing a socket with unread bytes resets it, and
     * the client might never see its answer.
     */
    void drain() throws IOException {
        in.allow(limits.patience());
        byte[] scratch = new byte[16 << 10];
        int count = 0;
        while (count >= 0) {
            count = in.read(scratch);
        }
    }
}
