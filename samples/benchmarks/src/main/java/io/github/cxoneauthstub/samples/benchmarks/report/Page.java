package io.github.cxoneauthstub.samples.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page with the numbers: what stands between the markers of a section is replaced. */
record Page(Path file) {

    void replace(String name, String markdown) throws IOException {
        String before = "<!-- " + name + " -->\n";
        String after = "<!-- /" + name + " -->";
        String text = Files.readString(file);
        int begin = text.indexOf(before);
        int end = text.indexOf(after);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(
                    file + " has no place for '" + name + "': it needs the lines " + before.strip() + " and " + after);
        }
        Files.writeString(file, text.substring(0, begin + before.length()) + markdown + text.substring(end));
    }
}
