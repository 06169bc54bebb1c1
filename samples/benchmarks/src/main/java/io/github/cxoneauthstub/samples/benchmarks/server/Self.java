package io.github.cxoneauthstub.samples.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux knows of this process. */
final class Self {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Self() {}

    /** The resident set, or 0 where there is no {@code /proc}. */
    static long residentKilobytes() {
        return number("VmRSS:");
    }

    private static long number(String name) {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(name)) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException(STATUS + " does not tell " + name);
    }
}
