package io.github.cxoneauthstub.samples.benchmarks.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process of its own: puts load on servers, one connection for each thread, the next request as soon as the last is
 * answered. It stays up between runs, so that all servers meet a warm client.
 */
final class LoadClient {
    private LoadClient() {}

    /**
     * Reads orders, one in each line, and prints a {@link Latencies} for each:
     *
     * <ul>
     *   <li>the port,
     *   <li>the number of connections,
     *   <li>how long: {@code 2500ms}, or a number of requests,
     *   <li>one or more files with a request each, sent in turn. The name begins with the status that is expected.
     * </ul>
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            List<String> order = List.of(line.split(" ", -1));
            List<Call> calls = new ArrayList<>();
            for (String file : order.subList(3, order.size())) {
                calls.add(Call.from(Path.of(file)));
            }
            Load load = new Load(Integer.parseInt(order.get(0)), calls, Load.Limit.of(order.get(2)));
            System.out.println(load.run(Integer.parseInt(order.get(1))));
        }
    }
}
