package io.github.cxoneauthstub.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the report of a run says. */
final class Reported {
    static final String KEY = "cxone.auth.report";

    private Reported() {}

    /** The file that a run of these left. */
    static String by(Path file, Class<?>... testClasses) throws IOException {
        TestRun.with(Map.of(KEY, file.toString()), testClasses);
        return Files.readString(file);
    }

    /** Class, name, outcome and the number of exchanges. */
    static List<String> sections(String html) {
        return Pattern.compile("\\{\"class\":\"([^\"]*)\",\"name\":\"([^\"]*)\",\"outcome\":\"([^\"]*)\",\"first\":\\[")
                .matcher(html)
                .results()
                .map(found -> found.group(1).replaceAll(".*\\.", "") + " " + found.group(2) + ": " + found.group(3)
                        + " " + exchanges(html.substring(found.end())))
                .toList();
    }

    private static long exchanges(String behind) {
        String ofTest = behind.split("\\{\"class\":", 2)[0];
        return Pattern.compile("\\{\"number\":").matcher(ofTest).results().count();
    }
}
