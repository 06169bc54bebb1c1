package io.github.cxoneauthstub.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    /** What stands between the two marks of a region in a test of this sample, without the marks. */
    static String region(String file, String name) throws IOException {
        Path source = Path.of("src/test/java/io/github/cxoneauthstub/samples/quickstart", file);
        String text = Files.readString(source);
        Matcher region = Pattern.compile("(?m)^// region " + name + "\\n(.*?)^// endregion$", Pattern.DOTALL)
                .matcher(text);
        assertThat(region.find()).as("region " + name + " in " + file).isTrue();
        return region.group(1).lines().collect(Collectors.joining("\n", "", "\n"));
    }

    /** Puts a text into the only block of a language, when the pages are to be written. */
    static void write(String language, String content) throws IOException {
        if (Boolean.getBoolean("pages.write")) {
            String block = "```" + language + "\n";
            String text = Files.readString(FILE);
            int from = text.indexOf(block) + block.length();
            int to = text.indexOf("```", from);
            Files.writeString(FILE, text.substring(0, from) + content + text.substring(to));
        }
    }
}
