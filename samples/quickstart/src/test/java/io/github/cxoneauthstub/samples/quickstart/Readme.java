package io.github.cxoneauthstub.samples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The README at the root of the project, and the sources that its code blocks come from. */
final class Readme {
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path FILE = ROOT.resolve("README.md");
    private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\w+)\\n(.*?)^```$", Pattern.DOTALL);

    private Readme() {}

    /** The code blocks of one language, in their order. */
    static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(FILE))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** All languages that have a block. */
    static List<String> languages() throws IOException {
        return BLOCK.matcher(Files.readString(FILE))
                .results()
                .map(block -> block.group(1))
                .distinct()
                .toList();
    }

    /** A region of a test of this sample. */
    static String region(String file, String name) {
        return SampledPage.region(
                "samples/quickstart/src/test/java/io/github/cxoneauthstub/samples/quickstart/" + file, name);
    }

    /** Puts texts into the blocks of a language, when the pages are to be written. */
    static void write(String language, String... contents) throws IOException {
        if (Boolean.getBoolean("pages.write")) {
            String block = "```" + language + "\n";
            String text = Files.readString(FILE);
            int to = 0;
            for (String content : contents) {
                int from = text.indexOf(block, to) + block.length();
                text = text.substring(0, from) + content + text.substring(text.indexOf("```", from));
                to = from + content.length() + "```".length();
            }
            Files.writeString(FILE, text);
        }
    }
}
