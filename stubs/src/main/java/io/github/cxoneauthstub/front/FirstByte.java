package io.github.cxoneauthstub.front;

import java.io.IOException;
import java.io.InputStream;

/** The first byte of a client and no more; knows whether it came. */
final class FirstByte extends InputStream {
    private final InputStream in;
    private boolean asked;
    private volatile boolean arrived;

    FirstByte(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        if (asked) {
            return -1;
        }
        asked = true;
        int first = in.read();
        arrived = first >= 0;
        return first;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int first = read();
        if (first < 0) {
            return -1;
        }
        bytes[offset] = (byte) first;
        return 1;
    }

    /** Whether the client has said anything. */
    boolean hasArrived() {
        return arrived;
    }
}
