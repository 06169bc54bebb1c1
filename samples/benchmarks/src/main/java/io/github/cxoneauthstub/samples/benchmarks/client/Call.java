package io.github.cxoneauthstub.samples.benchmarks.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A request and the status that its answer must have. */
final class Call {
    private final int status;
    private final byte[] request;

    private Call(int status, byte[] request) {
        this.status = status;
        this.request = request;
    }

    static Call from(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        return new Call(Integer.parseInt(name.substring(0, 3)), Files.readAllBytes(file));
    }

    /** Asks over this connection; false if another status comes back. */
    boolean goesWellOver(Connection connection) throws IOException {
        return connection.exchange(request) == status;
    }
}
