package io.github.cxoneauthstub.front;

/**
 * Hears what becomes of one client that has begun a handshake; one call of either at most, on the thread of its
 * connection. None if the front itself ended it, or if the client left behind the handshake. What it throws ends the
 * connection.
 *
 * @since 0.1.0
 */
public interface HandshakeListener {
    /**
     * The client took what it was shown: the first byte of a request has come. The end of the handshake says less, for
     * some clients look at the certificate, or at the name in it, behind it only.
     */
    void accepted();

    /** The client went before it had asked anything. */
    void brokenOff(Disagreement why);
}
