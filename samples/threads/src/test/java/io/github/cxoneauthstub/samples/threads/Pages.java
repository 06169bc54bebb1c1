package io.github.cxoneauthstub.samples.threads;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages in docs/threads, and the sources that their blocks of code are parts of. */
final class Pages {
    static final Path FOLDER = Path.of("../../docs/threads").toAbsolutePath().normalize();
    private static final String PACKAGE = "io/github/cxoneauthstub/samples/threads";
    private static final List<Path> SOURCES =
            List.of(Path.of("src/test/java", PACKAGE), Path.of("src/main/java", PACKAGE), Path.of("src/scripts"));

    /** A fence, with the comment before it that says what it shows. */
    private static final Pattern BLOCK =
            Pattern.compile("(?m)^(?:<!-- (\\S+): (\\S+) -->\\n)?```(\\w+)\\n(.*?)^```$", Pattern.DOTALL);

    private Pages() {}

    /**
     * A block of code of a page.
     *
     * @param source the file that the page says it is from; empty where it says nothing
     */
    record Block(String page, String source, String region, String language, String code) {
        @Override
        public String toString() {
            return page + ": " + source + " " + region;
        }
    }

    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    static Stream<Block> blocks(Path page) throws IOException {
        return BLOCK.matcher(Files.readString(page)).results().map(match -> block(page, match));
    }

    private static Block block(Path page, MatchResult match) {
        boolean marked = match.group(1) != null;
        return new Block(
                page.getFileName().toString(),
                marked ? match.group(1) : "",
                marked ? match.group(2) : "",
                match.group(3),
                match.group(4));
    }

    /** What stands between the marks of a region, moved to the left margin. */
    static String region(String source, String name) throws IOException {
        Path file = SOURCES.stream()
                .map(folder -> folder.resolve(source))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no source has the name " + source));
        Matcher region = Pattern.compile(
                        "(?m)^ *(?://|#) region " + Pattern.quote(name) + "\\n(.*?)^ *(?://|#) endregion$",
                        Pattern.DOTALL)
                .matcher(Files.readString(file));
        assertThat(region.find()).as("region " + name + " in " + source).isTrue();
        // a line end at the end would count as a line without indentation
        return region.group(1).stripTrailing().stripIndent() + "\n";
    }

    /** The page with each block as its source has it. */
    static String rewritten(Path page) throws IOException {
        String text = Files.readString(page);
        for (Block block : blocks(page).filter(each -> !each.source().isEmpty()).toList()) {
            String mark = "<!-- " + block.source() + ": " + block.region() + " -->\n```" + block.language() + "\n";
            text = text.replace(mark + block.code() + "```", mark + region(block.source(), block.region()) + "```");
        }
        return text;
    }

    static String headings(Path page) throws IOException {
        return Pattern.compile("(?m)^\\*\\*(\\w+)\\.\\*\\*|^## (The answers)$")
                .matcher(Files.readString(page))
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .collect(joining(", "));
    }
}
