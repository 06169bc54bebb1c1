package io.github.cxoneauthstub.samples.benchmarks.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.cxoneauthstub.samples.benchmarks.client.SocketClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How large one server is after many requests of all kinds, the refused ones included. */
final class Memory implements Section {
    /** After how many tenths of all requests. */
    private static final Set<Integer> SHOWN = Set.of(1, 5, 10);

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String measure(Bench bench) throws IOException, InterruptedException {
        Table table = new Table(
                "after", "RSS, MB", "RSS with -Xmx64m, MB", "live heap with -Xmx64m, MB", "threads, clients connected");
        List<String> options = List.of("-Xmx64m");
        try (Child client = bench.launcher().start(bench.classPaths().none(), List.of(), "client.LoadClient");
                Child free = server(bench, List.of());
                Child bound = server(bench, options)) {
            Facts freePort = free.await("port");
            Facts boundPort = bound.await("port");
            mix(bench, freePort);
            mix(bench, boundPort);
            row(table, "the first token", free, bound);
            int tenth = bench.scale().memoryRequests / 10;
            for (int tenths = 1; tenths <= 10; tenths++) {
                // with a token of its own each time: the server knows the last ten thousand only
                load(client, mix(bench, freePort), tenth);
                load(client, mix(bench, boundPort), tenth);
                if (SHOWN.contains(tenths)) {
                    row(table, tenths * tenth + " requests", free, bound);
                }
            }
        }
        return table.toString();
    }

    private static Child server(Bench bench, List<String> options) throws IOException {
        return bench.launcher().start(bench.classPaths().of("guarded"), options, "server.Serve", "guarded");
    }

    /** Port, and the files of ten requests: three tokens, two resources, four refusals and a broken request. */
    private static String mix(Bench bench, Facts server) throws IOException {
        int port = (int) server.number("port");
        String path = server.text("path");
        Requests requests = new Requests(bench.scratch(), path, port);
        String answer = new SocketClient().token(URI.create("http://127.0.0.1:" + port + path));
        String token = answer.replaceFirst(".*\"access_token\" *: *\"", "").replaceFirst("\".*", "");
        List<Path> files = List.of(
                requests.good(),
                requests.get(200, "me", Requests.ME, "Authorization: Bearer " + token + "\r\n"),
                requests.form(401, "wrong", "grant_type=client_credentials&client_id=reporting&client_secret=other"),
                requests.good(),
                requests.get(401, "me-undefined", Requests.ME, "Authorization: Bearer undefined\r\n"),
                requests.json("json"),
                requests.good(),
                requests.get(200, "me", Requests.ME, "Authorization: Bearer " + token + "\r\n"),
                requests.get(404, "elsewhere", "/elsewhere", ""),
                requests.write(400, "broken", "POST\r\n\r\n".getBytes(ISO_8859_1)));
        return port + " 8 %d " + files.stream().map(Path::toString).collect(Collectors.joining(" "));
    }

    private static void load(Child client, String order, int count) throws IOException {
        Facts facts = client.ask(order.replace("%d", Integer.toString(count)), "count");
        if (facts.number("wrong") > 0) {
            throw new IllegalStateException("the stub did not answer as expected: " + facts.text("wrong") + " times");
        }
    }

    private static void row(Table table, String after, Child free, Child bound) throws IOException {
        double resident = resident(free);
        double boundResident = resident(bound);
        Facts size = bound.ask("size", "rss");
        table.row(
                after,
                Quartiles.shown(resident),
                Quartiles.shown(boundResident),
                Quartiles.shown(size.number("heap") / 1024),
                size.text("threads"));
    }

    /** Read from outside: asking the process would have it collect its garbage. */
    private static double resident(Child process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return !Files.exists(status)
                ? Double.NaN
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                        .findFirst()
                        .orElse(Double.NaN);
    }
}
