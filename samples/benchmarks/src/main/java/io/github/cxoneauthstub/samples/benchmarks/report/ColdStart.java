package io.github.cxoneauthstub.samples.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From {@code main} to the first token, each time in a fresh JVM; in each round each subject has its turn. */
final class ColdStart implements Section {
    private static final List<String> CLIENTS = List.of("http", "socket");

    private final String name;
    private final List<Subject> subjects;

    /**
     * A contestant on a JVM with options.
     *
     * @param title in the table
     */
    private record Subject(String title, Contestants contestant, List<String> options) {}

    private ColdStart(String name, List<Subject> subjects) {
        this.name = name;
        this.subjects = subjects;
    }

    /** All contestants on a JVM without options. */
    static ColdStart ofContestants() {
        List<Subject> subjects = new ArrayList<>();
        for (Contestants each : Contestants.values()) {
            subjects.add(new Subject(each.title(), each, List.of()));
        }
        return new ColdStart("cold-start", subjects);
    }

    /** The stub on a JVM with the options that a user may set. */
    static ColdStart withOptions() {
        String quickCompiler = "-XX:TieredStopAtLevel=1";
        String archive = "-XX:SharedArchiveFile=" + Archive.NAME;
        return new ColdStart(
                "cold-start-options",
                List.of(
                        new Subject("no options", Contestants.CXONE, List.of()),
                        new Subject("`" + quickCompiler + "`", Contestants.CXONE, List.of(quickCompiler)),
                        new Subject("an archive of classes (AppCDS)", Contestants.CXONE, List.of(archive)),
                        new Subject("both", Contestants.CXONE, List.of(quickCompiler, archive))));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String measure(Bench bench) throws IOException, InterruptedException {
        Path archive = Archive.in(bench);
        Map<String, List<Facts>> found = new LinkedHashMap<>();
        // the first round only fills the caches of the disk
        for (int round = 0; round <= bench.scale().coldStarts; round++) {
            for (Subject subject : subjects) {
                for (String client : CLIENTS) {
                    Facts facts = run(bench, subject, client, archive);
                    List<Facts> all = found.computeIfAbsent(subject.title() + client, absent -> new ArrayList<>());
                    if (round > 0) {
                        all.add(facts);
                    }
                }
            }
        }
        return table(found);
    }

    private static Facts run(Bench bench, Subject subject, String client, Path archive)
            throws IOException, InterruptedException {
        List<String> options = subject.options().stream()
                .map(option -> option.replace(Archive.NAME, archive.toString()))
                .toList();
        try (Child child = subject.contestant().start(bench, options, "server.FirstToken", client)) {
            Facts facts = child.await("first");
            child.join();
            return facts;
        }
    }

    private String table(Map<String, List<Facts>> found) {
        Table table = new Table(
                "milliseconds",
                "to the first token, by the JDK's HttpClient",
                "by a bare socket",
                "to the token of a second server",
                "RSS, MB");
        for (Subject subject : subjects) {
            List<Facts> http = found.getOrDefault(subject.title() + "http", List.of());
            List<Facts> socket = found.getOrDefault(subject.title() + "socket", List.of());
            table.row(
                    subject.title(),
                    quartiles(http, "first", 1),
                    quartiles(socket, "first", 1),
                    quartiles(socket, "second", 1),
                    quartiles(socket, "rss", 1024));
        }
        return table.toString();
    }

    private static Quartiles quartiles(List<Facts> found, String fact, double unit) {
        return Quartiles.of(
                found.stream().map(facts -> facts.number(fact) / unit).toList());
    }
}
