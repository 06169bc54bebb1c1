package io.github.cxoneauthstub.front;

import com.github.tomakehurst.wiremock.common.LocalNotifier;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One client: its requests come in one after the other, each is put to the engine, each gets its answer. Served by one
 * thread; closed by any.
 */
final class Connection {

    private final Engine engine;
    private final Line line;
    private final Socket socket;
    private final Delay delay = new Delay();
    private final RequestReader reader;
    private final ResponseWriter writer;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Thread server;

    Connection(Engine engine, Line line) throws IOException {
        this.engine = engine;
        this.line = line;
        this.socket = line.socket();
        socket.setTcpNoDelay(true);
        this.reader = new RequestReader(socket, engine.limits());
        this.writer = new ResponseWriter(socket, engine.options().getChunkedEncodingPolicy(), delay);
    }

    /** Serves until the client leaves, breaks the rules or falls silent, or until the connection is closed here. */
    void serve() {
        server = Thread.currentThread();
        LocalNotifier.set(engine.options().notifier());
        try (socket) {
            boolean more = agrees();
            while (more) {
                more = reader.awaitRequest() && exchange();
            }
            hangUp();
        } catch (IOException clientLeftOrClosed) {
            return;
        } finally {
            ended.countDown();
        }
    }

    /** A client that breaks off is told of, unless it was made to. */
    private boolean agrees() throws IOException {
        Optional<String> why = line.agree(engine.limits().patience());
        why.filter(each -> !line.meantToFail()).ifPresent(engine.listener()::notAgreed);
        return why.isEmpty();
    }

    /** Ends whatever the client and its thread are waiting for. */
    void close() {
        delay.end();
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            return;
        }
    }

    /** Waits until the connection is served no more; not upon itself, and not when it was never served. */
    void awaitEnd(long deadlineNanos) {
        Thread serving = server;
        if (serving == null || serving.equals(Thread.currentThread())) {
            return;
        }
        try {
            ended.await(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        if (!socket.isClosed()) {
            socket.shutdownOutput();
            reader.drain();
        }
    }
}
