package io.github.cxoneauthstub.front;

import java.io.IOException;
import java.net.Socket;

/** How clients come in by one port. */
@FunctionalInterface
interface Entrance {
    /** Nothing is to be agreed. */
    Entrance PLAIN = (tcp, limits) -> Line.plain(tcp);

    /**
     * Agrees with a client on how to speak; on the client's own thread.
     *
     * @throws Refused if the client is to be told over TCP why it cannot come in
     * @throws NotAgreed if it was begun and came to nothing
     * @throws IOException if the client left without a word
     */
    Line open(Socket tcp, FrontLimits limits) throws IOException;
}
