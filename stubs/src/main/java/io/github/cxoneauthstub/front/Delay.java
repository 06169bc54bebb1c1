package io.github.cxoneauthstub.front;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The waits of one connection: real time, but all over at once when the connection is closed. */
final class Delay {

    private final CountDownLatch over = new CountDownLatch(1);

    void end() {
        over.countDown();
    }

    void await(long millis) throws IOException {
        try {
            if (over.await(millis, TimeUnit.MILLISECONDS)) {
                throw new SocketException("closed during a delay");
            }
        } catch (InterruptedException serverStopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped during a delay");
        }
    }
}
