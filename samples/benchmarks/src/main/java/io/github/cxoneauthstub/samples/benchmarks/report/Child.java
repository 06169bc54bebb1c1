package io.github.cxoneauthstub.samples.benchmarks.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process that prints facts, and takes orders. It ends when it is closed, and it is closed when this process ends.
 */
final class Child implements AutoCloseable {
    private final List<String> command;
    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;

    private final Path log;

    private Child(List<String> command, Path log) throws IOException {
        this.command = command;
        this.log = log;
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        this.in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
    }

    /** Starts JVMs, whose complaints go to one log. */
    record Launcher(Path log) {
        Child start(String classPath, List<String> options, String mainClass, String... arguments) throws IOException {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.addAll(List.of("-cp", classPath, "io.github.cxoneauthstub.samples.benchmarks." + mainClass));
            command.addAll(List.of(arguments));
            return new Child(command, log);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Orders something, and returns the next line that has this fact. */
    Facts ask(String order, String fact) throws IOException {
        in.write(order + "\n");
        in.flush();
        return await(fact);
    }

    /** The next line that begins with this fact; other lines are passed over. */
    Facts await(String fact) throws IOException {
        String line = inTime(() -> {
            String next = out.readLine();
            while (next != null && !next.startsWith(fact + "=")) {
                next = out.readLine();
            }
            return next == null ? "" : next;
        });
        if (line.isEmpty()) {
            throw failure("did not tell '" + fact + "'");
        }
        return new Facts(line);
    }

    /** All lines until its end that begin with this fact. */
    List<Facts> all(String fact) throws IOException {
        return inTime(() -> out.lines()
                .filter(line -> line.startsWith(fact + "="))
                .map(Facts::new)
                .toList());
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    /** A process that falls silent is ended, and so is the reading from it. */
    private <T> T inTime(Reading<T> reading) throws IOException {
        CompletableFuture<Void> watch = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(10, TimeUnit.MINUTES));
        try {
            return reading.read();
        } finally {
            watch.cancel(false);
        }
    }

    /** Waits for its end. */
    void join() throws IOException, InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw failure("failed");
        }
    }

    private IOException failure(String how) {
        return new IOException("a process " + how + "; " + log + " may say why. It was " + String.join(" ", command));
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        in.close();
        out.close();
    }
}
