package io.github.cxoneauthstub.front;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * What a client and the front speak over: TCP, or TLS on it.
 *
 * @param socket what is read from and written to
 * @param begun whether the client has said anything yet
 * @param meantToFail whether the client ought to break off the handshake
 */
record Line(Socket socket, BooleanSupplier begun, boolean meantToFail) {
    /** A client that offers HTTP/2 as well goes on with this; one that offers nothing else is refused by TLS. */
    private static final String[] PROTOCOLS = {"http/1.1"};

    static Line plain(Socket tcp) {
        return new Line(tcp, () -> true, false);
    }

    static Line secure(Socket tcp, Securing securing) throws IOException {
        FirstByte first = new FirstByte(tcp.getInputStream());
        SSLSocket socket = (SSLSocket) securing.context().getSocketFactory().createSocket(tcp, first, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(PROTOCOLS);
        socket.setSSLParameters(parameters);
        return new Line(socket, first::hasArrived, securing.meantToFail());
    }

    /** {@code http} or {@code https}. */
    String scheme() {
        return socket instanceof SSLSocket ? "https" : "http";
    }

    /**
     * Agrees with the client, where that is needed.
     *
     * @return why they did not; empty if they did, or if the client left without a word
     */
    Optional<String> agree(Duration patience) throws IOException {
        if (!(socket instanceof SSLSocket secure)) {
            return Optional.empty();
        }
        secure.setSoTimeout((int) patience.toMillis());
        try {
            secure.startHandshake();
            return Optional.empty();
        } catch (SSLException failed) {
            // a probe of the port says nothing, and nothing is to be said of it
            if (!begun.getAsBoolean()) {
                throw failed;
            }
            return Optional.of(why(String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT)));
        }
    }

    /** The JDK's messages name the alert, and nothing that was sent. */
    private static String why(String message) {
        if (message.contains("certificate") || message.contains("unknown_ca")) {
            return "the client does not trust the certificate";
        }
        if (message.contains("unrecognized ssl message") || message.contains("plaintext")) {
            return "this port speaks TLS, but the client began with something else";
        }
        if (message.contains("application layer protocol") || message.contains("no_application_protocol")) {
            return "the client speaks no HTTP/1.1, and nothing else is spoken here";
        }
        return message.contains("terminated the handshake")
                ? "the client left in the middle of the handshake, as some do that do not trust the certificate"
                : "client and server could not agree on how to speak TLS";
    }
}
