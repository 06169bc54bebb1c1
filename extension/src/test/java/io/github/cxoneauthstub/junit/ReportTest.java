package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run leaves a page of what its tests asked. */
@SuppressWarnings("DoNotCallSuggester") // it is JUnit that calls what always throws
class ReportTest {
    private static final String SECRET = "never/to=be+shown";

    @TempDir
    Path folder;

    private String run(Class<?>... testClasses) throws IOException {
        return Reported.by(folder.resolve("new").resolve("report.html"), testClasses);
    }

    /** It is also what .ci/check-browser looks at, with the browser. */
    @Test
    void run_leavesASectionForEachTest() throws IOException {
        Path file = Path.of("target", "cxone-auth-report.html");
        TestRun.with(Map.of(Reported.KEY, file.toString()), UsualTestCases.class);
        String html = Files.readString(file);

        assertThat(Reported.sections(html))
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
        assertThat(Reported.sections(run(
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

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void blankPath_isTheFaultOfWhoWroteIt(String blank) {
        assertThat(TestRun.with(Map.of(Reported.KEY, blank), StrictTestCases.class)
                        .failure())
                .hasMessage("configuration parameter: cxone.auth.report: '" + blank
                        + "' names no file: name one, for example target/cxone-auth-report.html, or leave it out");
    }

    @Test
    void pathThatCannotBeWritten_isOneWarningAndNoFailure() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(warnings(() -> TestRun.with(
                                Map.of(Reported.KEY, file.resolve("report.html").toString()), PlainTestCases.class)
                        .succeeded(1)))
                .singleElement()
                .asString()
                .startsWith("configuration parameter: cxone.auth.report: " + file.resolve("report.html")
                        + " was not written (");
        assertThat(warnings(() -> TestRun.with(Map.of(Reported.KEY, folder.toString()), PlainTestCases.class)
                        .succeeded(1)))
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

    @CxoneAuthStub
    static class PlainTestCases {
        @Test
        void plain(CxoneAuth auth) {
            Http.token(auth);
        }
    }
}
