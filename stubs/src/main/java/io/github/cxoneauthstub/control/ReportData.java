package io.github.cxoneauthstub.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.auth.Json;
import io.github.cxoneauthstub.auth.JsonLimits;
import io.github.cxoneauthstub.auth.JsonReading.Whole;
import io.github.cxoneauthstub.auth.JsonValue.JsonNumber;
import io.github.cxoneauthstub.auth.JsonValue.JsonObject;
import io.github.cxoneauthstub.auth.JsonValue.JsonString;
import io.github.cxoneauthstub.control.ReportBounds.LeftOut;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands in the file of a run: one JSON object, each test on a line of its own, so that a later run of the same
 * process goes on without reading every exchange again.
 *
 * @param at when the last run ended
 * @param process who wrote it
 * @param leftOut what did not stay
 * @param tests oldest first
 */
record ReportData(String at, String process, LeftOut leftOut, List<Line> tests) {
    private static final String BEGIN = "<script type=\"application/json\" id=\"run\">";
    private static final String END = "</script>";
    private static final String EXCHANGE = "{\"number\":";
    private static final String EXCHANGES = ",\"first\":";
    private static final String HEAD = "\"tests\":[\n";

    /**
     * One test.
     *
     * @param type its class
     * @param passed whether it did
     * @param json all of it
     */
    record Line(String type, boolean passed, String json) {
        private static final String PASSED = "passed";

        static Line of(Map<String, Object> test, Json json) {
            return new Line(
                    String.valueOf(test.get("class")), PASSED.equals(test.get("outcome")), escaped(json.write(test)));
        }

        /** As it was written; empty for another text. */
        private static Optional<Line> read(String text, Json json) {
            int exchanges = text.indexOf(EXCHANGES);
            Optional<JsonObject> head =
                    exchanges < 0 ? Optional.empty() : object(text.substring(0, exchanges) + "}", json);
            return head.flatMap(test -> text(test, "class")
                    .flatMap(type -> text(test, "outcome")
                            .map(outcome -> new Line(type, outcome.equals(PASSED), escaped(text)))));
        }

        /** A quotation mark within a text is escaped, so that nothing in a text looks like one. */
        int exchanges() {
            return (json.length() - json.replace(EXCHANGE, "").length()) / EXCHANGE.length();
        }
    }

    /** Without a {@code <}, so that nothing in it ends the element it stands in. */
    private static String escaped(String json) {
        return json.replace("<", "\\u003c");
    }

    /** What a process wrote into a file; empty if it was another, or the file is another. */
    static Optional<ReportData> in(String html, String process, Json json) {
        int begin = html.indexOf(BEGIN);
        int tests = html.indexOf(HEAD, begin);
        int end = html.indexOf(END, begin);
        if (begin < 0 || tests < 0 || end < tests) {
            return Optional.empty();
        }
        String head = html.substring(begin + BEGIN.length(), tests) + "\"tests\":[]}";
        List<String> lines = html.substring(tests + HEAD.length(), end).lines().toList();
        return object(head, json)
                .filter(run -> text(run, "process").filter(process::equals).isPresent())
                .flatMap(run -> read(run, lines.subList(0, Math.max(0, lines.size() - 1)), json));
    }

    private static Optional<ReportData> read(JsonObject run, List<String> lines, Json json) {
        List<Line> tests = lines.stream()
                .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                .flatMap(line -> Line.read(line, json).stream())
                .toList();
        return tests.size() < lines.size()
                ? Optional.empty()
                : Optional.of(new ReportData(
                        text(run, "at").orElse(""),
                        text(run, "process").orElse(""),
                        new LeftOut(number(run, "leftOut"), number(run, "exchangesLeftOut")),
                        tests));
    }

    private static Optional<JsonObject> object(String text, Json json) {
        return json.read(text.getBytes(UTF_8), JsonLimits.USUAL) instanceof Whole whole
                        && whole.value() instanceof JsonObject object
                ? Optional.of(object)
                : Optional.empty();
    }

    private static Optional<String> text(JsonObject object, String name) {
        return object.find(name)
                .flatMap(value -> value instanceof JsonString text ? Optional.of(text.text()) : Optional.empty());
    }

    private static int number(JsonObject object, String name) {
        return object.find(name)
                .filter(value ->
                        value instanceof JsonNumber number && number.literal().matches("\\d{1,9}"))
                .map(value -> Integer.parseInt(((JsonNumber) value).literal()))
                .orElse(0);
    }

    /** This one after an earlier one, as much as stays of both. */
    ReportData after(ReportData earlier) {
        List<Line> all = new ArrayList<>(earlier.tests);
        all.addAll(tests);
        LeftOut now = ReportBounds.trim(all, Line::passed, Line::exchanges);
        return new ReportData(at, process, earlier.leftOut.plus(leftOut).plus(now), all);
    }

    /** Those of a class stand together, wherever and whenever they ran. */
    String toJson(Json json) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("at", at);
        run.put("process", process);
        run.put("leftOut", leftOut.tests());
        run.put("exchangesLeftOut", leftOut.exchanges());
        String head = escaped(json.write(run));
        return head.substring(0, head.length() - 1) + "," + HEAD
                + tests.stream()
                        .collect(Collectors.groupingBy(Line::type, LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .flatMap(List::stream)
                        .map(Line::json)
                        .collect(Collectors.joining(",\n", "", "\n"))
                + "]}";
    }
}
