package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.control.RunReport;
import io.github.cxoneauthstub.json.JacksonJson;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes the report of a run: the whole file, or none. What earlier runs of this process wrote there stays. */
final class ReportFile {
    private static final System.Logger LOG = System.getLogger(ReportFile.class.getPackageName());

    private static final long MOST = 64L << 20;

    /** Two runs of this process may end at once: what one has written is there when the other reads. */
    private static final Object ONE_AT_A_TIME = new Object();

    private ReportFile() {}

    /** This process, told from an earlier one of the same number. */
    static String process() {
        return ProcessHandle.current().pid() + "@"
                + ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /** If it cannot be written, that is no failure of a test: one warning tells. */
    static void write(RunReport report, Path file) {
        Path whole = file.toAbsolutePath().normalize();
        try {
            synchronized (ONE_AT_A_TIME) {
                replace(whole, report.toHtml(new JacksonJson(), before(whole)));
            }
        } catch (IOException | RuntimeException unable) {
            LOG.log(
                    Level.WARNING,
                    "configuration parameter: cxone.auth.report: " + whole + " was not written (" + unable
                            + "): name a file in a folder that can be written to");
        }
    }

    /** Whatever is there; nothing if it cannot be read, for then it is none of ours. */
    private static String before(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static void replace(Path file, String html) throws IOException {
        Path folder = file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        Files.createDirectories(folder);
        // another process, or a copy of this class that another loader has, may be at the same
        Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.writeString(draft, html);
            move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void move(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
