package io.github.cxoneauthstub.front;

import com.github.tomakehurst.wiremock.common.LocalNotifier;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One client, from the time it has connected until it leaves or is closed. Served by one thread; closed by any. */
final class Connection {

    private final Engine engine;
    private final Socket tcp;
    private final Entrance entrance;
    private final Delay delay = new Delay();
    private final CountDownLatch agreed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile long agreeingSince;
    private volatile @Nullable Thread server;
    private volatile boolean closedHere;

    Connection(Engine engine, Socket tcp, Entrance entrance) throws IOException {
        this.engine = engine;
        this.tcp = tcp;
        this.entrance = entrance;
        tcp.setTcpNoDelay(true);
    }

    /** Serves until the client leaves, breaks the rules or falls silent, or until the connection is closed here. */
    void serve() {
        server = Thread.currentThread();
        LocalNotifier.set(engine.options().notifier());
        try (tcp) {
            talk();
        } catch (IOException clientLeftOrClosed) {
            return;
        } catch (RuntimeException ours) {
            engine.options().notifier().error("a client could not be served", Trace.of(ours));
        } finally {
            ended.countDown();
        }
    }

    private void talk() throws IOException {
        Optional<Line> agreedOn = agree();
        if (agreedOn.isPresent()) {
            try (Line line = agreedOn.get()) {
                new Conversation(engine, line, delay).hold();
            }
        }
    }

    /** How both speak from now on; empty if the client was turned away, or went. */
    private Optional<Line> agree() throws IOException {
        try {
            return Optional.of(entrance.open(tcp, engine.limits(), () -> agreeingSince = System.nanoTime()));
        } catch (Refused refused) {
            new Conversation(engine, Line.plain(tcp), delay).turnAway(refused);
            return Optional.empty();
        } catch (NotAgreed failed) {
            if (!closedHere) {
                failed.told().orElse(engine.listener()::notAgreed).accept(failed.why());
            }
            return Optional.empty();
        } finally {
            agreed.countDown();
        }
    }

    /**
     * Ends whatever the client and its thread are waiting for. To close TLS would wait too: for a write that waits for
     * the client.
     */
    void close() {
        closedHere = true;
        delay.end();
        try {
            tcp.close();
        } catch (IOException alreadyBroken) {
            return;
        }
    }

    /** Waits until the connection is served no more; not upon itself, and not when it was never served. */
    void awaitEnd(long deadlineNanos) {
        Thread serving = server;
        if (serving != null && !serving.equals(Thread.currentThread())) {
            await(ended, deadlineNanos);
        }
    }

    /** Waits until it is known what became of a handshake, for a while from when the client began it, if it has. */
    void awaitHandshake(long whileNanos) {
        long since = agreeingSince;
        if (since != 0) {
            await(agreed, since + whileNanos);
        }
    }

    private static void await(CountDownLatch latch, long deadlineNanos) {
        try {
            latch.await(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
