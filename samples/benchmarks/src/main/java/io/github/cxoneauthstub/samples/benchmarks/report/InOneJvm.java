package io.github.cxoneauthstub.samples.benchmarks.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What JMH measures. */
final class InOneJvm implements Section {
    private final String name;
    private final String benchmark;
    private final Map<String, String> titles;

    private InOneJvm(String name, String benchmark, Map<String, String> titles) {
        this.name = name;
        this.benchmark = benchmark;
        this.titles = titles;
    }

    /** The model's decisions. */
    static InOneJvm decisions() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("acceptedByBasic", "a token by Basic, not signed");
        titles.put("acceptedByBody", "a token by the form, not signed");
        titles.put("refusedJsonBody", "refused: a JSON body");
        titles.put("refusedSecretNotEncoded", "refused: a secret that was not form-encoded");
        titles.put("refusedWrongSecret", "refused: another secret");
        titles.put("refusedUnknownClient", "refused: an unknown client");
        titles.put("refusedNoCredentials", "refused: no credentials");
        titles.put("refusedScope", "refused: a scope that is not granted");
        titles.put("refusedBrokenEscape", "refused: a broken escape");
        titles.put("resource", "a resource, the token not verified");
        titles.put("resourceRefused", "a resource refused: the token is the word undefined");
        titles.put("resourceVerified", "a resource, the token verified");
        titles.put("acceptedAndSigned", "a token, signed");
        return new InOneJvm("decision", "DecisionBenchmark", titles);
    }

    /** The same with what is found, which is made when an exchange is read. */
    static InOneJvm diagnoses() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("acceptedByBasicAndRead", "a token by Basic, not signed");
        titles.put("jsonBodyAndRead", "refused: a JSON body");
        titles.put("wrongSecretAndRead", "refused: another secret");
        titles.put("unknownClientAndRead", "refused: an unknown client");
        titles.put("largeJson", "2 MB: a JSON object with one long member");
        titles.put("largeSecret", "2 MB: one long secret, all of it encoded");
        titles.put("manySecrets", "2 MB: nine hundred secrets");
        titles.put("manyParameters", "2 MB: parameters of one character");
        titles.put("onlyBlanks", "2 MB: blanks");
        titles.put("onlyPercents", "2 MB: percent signs");
        titles.put("onlyLetters", "2 MB: the letter A");
        return new InOneJvm("diagnosis", "DiagnosisBenchmark", titles);
    }

    /** Leases, and servers beside the first. */
    static InOneJvm servers() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("leaseAndGiveBack", "lease and give-back, µs");
        titles.put(
                "leaseTestExchangeAndGiveBack",
                "lease, one test with one exchange over a new connection, give-back, µs");
        titles.put("furtherServer", "a further server: start, first token, stop, ms");
        return new InOneJvm("lease", "(Lease|FurtherServer)Benchmark", titles);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String measure(Bench bench) throws IOException, InterruptedException {
        String scale = bench.scale().name().toLowerCase(Locale.ROOT);
        Map<String, Facts> found = new LinkedHashMap<>();
        try (Child child =
                bench.launcher().start(bench.classPaths().micro(), List.of(), "micro.Micro", scale, benchmark)) {
            child.all("name").forEach(facts -> found.put(facts.text("name"), facts));
            child.join();
        }
        if (!found.keySet().equals(titles.keySet())) {
            throw new IllegalStateException("measured were " + found.keySet() + ", expected " + titles.keySet());
        }
        Table table = new Table(name.equals("lease") ? "what" : "one request, µs", "median (quartiles)");
        titles.forEach((label, title) -> table.row(title, quartiles(found, label)));
        return table + (name.equals("lease") ? costs(bench) : "");
    }

    private static Quartiles quartiles(Map<String, Facts> found, String label) {
        Facts facts = found.get(label);
        if (facts == null) {
            throw new IllegalStateException("nothing was measured of " + label);
        }
        return new Quartiles(facts.number("p25"), facts.number("p50"), facts.number("p75"));
    }

    private static String costs(Bench bench) throws IOException, InterruptedException {
        try (Child child = bench.launcher().start(bench.classPaths().micro(), List.of(), "micro.LeaseCosts")) {
            Facts facts = child.await("leases");
            child.join();
            return "\nAfter the first lease, " + facts.text("leases") + " more, each with a token request, started "
                    + facts.text("threads") + " threads and opened " + facts.text("ports") + " ports.\n";
        }
    }
}
