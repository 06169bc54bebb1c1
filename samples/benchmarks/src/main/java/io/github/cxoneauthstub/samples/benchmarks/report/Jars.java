package io.github.cxoneauthstub.samples.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What comes onto the class path of a user's tests. */
final class Jars implements Section {

    @Override
    public String name() {
        return "class-path";
    }

    @Override
    public String measure(Bench bench) throws IOException {
        Table table = new Table("jar", "KB");
        long sum = 0;
        for (Path jar : bench.classPaths().users()) {
            long size = Files.size(jar);
            sum += size;
            table.row("`" + jar.getFileName() + "`", kilobytes(size));
        }
        return table.row("sum", kilobytes(sum)).toString();
    }

    private static String kilobytes(long bytes) {
        return String.format(Locale.ROOT, "%,d", bytes / 1000);
    }
}
