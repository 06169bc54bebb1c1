package io.github.cxoneauthstub.front;

/**
 * Hears what becomes of one client that has begun a handshake; one call of either, on the thread of its connection, or
 * none if the front itself ended it.
 *
 * @since 0.1.0
 */
public interface HandshakeListener {
    /**
     * The client took what it was shown: the first byte of a request has come. The end of the handshake says less, for
     * some (those of OpenSSL) look at the name in a certificate behind it only.
     */
    void accepted();

    /** The client went before it had asked anything. */
    void brokenOff(Disagreement why);
}
