package io.github.cxoneauthstub.samples.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Load on warm servers that run beside each other, one at a time: the same client process, keep-alive, each connection
 * asks again as soon as it is answered.
 */
final class Throughput implements Section {
    private final String name;
    private final List<Subject> subjects;
    private final List<Integer> connections;

    /**
     * One server under one kind of request.
     *
     * @param title in the table
     * @param request makes the file with the request
     */
    private record Subject(String title, Contestants contestant, Requests.Maker request) {}

    /** A server that runs, and the request to send it. */
    private record Started(Subject subject, Child server, int port, Path request) {}

    private Throughput(String name, List<Integer> connections, List<Subject> subjects) {
        this.name = name;
        this.subjects = subjects;
        this.connections = connections;
    }

    /** Token requests, each of which is answered with a fresh RS256 token. */
    static Throughput ofTokens() {
        return new Throughput(
                "throughput",
                List.of(1, 8, 32),
                List.of(
                        new Subject(Contestants.CXONE.title(), Contestants.CXONE, Requests::token),
                        new Subject(Contestants.WIREMOCK_RS256.title(), Contestants.WIREMOCK_RS256, Requests::token),
                        new Subject(Contestants.MOCK_OAUTH2.title(), Contestants.MOCK_OAUTH2, Requests::token)));
    }

    /** Requests whose answers are not signed: what is left is HTTP, the engine, and the diagnosis. */
    static Throughput withoutSignature() {
        return new Throughput(
                "throughput-unsigned",
                List.of(1, 8, 32),
                List.of(
                        new Subject(
                                Contestants.CXONE.title() + ", a JSON body refused and explained",
                                Contestants.CXONE,
                                Requests::json),
                        new Subject(
                                Contestants.WIREMOCK_STATIC.title(), Contestants.WIREMOCK_STATIC, Requests::token)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String measure(Bench bench) throws IOException, InterruptedException {
        List<Started> started = new ArrayList<>();
        try (Child client = bench.launcher().start(bench.classPaths().none(), List.of(), "client.LoadClient")) {
            for (Subject subject : subjects) {
                started.add(start(bench, subject));
            }
            for (Started each : started) {
                load(client, each, 8, bench.scale().warmUpMillis);
            }
            Map<String, List<Facts>> found = new LinkedHashMap<>();
            for (int round = 0; round < bench.scale().loadRounds; round++) {
                for (int count : connections) {
                    for (Started each : started) {
                        found.computeIfAbsent(key(each.subject(), count), absent -> new ArrayList<>())
                                .add(load(client, each, count, bench.scale().loadMillis));
                    }
                }
            }
            return table(found);
        } finally {
            for (Started each : started) {
                each.server().close();
            }
        }
    }

    private static Started start(Bench bench, Subject subject) throws IOException {
        Child server = subject.contestant().start(bench, List.of(), "server.Serve");
        Facts facts = server.await("port");
        int port = (int) facts.number("port");
        return new Started(
                subject, server, port, subject.request().write(bench, subject.contestant(), facts.text("path"), port));
    }

    private static Facts load(Child client, Started server, int connections, int millis) throws IOException {
        Facts facts = client.ask(server.port() + " " + connections + " " + millis + "ms " + server.request(), "count");
        if (facts.number("wrong") > 0) {
            throw new IllegalStateException(
                    server.subject().title() + " did not answer as expected: " + facts.text("wrong") + " times");
        }
        return facts;
    }

    private String table(Map<String, List<Facts>> found) {
        Table table = new Table("connections", "server", "requests/s", "p50, ms", "p99, ms", "longest, ms");
        for (int count : connections) {
            for (Subject subject : subjects) {
                List<Facts> facts = found.getOrDefault(key(subject, count), List.of());
                table.row(
                        count,
                        subject.title(),
                        quartiles(facts, "perSecond"),
                        quartiles(facts, "p50"),
                        quartiles(facts, "p99"),
                        Quartiles.shown(facts.stream()
                                .mapToDouble(each -> each.number("max"))
                                .max()
                                .orElse(Double.NaN)));
            }
        }
        return table.toString();
    }

    private static String key(Subject subject, int connections) {
        return subject.title() + connections;
    }

    private static Quartiles quartiles(List<Facts> found, String fact) {
        return Quartiles.of(found.stream().map(facts -> facts.number(fact)).toList());
    }
}
