package io.github.cxoneauthstub.samples.quickstart;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs one call in many threads at the same moment. */
final class Parallel {
    private Parallel() {}

    /** Returns when all calls have returned; throws what the first that failed threw. */
    static void inParallel(int threads, Callable<?> call) {
        CyclicBarrier together = new CyclicBarrier(threads);
        Callable<Object> started = () -> {
            together.await();
            return call.call();
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Object>> calls = pool.invokeAll(Collections.nCopies(threads, started));
            for (Future<Object> done : calls) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("a call failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
