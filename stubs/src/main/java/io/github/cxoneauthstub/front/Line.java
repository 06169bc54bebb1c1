package io.github.cxoneauthstub.front;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/**
 * What a client and the front speak over: TCP, or TLS on it.
 *
 * @param socket what is read from and written to; to close it may wait for the client, if it is TLS
 * @param tcp what carries it; to close it ends all at once
 * @param accepted is run when the client has sent its first byte over it
 */
record Line(Socket socket, Socket tcp, Runnable accepted) implements Closeable {
    static Line plain(Socket tcp) {
        return new Line(tcp, tcp, () -> {});
    }

    /** {@code http} or {@code https}. */
    String scheme() {
        return socket instanceof SSLSocket ? "https" : "http";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
