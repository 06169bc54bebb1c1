package io.github.cxoneauthstub.samples.benchmarks.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Who is compared. */
enum Contestants {
    CXONE("cxone", "**cxone-auth-stubs**"),
    WIREMOCK_STATIC("wiremock-static", "WireMock as it comes, one static stub"),
    WIREMOCK_RS256("wiremock-rs256", "WireMock as it comes, RS256 by a transformer"),
    MOCK_OAUTH2("mock-oauth2-server", "mock-oauth2-server");

    private final String id;
    private final String title;

    Contestants(String id, String title) {
        this.id = id;
        this.title = title;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** Starts a process of this contestant. */
    Child start(Bench bench, List<String> options, String mainClass, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(options);
        all.add("-Dbenchmarks.key=" + Keys.of(bench));
        List<String> more = new ArrayList<>(List.of(id));
        more.addAll(List.of(arguments));
        return bench.launcher().start(bench.classPaths().of(id), all, mainClass, more.toArray(String[]::new));
    }
}
