package io.github.cxoneauthstub.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.Wire;
import io.github.cxoneauthstub.auth.JsonLimits;
import io.github.cxoneauthstub.auth.JsonReading.Whole;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.ExchangeLog;
import io.github.cxoneauthstub.control.ReportBounds.LeftOut;
import io.github.cxoneauthstub.control.RunReport.Excerpt;
import io.github.cxoneauthstub.control.RunReport.Outcome;
import io.github.cxoneauthstub.control.RunReport.Section;
import io.github.cxoneauthstub.json.JacksonJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a test run, as a file. What a browser makes of it is checked in a browser, by .ci/check-browser. */
class RunReportTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private static String html(Section... sections) {
        return report("1@2", sections).toHtml(new JacksonJson());
    }

    private static RunReport report(String process, Section... sections) {
        return new RunReport(AT, process, List.of(sections), new LeftOut(3, 7));
    }

    private static String data(String html) {
        Matcher data = Pattern.compile("<script type=\"application/json\" id=\"run\">([^<]*)</script>")
                .matcher(html);
        assertThat(data.find()).isTrue();
        return data.group(1);
    }

    private static List<Exchange> exchanges(int number) {
        ExchangeLog log = new ExchangeLog();
        for (int i = 0; i < number; i++) {
            log.record(Exchange.builder(AT, "GET", "/").answered(200, ""));
        }
        return log.kept();
    }

    @Test
    void section_hasTheExchangesAsTheControlApiTellsThem() {
        try (CxoneAuth auth = CxoneAuth.start()) {
            Wire.send(auth.baseUri(), Wire.token("/oauth/token", "test-client", "wrong"));
            Excerpt excerpt = Excerpt.of(auth.exchanges().all());

            String data = data(html(new Section("SomeTest", "refused", Outcome.FAILED, excerpt)));

            assertThat(data)
                    .startsWith("{\"at\":\"2026-01-01T00:00:00Z\",\"process\":\"1@2\",\"leftOut\":3,"
                            + "\"exchangesLeftOut\":7,\"tests\":[\n{\"class\":\"SomeTest\","
                            + "\"name\":\"refused\",\"outcome\":\"failed\",\"first\":[{\"number\":1,")
                    .contains("\"reason\":\"SECRET_WRONG\"", "\"outcome\":\"rejected\"}]")
                    .endsWith("\"leftOut\":0,\"last\":[]}\n]}");
        }
    }

    @Test
    void markupInTheData_endsNoElementAndFillsNoPlace() {
        String hostile = "</script><script>alert(1)</script><!-- @report@ \u2028 \" \\";

        String html = html(new Section(hostile, hostile, Outcome.PASSED, Excerpt.NONE));

        assertThat(html).doesNotContain("alert(1)</script>").doesNotContain("<!-- ");
        assertThat(data(html)).doesNotContain("<").contains("@report@");
        assertThat(new JacksonJson().read(data(html).getBytes(StandardCharsets.UTF_8), JsonLimits.USUAL))
                .isInstanceOfSatisfying(
                        Whole.class,
                        whole -> assertThat(new JacksonJson().write(whole.value()))
                                .contains("\"name\":\""
                                        + hostile.replace("\\", "\\\\").replace("\"", "\\\"")));
    }

    @Test
    void earlierRunOfTheSameProcess_staysWithItsClass() {
        String hostile = "</script>,\"first\":{\"number\":\n@data@";
        String first = report(
                        "1@2",
                        new Section("A", hostile, Outcome.FAILED, Excerpt.of(exchanges(2))),
                        new Section("B", "b", Outcome.PASSED, Excerpt.NONE))
                .toHtml(new JacksonJson());

        String second = report("1@2", new Section("A", "again", Outcome.PASSED, Excerpt.NONE))
                .toHtml(new JacksonJson(), first);

        assertThat(tests(second)).containsExactly("A failed 2", "A passed 0", "B passed 0");
        assertThat(second).contains("\"leftOut\":6,\"exchangesLeftOut\":14,");
        assertThat(data(second).lines().toList().get(1))
                .isEqualTo(data(first).lines().toList().get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "<script type=\"application/json\" id=\"run\">",
                "<script type=\"application/json\" id=\"run\">{\"tests\":[\n]}</script>",
                "<script type=\"application/json\" id=\"run\">{\"process\":\"1@2\",\"tests\":[\nhalf a line",
                "<script type=\"application/json\" id=\"run\">{\"process\":\"1@2\",\"tests\":[\nno test\n]}</script>",
                "<script type=\"application/json\" id=\"run\">{\"process\":7,\"tests\":[\n{}\n]}</script>"
            })
    void anotherFile_isNotGoneOnWith(String before) {
        RunReport report = report("1@2", new Section("A", "a", Outcome.PASSED, Excerpt.NONE));

        assertThat(report.toHtml(new JacksonJson(), before)).isEqualTo(report.toHtml(new JacksonJson()));
    }

    @Test
    void fileOfAnotherProcess_isNotGoneOnWith() {
        Section section = new Section("A", "a", Outcome.PASSED, Excerpt.NONE);
        String before = report("1@1", section, section).toHtml(new JacksonJson());

        assertThat(tests(report("1@2", section).toHtml(new JacksonJson(), before)))
                .containsExactly("A passed 0");
    }

    @Test
    void manyRuns_stayWithinTheBounds() {
        Section failed = new Section("A", "failed", Outcome.FAILED, Excerpt.of(exchanges(40)));
        Section passed = new Section("A", "passed", Outcome.PASSED, Excerpt.of(exchanges(40)));
        String html = report("1@2", failed).toHtml(new JacksonJson());
        for (int i = 0; i < 105; i++) {
            html = report("1@2", passed).toHtml(new JacksonJson(), html);
        }

        assertThat(tests(html)).hasSize(100).startsWith("A failed 40").endsWith("A passed 40");
        // each of the 106 runs says itself that three tests with seven exchanges were left out
        assertThat(html).contains("\"leftOut\":" + (106 * 3 + 6) + ",\"exchangesLeftOut\":" + (106 * 7 + 6 * 40) + ",");
    }

    /** Class, outcome and number of exchanges. */
    private static List<String> tests(String html) {
        return data(html)
                .lines()
                .filter(line -> line.startsWith("{\"class\":"))
                .map(line -> line.replaceAll("^\\{\"class\":\"(\\w+)\",.*?\"outcome\":\"(\\w+)\",\"first\".*", "$1 $2 ")
                        + (line.split("\\{\"number\":", -1).length - 1))
                .toList();
    }

    @Test
    void file_needsNoOtherAndLetsNoOtherScriptRun() {
        String html = html();

        assertThat(html)
                .doesNotContain(
                        "src=", "rel=\"stylesheet\"", "@policy@", "@style@", "@exchanges@", "@report@", "@data@")
                .containsPattern("content=\"default-src 'none'; [^\"]*; style-src 'sha256-[\\w+/=]{44}'; script-src"
                        + " 'sha256-[\\w+/=]{44}' 'sha256-[\\w+/=]{44}'\"")
                .contains("2026-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "10, 10, 0", "11, 11, 0", "40, 40, 0", "41, 40, 1", "1000, 40, 960"})
    void excerpt_isTheFirstAndTheLast(int all, int shown, int leftOut) {
        Excerpt excerpt = Excerpt.of(exchanges(all));

        assertThat(excerpt.leftOut()).isEqualTo(leftOut);
        assertThat(excerpt.first()).hasSizeLessThanOrEqualTo(10);
        assertThat(Stream.of(excerpt.first(), excerpt.last()).flatMap(List::stream))
                .extracting(Exchange::number)
                .hasSize(shown)
                .doesNotHaveDuplicates()
                .startsWith(1)
                .endsWith(all);
    }

    @Test
    void excerptOfNothing_isNone() {
        assertThat(Excerpt.of(List.of())).isEqualTo(Excerpt.NONE);
    }
}
