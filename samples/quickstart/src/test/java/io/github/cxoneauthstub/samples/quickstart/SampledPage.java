package io.github.cxoneauthstub.samples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the docs, whose code blocks are regions of samples: a comment above each says of which. */
final class SampledPage {
    private static final Pattern BLOCK =
            Pattern.compile("(?m)^<!-- (\\S+): (\\S+) -->\\n```\\w+\\n(.*?)^```$", Pattern.DOTALL);

    private final Path file;

    SampledPage(String name) {
        this.file = Readme.ROOT.resolve("docs").resolve(name);
    }

    /** A code block, and the text of the region that it is to be. */
    record Block(String source, String shown, String region) {}

    List<Block> blocks() throws IOException {
        return BLOCK.matcher(text())
                .results()
                .map(block -> new Block(
                        block.group(1) + ": " + block.group(2), block.group(3), region(block.group(1), block.group(2))))
                .toList();
    }

    /** How many code blocks there are, whether they say where they are from or not. */
    long fences() throws IOException {
        return text().lines().filter(line -> line.startsWith("```")).count() / 2;
    }

    String text() throws IOException {
        return Files.readString(file);
    }

    /** Puts the regions and the dependencies into the page, when the pages are to be written. */
    void write() throws IOException {
        if (Boolean.getBoolean("pages.write")) {
            String regions = BLOCK.matcher(text()).replaceAll(SampledPage::rewritten);
            Files.writeString(file, SampleDependencies.rewritten(regions));
        }
    }

    private static String rewritten(MatchResult block) {
        String kept = block.group().substring(0, block.start(3) - block.start());
        return Matcher.quoteReplacement(kept + region(block.group(1), block.group(2)) + "```");
    }

    /** What stands between the two marks of a region, moved to the left edge. */
    static String region(String source, String name) {
        try {
            String text = Files.readString(Readme.ROOT.resolve(source));
            Matcher region = Pattern.compile(
                            "(?m)^ *(?://|#) region " + Pattern.quote(name) + "\\n(.*?)^ *(?://|#) endregion$",
                            Pattern.DOTALL)
                    .matcher(text);
            if (!region.find()) {
                throw new AssertionError("no region " + name + " in " + source);
            }
            // a line end at the end would count as a line without indentation
            return region.group(1).stripTrailing().stripIndent() + "\n";
        } catch (IOException e) {
            throw new AssertionError("no sample " + source, e);
        }
    }
}
