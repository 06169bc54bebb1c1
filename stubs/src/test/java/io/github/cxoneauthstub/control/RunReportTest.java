package io.github.cxoneauthstub.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.Wire;
import io.github.cxoneauthstub.auth.JsonLimits;
import io.github.cxoneauthstub.auth.JsonReading.Whole;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.ExchangeLog;
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

/** The page of a test run, as a file. What a browser makes of it is checked in a browser, by .ci/check-browser. */
class RunReportTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private static String html(Section... sections) {
        return new RunReport(AT, List.of(sections), 3).toHtml(new JacksonJson());
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
                    .startsWith("{\"at\":\"2026-01-01T00:00:00Z\",\"leftOut\":3,\"tests\":[{\"class\":\"SomeTest\","
                            + "\"name\":\"refused\",\"outcome\":\"failed\",\"first\":[{\"number\":1,")
                    .contains("\"reason\":\"SECRET_WRONG\"", "\"outcome\":\"rejected\"}]")
                    .endsWith("\"leftOut\":0,\"last\":[]}]}");
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
