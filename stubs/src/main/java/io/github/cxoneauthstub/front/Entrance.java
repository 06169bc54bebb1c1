package io.github.cxoneauthstub.front;

import java.io.IOException;
import java.net.Socket;

/** How clients come in by one port. */
@FunctionalInterface
interface Entrance {
    /** Nothing is to be agreed. */
    Entrance PLAIN = (tcp, limits, begun) -> Line.plain(tcp);

    /**
     * Agrees with a client on how to speak; on the client's own thread.
     *
     * @param begun is run once the client has begun what may come to nothing
     * @throws Refused if the client is to be told over TCP why it cannot come in
     * @throws NotAgreed if it was begun and came to nothing
     * @throws IOException if the client left without a word
     */
    Line open(Socket tcp, FrontLimits limits, Runnable begun) throws IOException;
}
