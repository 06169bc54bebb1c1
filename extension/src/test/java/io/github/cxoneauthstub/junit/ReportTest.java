package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run leaves a page of what its tests asked. */
@SuppressWarnings("DoNotCallSuggester") // it is JUnit that calls what always throws
class ReportTest {
    private static final String SECRET = "never/to=be+shown";
    private static final String KEY = "cxone.auth.report";

    @TempDir
    Path folder;

    private String run(Class<?>... testClasses) throws IOException {
        Path file = folder.resolve("new").resolve("report.html");
        TestRun.with(Map.of(KEY, file.toString()), testClasses);
        return Files.readString(file);
    }

    /** Class, name, outcome and the number of exchanges. */
    private static List<String> sections(String html) {
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

    /** It is also what .ci/check-browser looks at, with the browser. */
    @Test
    void run_leavesASectionForEachTest() throws IOException {
        Path file = Path.of("target", "cxone-auth-report.html");
        TestRun.with(Map.of(KEY, file.toString()), UsualTestCases.class);
        String html = Files.readString(file);

        assertThat(sections(html))
                .containsExactlyInAnyOrder(
                        "UsualTestCases refused: failed 1",
                        "UsualTestCases hostile: passed 1",
                        "UsualTestCases several: passed 3",
                        "UsualTestCases silent: passed 0",
                        "UsualTestCases undecided: aborted 1");
        assertThat(html)
                .contains("\"reason\":\"SECRET_WRONG\"", "\"clientId\":\"\\u003cimg src=x onerror=")
                .doesNotContain("<img", SECRET, "eyJ");
    }

    @Test
    void outcome_isTheLastWord() throws IOException {
        assertThat(sections(run(
                        ConstructorTestCases.class,
                        BeforeAllTestCases.class,
                        DynamicTestCases.class,
                        StrictTestCases.class,
                        OuterTestCases.class)))
                .containsExactlyInAnyOrder(
                        "ConstructorTestCases never: failed 1",
                        "BeforeAllTestCases : failed 1",
                        "DynamicTestCases good: passed 2",
                        "DynamicTestCases bad: failed 1",
                        "StrictTestCases unexpected: failed 1",
                        "StrictTestCases ofFactory: failed 1",
                        "OuterTestCases : passed 1",
                        "Inner inner: passed 1");
    }

    @Test
    void secretAmongTheArguments_isHidden() throws IOException {
        String html = run(ParameterizedTestCases.class, DisplayedTestCases.class, RotatedTestCases.class);

        assertThat(sections(html))
                .contains(
                        "ParameterizedTestCases argument [1] 7: passed 0",
                        "ParameterizedTestCases text (hidden: it holds a secret): passed 1",
                        "DisplayedTestCases plain in other words: passed 0",
                        "DisplayedTestCases telling (hidden: it holds a secret): passed 0",
                        "RotatedTestCases rotated (hidden: it holds a secret): passed 0",
                        "RotatedTestCases ofTheClass (hidden: it holds a secret): passed 0");
        assertThat(html).doesNotContain(SECRET);
    }

    @Test
    void testsThatRunAtOnce_areAllThere() throws IOException {
        Path file = folder.resolve("report.html");
        Map<String, String> parameters = new HashMap<>(TestRun.CONCURRENTLY);
        parameters.put(KEY, file.toString());

        TestRun.with(parameters, ManyAtOnceTestCases.class, UsualTestCases.class);

        List<String> sections = sections(Files.readString(file));
        assertThat(sections)
                .filteredOn(each -> each.startsWith("ManyAtOnce"))
                .hasSize(60)
                .allMatch(each -> each.endsWith(": passed 1"));
        assertThat(sections).hasSize(65);
        // those of a class stand together
        List<String> types = sections.stream()
                .map(each -> each.substring(0, each.indexOf(' ')))
                .toList();
        assertThat(types.lastIndexOf("ManyAtOnceTestCases") - types.indexOf("ManyAtOnceTestCases"))
                .isEqualTo(59);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void ofManyTests_theOldestThatPassedAreLeftOut() throws IOException {
        String html = run(VeryManyTestCases.class);

        assertThat(sections(html))
                .hasSize(1_000)
                .startsWith("VeryManyTestCases many repetition 1 of 1100: failed 0")
                .endsWith("VeryManyTestCases many repetition 1100 of 1100: passed 0")
                .doesNotContain("VeryManyTestCases many repetition 101 of 1100: passed 0");
        assertThat(html).contains("\"leftOut\":100,\"exchangesLeftOut\":0,\"tests\":[");
    }

    @Test
    void exchangesOfEarlierTests_areLeftOutWithThem() throws IOException {
        String html = run(BusyTestCases.class);

        assertThat(sections(html)).hasSize(100).noneMatch(each -> each.contains("repetition 10 of"));
        assertThat(html).contains("\"leftOut\":10,\"exchangesLeftOut\":400,\"tests\":[");
    }

    /** The last one overwrote the others. */
    @Test
    void laterRunsOfTheSameProcess_goOn() throws IOException {
        run(OuterTestCases.class);
        run(ConstructorTestCases.class);

        assertThat(sections(run(OuterTestCases.class)))
                .containsExactly(
                        "Inner inner: passed 1",
                        "Inner inner: passed 1",
                        "OuterTestCases : passed 1",
                        "OuterTestCases : passed 1",
                        "ConstructorTestCases never: failed 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void blankPath_isTheFaultOfWhoWroteIt(String blank) {
        assertThat(TestRun.with(Map.of(KEY, blank), StrictTestCases.class).failure())
                .hasMessage("configuration parameter: cxone.auth.report: '" + blank
                        + "' names no file: name one, for example target/cxone-auth-report.html, or leave it out");
    }

    @Test
    void pathThatCannotBeWritten_isOneWarningAndNoFailure() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(warnings(() -> TestRun.with(
                                Map.of(KEY, file.resolve("report.html").toString()), ParameterizedTestCases.class)
                        .succeeded(2)))
                .singleElement()
                .asString()
                .startsWith("configuration parameter: cxone.auth.report: " + file.resolve("report.html")
                        + " was not written (");
        assertThat(warnings(() -> TestRun.with(Map.of(KEY, folder.toString()), ParameterizedTestCases.class)
                        .succeeded(2)))
                .singleElement()
                .asString()
                .contains("it is a folder");
    }

    private static List<String> warnings(Runnable run) {
        List<String> warnings = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (record.getLevel().equals(Level.WARNING)) {
                    warnings.add(record.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(CxoneAuthExtension.class.getPackageName());
        logger.addHandler(handler);
        try {
            run.run();
        } finally {
            logger.removeHandler(handler);
        }
        return warnings;
    }

    @CxoneAuthStub(clients = @CxoneClient(id = "reporting", secret = SECRET))
    static class UsualTestCases {
        @Test
        void refused(CxoneAuth auth) {
            Http.wrongSecret(auth);
            throw new IllegalStateException("a message may hold " + SECRET);
        }

        @Test
        void hostile(CxoneAuth auth) {
            auth.clients().register(Client.of("<img src=x onerror=\"window.hostile=1\">", SECRET));
            Http.token(auth, auth.clients().get("<img src=x onerror=\"window.hostile=1\">"));
        }

        @Test
        void several(CxoneAuth auth) {
            Http.token(auth);
            Http.token(auth);
            Http.token(auth);
        }

        @Test
        void silent() {}

        @Test
        void undecided(CxoneAuth auth) {
            Http.token(auth);
            assumeTrue(false, "as the test wants");
        }
    }

    @CxoneAuthStub
    static class ConstructorTestCases {
        ConstructorTestCases(CxoneAuth auth) {
            Http.wrongSecret(auth);
            throw new IllegalStateException("as the test wants");
        }

        @Test
        void never() {}
    }

    @CxoneAuthStub
    static class BeforeAllTestCases {
        @BeforeAll
        static void prepare(CxoneAuth auth) {
            Http.wrongSecret(auth);
            throw new IllegalStateException("as the test wants");
        }

        @Test
        void never() {}
    }

    @CxoneAuthStub
    static class DynamicTestCases {
        @TestFactory
        Stream<DynamicTest> good(CxoneAuth auth) {
            return IntStream.range(0, 2).mapToObj(i -> DynamicTest.dynamicTest("ask", () -> Http.token(auth)));
        }

        @TestFactory
        Stream<DynamicTest> bad(CxoneAuth auth) {
            return Stream.of(
                    DynamicTest.dynamicTest("fail", () -> {
                        Http.wrongSecret(auth);
                        throw new IllegalStateException("as the test wants");
                    }),
                    DynamicTest.dynamicTest("pass", () -> {}));
        }
    }

    @CxoneAuthStub(strict = true)
    static class StrictTestCases {
        @Test
        void unexpected(CxoneAuth auth) {
            Http.wrongSecret(auth);
        }

        @TestFactory
        Stream<DynamicTest> ofFactory(CxoneAuth auth) {
            return Stream.of(DynamicTest.dynamicTest("ask", () -> Http.wrongSecret(auth)));
        }
    }

    @CxoneAuthStub
    static class OuterTestCases {
        @BeforeAll
        static void prepare(CxoneAuth auth) {
            Http.token(auth);
        }

        @Nested
        class Inner {
            @Test
            void inner(CxoneAuth auth) {
                Http.token(auth);
            }
        }
    }

    @CxoneAuthStub(clients = @CxoneClient(id = "reporting", secret = SECRET))
    static class ParameterizedTestCases {
        @ParameterizedTest
        @ValueSource(ints = 7)
        void argument(int argument) {
            assertThat(argument).isPositive();
        }

        @ParameterizedTest
        @ValueSource(strings = SECRET)
        void text(String argument, CxoneAuth auth) {
            assertThat(argument).isNotEmpty();
            Http.token(auth);
        }
    }

    @CxoneAuthStub(clients = @CxoneClient(id = "reporting", secret = SECRET))
    static class DisplayedTestCases {
        @Test
        @DisplayName("in other words")
        void plain() {}

        @Test
        @DisplayName("with the secret " + SECRET)
        void telling() {}
    }

    @CxoneAuthStub
    static class RotatedTestCases {
        @BeforeAll
        static void register(CxoneAuth auth) {
            auth.clients().register(Client.of("forgotten", SECRET));
            auth.clients().remove("forgotten");
        }

        @Test
        @DisplayName("with the former secret other-" + SECRET)
        void rotated(CxoneAuth auth) {
            auth.clients().rotateSecret(auth.client().id(), "other-" + SECRET);
            auth.clients().rotateSecret(auth.client().id(), "the newest one");
        }

        @Test
        @DisplayName("with the former secret " + SECRET)
        void ofTheClass() {}
    }

    @CxoneAuthStub
    @Execution(ExecutionMode.CONCURRENT)
    static class ManyAtOnceTestCases {
        @RepeatedTest(60)
        void many(CxoneAuth auth) {
            Http.token(auth);
        }
    }

    @CxoneAuthStub
    static class BusyTestCases {
        @RepeatedTest(110)
        void busy(CxoneAuth auth) {
            for (int i = 0; i < 41; i++) {
                Http.get(auth.jwksUri());
            }
        }
    }

    @CxoneAuthStub
    static class VeryManyTestCases {
        @RepeatedTest(1_100)
        void many(RepetitionInfo repetition) {
            assertThat(repetition.getCurrentRepetition()).isNotEqualTo(1);
        }
    }
}
