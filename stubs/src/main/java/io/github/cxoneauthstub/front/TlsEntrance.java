package io.github.cxoneauthstub.front;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.function.Supplier;
import javax.crypto.BadPaddingException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Clients come in by TLS.
 *
 * @param securing is asked for each client that has begun a handshake
 */
record TlsEntrance(Supplier<Securing> securing) implements Entrance {
    /** A client that offers HTTP/2 as well goes on with this; one that offers nothing else is refused by TLS. */
    private static final String[] PROTOCOLS = {"http/1.1"};

    @Override
    public Line open(Socket tcp, FrontLimits limits, Runnable begun) throws IOException {
        byte[] hello = ClientHello.read(tcp, limits);
        begun.run();
        Securing how = securing.get();
        SSLSocket socket =
                (SSLSocket) how.context().getSocketFactory().createSocket(tcp, new ByteArrayInputStream(hello), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(PROTOCOLS);
        socket.setSSLParameters(parameters);
        socket.setSoTimeout((int) limits.patience().toMillis());
        try {
            agree(socket, limits);
        } catch (NotAgreed failed) {
            throw failed.to(how.listener()::brokenOff);
        }
        return new Line(socket, tcp, how.listener()::accepted);
    }

    private static void agree(SSLSocket socket, FrontLimits limits) throws IOException {
        try {
            socket.startHandshake();
        } catch (SocketTimeoutException slow) {
            throw new NotAgreed(Disagreement.slowness(limits));
        } catch (SocketException reset) {
            throw new NotAgreed(Disagreement.LEFT);
        } catch (SSLException failed) {
            throw new NotAgreed(why(failed));
        }
    }

    /** The JDK's messages name the alert, and nothing that was sent. */
    static Disagreement why(SSLException failed) {
        String message = messages(failed);
        if (message.contains("certificate") || message.contains("unknown_ca") || isUnreadableAlert(failed)) {
            return Disagreement.DISTRUST;
        }
        if (message.contains("application layer protocol") || message.contains("no_application_protocol")) {
            return Disagreement.PROTOCOL;
        }
        if (message.contains("terminated the handshake")) {
            return Disagreement.LEFT;
        }
        return message.contains("alert") ? Disagreement.OTHER : Disagreement.NOTHING_IN_COMMON;
    }

    private static String messages(SSLException failed) {
        Throwable cause = failed.getCause();
        return (failed.getMessage() + " " + (cause == null ? "" : cause.getMessage())).toLowerCase(Locale.ROOT);
    }

    /**
     * OpenSSL sends the alert of an untrusted certificate in plain text, where TLS 1.3 has an encrypted one. JDK 25
     * reads it and says so in the cause; JDK 17 takes it for a record that it cannot decrypt.
     */
    private static boolean isUnreadableAlert(SSLException failed) {
        return failed.getCause() instanceof BadPaddingException
                || String.valueOf(failed.getMessage()).contains("AEAD");
    }
}
