package io.github.cxoneauthstub.front;

import java.io.IOException;
import java.net.SocketTimeoutException;

/** The requests of one client: they come in one after the other, each is put to the engine, each gets its answer. */
final class Conversation {

    private final Engine engine;
    private final Line line;
    private final RequestReader reader;
    private final ResponseWriter writer;

    Conversation(Engine engine, Line line, Delay delay) throws IOException {
        this.engine = engine;
        this.line = line;
        this.reader = new RequestReader(line.socket(), engine.limits());
        this.writer = new ResponseWriter(line, engine.options().getChunkedEncodingPolicy(), delay);
    }

    /** Goes on until the client leaves, breaks the rules or falls silent. */
    void hold() throws IOException {
        boolean more = reader.awaitRequest();
        if (more) {
            line.accepted().run();
        }
        while (more) {
            more = exchange() && reader.awaitRequest();
        }
        hangUp();
    }

    /** Says why the client is not listened to. */
    void turnAway(Refused refused) throws IOException {
        refuse(refused.status(), refused.reason());
        hangUp();
    }

    private boolean exchange() throws IOException {
        WireRequest request;
        try {
            Head head = reader.head();
            long length = reader.length(head);
            if (reader.awaitsInvitation(head, length)) {
                writer.invite();
            }
            request = new WireRequest(head, reader.body(length), line);
        } catch (Refused refused) {
            return refuse(refused.status(), refused.reason());
        } catch (SocketTimeoutException slow) {
            long patience = engine.limits().patience().toMillis();
            return refuse(408, "the request did not arrive within " + patience + " ms");
        } catch (RuntimeException undeclared) { // not known of the codec, but its message would quote the request
            engine.options().notifier().error("a request could not be read", Trace.of(undeclared));
            return refuse(400, "the request could not be read");
        }
        return new Answering(engine, writer, request).answer();
    }

    private boolean refuse(int status, String reason) throws IOException {
        engine.listener().refused(reader.method(), reader.target(), status, reason);
        writer.say(reader.method(), status, reason);
        return false;
    }

    private void hangUp() throws IOException {
        if (!line.socket().isClosed()) {
            line.socket().shutdownOutput();
            reader.drain();
        }
    }
}
