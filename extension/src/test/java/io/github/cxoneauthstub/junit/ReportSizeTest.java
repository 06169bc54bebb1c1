package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Of a run with many tests, or of many runs, the report stays whole and small. */
class ReportSizeTest {

    @TempDir
    Path folder;

    private String run(Class<?>... testClasses) throws IOException {
        return Reported.by(folder.resolve("new").resolve("report.html"), testClasses);
    }

    @Test
    void testsThatRunAtOnce_areAllThere() throws IOException {
        Path file = folder.resolve("report.html");
        Map<String, String> parameters = new HashMap<>(TestRun.CONCURRENTLY);
        parameters.put(Reported.KEY, file.toString());

        TestRun.with(parameters, ManyAtOnceTestCases.class, ReportTest.UsualTestCases.class);

        List<String> sections = Reported.sections(Files.readString(file));
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

        assertThat(Reported.sections(html))
                .hasSize(1_000)
                .startsWith("VeryManyTestCases many repetition 1 of 1100: failed 0")
                .endsWith("VeryManyTestCases many repetition 1100 of 1100: passed 0")
                .doesNotContain("VeryManyTestCases many repetition 101 of 1100: passed 0");
        assertThat(html).contains("\"leftOut\":100,\"exchangesLeftOut\":0,\"tests\":[");
    }

    @Test
    void exchangesOfEarlierTests_areLeftOutWithThem() throws IOException {
        String html = run(BusyTestCases.class);

        assertThat(Reported.sections(html)).hasSize(100).noneMatch(each -> each.contains("repetition 10 of"));
        assertThat(html).contains("\"leftOut\":10,\"exchangesLeftOut\":400,\"tests\":[");
    }

    /** The last one overwrote the others. */
    @Test
    void laterRunsOfTheSameProcess_goOn() throws IOException {
        run(ReportTest.OuterTestCases.class);
        run(ReportTest.ConstructorTestCases.class);

        assertThat(Reported.sections(run(ReportTest.OuterTestCases.class)))
                .containsExactly(
                        "Inner inner: passed 1",
                        "Inner inner: passed 1",
                        "OuterTestCases : passed 1",
                        "OuterTestCases : passed 1",
                        "ConstructorTestCases never: failed 1");
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
