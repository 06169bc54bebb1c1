package io.github.cxoneauthstub.front;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The bytes of one client. All reads together have one deadline, so that a slow drip of bytes ends too. */
final class ClientInput extends InputStream {

    private final Socket socket;
    private final InputStream in;
    private long deadline;
    private int latest = -1;

    ClientInput(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /** Begins a new deadline. */
    void allow(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("the client was too slow");
        }
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        int count = in.read(bytes, offset, length);
        latest = count > 0 ? bytes[offset] & 0xff : -1;
        return count;
    }

    /** The first byte of the latest read, or -1 if it brought none. */
    int latest() {
        return latest;
    }
}
