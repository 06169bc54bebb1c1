package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.control.ReportBounds.LeftOut;
import io.github.cxoneauthstub.control.RunReport;
import io.github.cxoneauthstub.control.RunReport.Excerpt;
import io.github.cxoneauthstub.control.RunReport.Outcome;
import io.github.cxoneauthstub.control.RunReport.Section;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process may have several runs, and they may end at the same time. */
class ReportFileTest {
    private static final int RUNS = 8;

    @TempDir
    Path folder;

    /** They wrote one draft, and each without what the others had written. */
    @Test
    void runsThatEndAtOnce_areAllThere() throws Exception {
        Path file = folder.resolve("report.html");
        CyclicBarrier all = new CyclicBarrier(RUNS);
        ExecutorService threads = Executors.newFixedThreadPool(RUNS);
        try {
            List<Future<?>> runs = IntStream.range(0, RUNS)
                    .<Future<?>>mapToObj(number -> threads.submit(() -> {
                        all.await(10, TimeUnit.SECONDS);
                        ReportFile.write(report(number), file);
                        return null;
                    }))
                    .toList();
            for (Future<?> run : runs) {
                run.get(30, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(Reported.sections(Files.readString(file)))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, RUNS)
                        .mapToObj(number -> "Several run" + number + ": passed 0")
                        .toList());
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    private static RunReport report(int number) {
        Section section = new Section("Several", "run" + number, Outcome.PASSED, Excerpt.NONE);
        return new RunReport(Instant.EPOCH, ReportFile.process(), List.of(section), LeftOut.NONE);
    }
}
