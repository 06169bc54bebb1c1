package io.github.cxoneauthstub.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.auth.Json;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.control.ReportBounds.LeftOut;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The page of a test run: one HTML file that needs no other, and lets no script run but its own. Each test is a section
 * with its exchanges, shown as the page of the standalone server shows them. For those who integrate a test framework;
 * users of JUnit have the configuration parameter {@code cxone.auth.report}.
 *
 * @param at when the run ended
 * @param process who ran it, by which its later runs know the file that it has written
 * @param sections oldest first; those of a class are shown together
 * @param leftOut what there was more, see {@link ReportBounds}
 * @since 0.1.0
 */
public record RunReport(Instant at, String process, List<Section> sections, LeftOut leftOut) {

    /** Keeps its own copy of the sections. */
    public RunReport {
        sections = List.copyOf(sections);
    }

    /** How a test ended. */
    public enum Outcome {
        /** Green. */
        PASSED,
        /** An assumption did not hold. */
        ABORTED,
        /** Red. */
        FAILED
    }

    /**
     * One test.
     *
     * @param type its class, as a person calls it
     * @param name what it is called within; empty for what the class itself did
     * @param outcome how it ended
     * @param excerpt what it asked
     */
    public record Section(String type, String name, Outcome outcome, Excerpt excerpt) {
        /** Whether it passed. */
        public boolean passed() {
            return outcome == Outcome.PASSED;
        }

        /** How many exchanges it shows. */
        public int exchanges() {
            return excerpt.first().size() + excerpt.last().size();
        }
    }

    /**
     * The exchanges of a test, as far as they are shown.
     *
     * @param first the first ones
     * @param leftOut how many there were between
     * @param last the last ones
     */
    public record Excerpt(List<Exchange> first, int leftOut, List<Exchange> last) {
        private static final int FIRST = 10;
        private static final int LAST = 30;

        /** Of a test that asked nothing. */
        public static final Excerpt NONE = new Excerpt(List.of(), 0, List.of());

        /** Keeps its own copies. */
        public Excerpt {
            first = List.copyOf(first);
            last = List.copyOf(last);
        }

        /** The first {@value #FIRST} and the last {@value #LAST}. */
        public static Excerpt of(List<Exchange> all) {
            int end = Math.min(FIRST, all.size());
            int begin = Math.max(end, all.size() - LAST);
            return new Excerpt(all.subList(0, end), begin - end, all.subList(begin, all.size()));
        }

        private Map<String, Object> shown() {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("first", ShownExchange.all(first));
            shown.put("leftOut", leftOut);
            shown.put("last", ShownExchange.all(last));
            return shown;
        }
    }

    /** The whole file. */
    public String toHtml(Json json) {
        return toHtml(data(json), json);
    }

    /**
     * The whole file, with what it had before, if an earlier run of the same process wrote it: a build tool may run the
     * tests of one process in several runs, and those that failed once more.
     *
     * @param before any text
     */
    public String toHtml(Json json, String before) {
        ReportData now = data(json);
        return toHtml(ReportData.in(before, process, json).map(now::after).orElse(now), json);
    }

    private static String toHtml(ReportData data, Json json) {
        String style = PageFile.read("page.css");
        String exchanges = PageFile.read("exchanges.js");
        String report = PageFile.read("report.js");
        // the data comes last: nothing in it is taken for a place of the template
        return PageFile.read("report.html")
                .replace("@policy@", policy(style, List.of(exchanges, report)))
                .replace("@style@", style)
                .replace("@exchanges@", exchanges)
                .replace("@report@", report)
                .replace("@data@", data.toJson(json));
    }

    private static String policy(String style, List<String> scripts) {
        StringBuilder allowed = new StringBuilder(
                        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'")
                .append("; style-src ")
                .append(hash(style))
                .append("; script-src");
        scripts.forEach(script -> allowed.append(' ').append(hash(script)));
        return allowed.toString();
    }

    private static String hash(String inline) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private ReportData data(Json json) {
        return new ReportData(
                at.toString(),
                process,
                leftOut,
                sections.stream()
                        .map(section -> ReportData.Line.of(shown(section), json))
                        .toList());
    }

    private static Map<String, Object> shown(Section section) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("class", section.type());
        shown.put("name", section.name());
        shown.put("outcome", section.outcome().name().toLowerCase(Locale.ROOT));
        shown.putAll(section.excerpt().shown());
        return shown;
    }
}
