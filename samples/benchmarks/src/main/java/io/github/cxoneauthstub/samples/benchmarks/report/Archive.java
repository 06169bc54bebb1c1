package io.github.cxoneauthstub.samples.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The loaded classes of one run as a file that the JVM maps into the next (class data sharing). */
final class Archive {
    static final String NAME = "classes.jsa";

    private Archive() {}

    /** Made once; it fits one JVM and one class path. */
    static Path in(Bench bench) throws IOException, InterruptedException {
        Path archive = bench.scratch().resolve(NAME);
        if (Files.notExists(archive)) {
            try (Child child = Contestants.CXONE.start(
                    bench, List.of("-XX:ArchiveClassesAtExit=" + archive), "server.FirstToken", "http")) {
                child.await("first");
                child.join();
            }
        }
        return archive;
    }
}
