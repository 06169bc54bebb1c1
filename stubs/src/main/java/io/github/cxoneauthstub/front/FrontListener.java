package io.github.cxoneauthstub.front;

/**
 * Hears of every answer before its first byte leaves, so that a client which has its answer can rely on it being known.
 * Called on the thread of the client's connection, many at a time; what it throws goes to WireMock's notifier and
 * changes nothing for the client.
 *
 * @since 0.1.0
 */
public interface FrontListener {

    /**
     * The stub engine was asked, and this is what it will answer: once for each request that reached it, also when it
     * failed and the front answers in its place, and also when a fault will break the answer. Requests to WireMock's
     * own {@code /__admin} are not told. A delay that the answer asks for comes after this call.
     *
     * @param request the request, with whatever a filter attached to it
     * @param status the status to be sent; with a fault, the one that it spoils
     * @param matched whether a stub, a filter or the front itself answers; false when the engine found nothing
     */
    void answering(WireRequest request, int status, boolean matched);

    /**
     * The last of an answer that was told by {@link #answering} is about to leave: from now on the client may have it
     * whole. Not called when it never leaves, because the client has left.
     *
     * @param request the same request
     */
    void leaving(WireRequest request);

    /**
     * The front itself turns a request away, and no engine ever sees it.
     *
     * @param method the method as sent, or "" when the request line could not be read
     * @param target the request target as sent (it may hold secrets), or "" when the request line could not be read
     * @param status 400, 405, 408, 413, 414 or 431
     * @param reason why, in one sentence of ours that never quotes what was received; the client reads the same
     */
    void refused(String method, String target, int status, String reason);

    /**
     * A client that came in by TLS went in the middle of its hello; of later ones the {@link HandshakeListener} hears.
     *
     * @param why it did so
     */
    void notAgreed(Disagreement why);
}
