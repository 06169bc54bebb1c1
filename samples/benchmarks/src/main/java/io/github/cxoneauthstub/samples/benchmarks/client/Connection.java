package io.github.cxoneauthstub.samples.benchmarks.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** One connection that is kept open: sends bytes, reads the answer. It knows as much of HTTP as that takes. */
public final class Connection implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int PATIENCE = 20_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[16 << 10];
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(2048);
    private int at;
    private int end;
    private boolean over;

    /** Connects on the loopback interface. */
    public Connection(int port) throws IOException {
        this.socket = new Socket(InetAddress.getByAddress(LOOPBACK), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** Returns the status; the body is read too. */
    public int exchange(byte[] request) throws IOException {
        out.write(request);
        String first = line();
        int length = -1;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = true;
            } else if (lower.startsWith("connection:")) {
                over = lower.endsWith("close");
            }
        }
        body.reset();
        if (chunked) {
            chunks();
        } else {
            take(Math.max(0, length));
        }
        return Integer.parseInt(first.substring(9, 12));
    }

    /** The body of the latest answer. */
    public String body() {
        return body.toString(ISO_8859_1);
    }

    /** Whether the server said that it closes the connection. */
    public boolean isOver() {
        return over;
    }

    private void chunks() throws IOException {
        int size = Integer.parseInt(line(), 16);
        while (size > 0) {
            take(size);
            line();
            size = Integer.parseInt(line(), 16);
        }
        line();
    }

    private void take(int length) throws IOException {
        int left = length;
        while (left > 0) {
            fill();
            int piece = Math.min(left, end - at);
            body.write(buffer, at, piece);
            at += piece;
            left -= piece;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (true) {
            fill();
            char c = (char) (buffer[at++] & 0xff);
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append(c);
            }
        }
    }

    private void fill() throws IOException {
        if (at == end) {
            at = 0;
            end = in.read(buffer);
            if (end < 0) {
                end = 0;
                throw new EOFException("the server closed the connection");
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
