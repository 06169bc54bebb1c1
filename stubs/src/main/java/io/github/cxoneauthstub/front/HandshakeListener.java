package io.github.cxoneauthstub.front;

/**
 * Hears what becomes of one client that has begun a handshake; one call of either, on the thread of its connection, or
 * none if the front itself ended it.
 *
 * @since 0.1.0
 */
public interface HandshakeListener {
    /** The client took what it was shown; its first request is not read yet. */
    void agreed();

    /** The client went before it had asked anything. */
    void brokenOff(Disagreement why);
}
