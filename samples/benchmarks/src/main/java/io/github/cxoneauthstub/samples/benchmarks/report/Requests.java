package io.github.cxoneauthstub.samples.benchmarks.report;

import io.github.cxoneauthstub.samples.benchmarks.client.TokenRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files with one request each, for the client that puts load on a server; their names begin with the status. */
final class Requests {
    static final String ME = "/api/v2/users/me";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    private final Path directory;
    private final String path;
    private final int port;

    /** Writes one request for one server. */
    interface Maker {
        Path write(Bench bench, Contestants contestant, String path, int port) throws IOException;
    }

    Requests(Path directory, String path, int port) {
        this.directory = directory;
        this.path = path;
        this.port = port;
    }

    static Path token(Bench bench, Contestants contestant, String path, int port) throws IOException {
        return new Requests(bench.scratch(), path, port).write(200, contestant.id(), TokenRequest.bytes(path, port));
    }

    static Path json(Bench bench, Contestants contestant, String path, int port) throws IOException {
        return new Requests(bench.scratch(), path, port).json(contestant.id() + "-json");
    }

    Path json(String name) throws IOException {
        String body = """
                {"grant_type":"client_credentials","client_id":"reporting","client_secret":"benchmark-secret"}""";
        return write(401, name, TokenRequest.post(path, port, "Content-Type: application/json\r\n", body));
    }

    Path good() throws IOException {
        return write(200, "token", TokenRequest.bytes(path, port));
    }

    Path form(int status, String name, String body) throws IOException {
        return write(status, name, TokenRequest.post(path, port, FORM, body));
    }

    Path get(int status, String name, String target, String headers) throws IOException {
        return write(status, name, TokenRequest.get(target, port, headers));
    }

    Path write(int status, String name, byte[] request) throws IOException {
        return Files.write(directory.resolve(status + "-" + name + "-" + port), request);
    }
}
