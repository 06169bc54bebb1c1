package io.github.cxoneauthstub.samples.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.samples.threads.Pages.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps docs/threads equal to what runs; writes its blocks of code anew with -Dpages.write=true. */
class PagesTest {
    private static final String RUNNER = "samples/threads/src/scripts/run.py";
    private static final Path SCRIPTS = Path.of("src/scripts");
    private static final Map<String, String> LANGUAGES =
            Map.of(".java", "java", ".sh", "sh", ".py", "python", ".js", "js");

    static Stream<Path> pages() throws IOException {
        return Pages.all().stream();
    }

    static Stream<Path> threads() throws IOException {
        return pages().filter(page -> page.getFileName().toString().matches("\\d{3}\\.md"));
    }

    @ParameterizedTest
    @MethodSource("threads")
    void everyBlock_isWhatRuns(Path page) throws IOException {
        if (Boolean.getBoolean("pages.write")) {
            Files.writeString(page, Pages.rewritten(page));
        }
        List<Block> blocks = Pages.blocks(page).toList();

        assertThat(blocks).isNotEmpty();
        for (Block block : blocks) {
            assertThat(block.code()).as("%s", block).isEqualTo(Pages.region(block.source(), block.region()));
            assertThat(block.language()).as("%s", block).isEqualTo(language(block.source()));
        }
    }

    @ParameterizedTest
    @MethodSource("threads")
    void everyThread_isToldInTheSameOrder(Path page) throws IOException {
        assertThat(Pages.headings(page)).isEqualTo("Asked, Seen, Cause, Fix, The answers");
    }

    @Test
    void index_namesEveryThread() throws IOException {
        String index = Files.readString(Pages.FOLDER.resolve("README.md"));

        assertThat(threads().map(page -> page.getFileName().toString()))
                .hasSize(5)
                .allSatisfy(page -> assertThat(index).contains("](" + page + ")"));
    }

    @Test
    void index_saysHowTheScriptsAreRun() throws IOException {
        assertThat(Pages.blocks(Pages.FOLDER.resolve("README.md")).map(Block::code))
                .containsExactly("python3 " + RUNNER + " stubs/target/cxone-auth-stubs-standalone.jar\n");
        assertThat(Path.of("../..", RUNNER)).exists();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLink_leadsSomewhere(Path page) throws IOException {
        List<String> links = Pattern.compile("\\]\\(([^)]+)\\)")
                .matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1))
                .toList();

        assertThat(links)
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }

    /** A step that the runner does not know would never be run. */
    @Test
    void everyStepOfAScript_isRun() throws IOException {
        String runner = Files.readString(Path.of("../..", RUNNER));
        try (Stream<Path> scripts = Files.walk(SCRIPTS, 2).filter(PagesTest::isSnippet)) {
            assertThat(scripts.toList())
                    .hasSize(7)
                    .allSatisfy(script -> assertThat(steps(script))
                            .isNotEmpty()
                            .allSatisfy(step -> assertThat(runner)
                                    .contains("Check(\"" + SCRIPTS.relativize(script) + "\", \"" + step + "\"")));
        }
    }

    /** The functions of a shell or Python script; in JavaScript those of the object that the argument chooses from. */
    private static List<String> steps(Path script) throws IOException {
        String text = Files.readString(script);
        return script.toString().endsWith(".js")
                ? List.of(text.replaceAll("(?s).*\n\\(\\{ (.*?) }\\).*", "$1").split(", ", -1))
                : Pattern.compile("(?m)^(?:def )?(\\w+)\\(\\)(?::| \\{)$")
                        .matcher(text)
                        .results()
                        .map(step -> step.group(1))
                        .toList();
    }

    private static boolean isSnippet(Path file) {
        return file.toString().matches(".*/(curl|python|node)/[\\w]+\\.(sh|py|js)");
    }

    private static String language(String source) {
        return LANGUAGES.getOrDefault(source.substring(source.lastIndexOf('.')), "");
    }
}
