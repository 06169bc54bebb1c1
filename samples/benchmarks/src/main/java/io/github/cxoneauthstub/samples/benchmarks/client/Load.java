package io.github.cxoneauthstub.samples.benchmarks.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Closed-loop load on one server: as many requests under way as there are connections. */
final class Load {
    private final int port;
    private final List<Call> calls;
    private final Limit limit;
    private final AtomicLong begun = new AtomicLong();

    /** When it ends: after a time, or after a number of requests. */
    record Limit(long nanos, long requests) {
        static Limit of(String text) {
            return text.endsWith("ms")
                    ? new Limit(
                            TimeUnit.MILLISECONDS.toNanos(Long.parseLong(text.substring(0, text.length() - 2))),
                            Long.MAX_VALUE)
                    : new Limit(TimeUnit.MINUTES.toNanos(10), Long.parseLong(text));
        }
    }

    Load(int port, List<Call> calls, Limit limit) {
        this.port = port;
        this.calls = calls;
        this.limit = limit;
    }

    Latencies run(int connections) throws InterruptedException {
        List<Worker> workers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            Worker worker = new Worker(begin + limit.nanos());
            workers.add(worker);
            threads.add(new Thread(worker));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        long spent = System.nanoTime() - begin;
        return Latencies.of(workers.stream().map(worker -> worker.taken).toList(), spent, wrong(workers));
    }

    private static long wrong(List<Worker> workers) {
        return workers.stream().mapToLong(worker -> worker.wrong).sum();
    }

    /** One connection, made anew when the server closes it. */
    private final class Worker implements Runnable {
        private final long deadline;
        private final LongList taken = new LongList();
        private long wrong;

        Worker(long deadline) {
            this.deadline = deadline;
        }

        @Override
        public void run() {
            while (more()) {
                try (Connection connection = new Connection(port)) {
                    while (!connection.isOver() && more()) {
                        ask(connection);
                    }
                } catch (IOException e) {
                    wrong++;
                }
            }
        }

        private boolean more() {
            return begun.get() < limit.requests() && System.nanoTime() < deadline && wrong < 100;
        }

        private void ask(Connection connection) throws IOException {
            Call call = calls.get((int) (begun.getAndIncrement() % calls.size()));
            long before = System.nanoTime();
            boolean well = call.goesWellOver(connection);
            taken.add(System.nanoTime() - before);
            wrong += well ? 0 : 1;
        }
    }
}
