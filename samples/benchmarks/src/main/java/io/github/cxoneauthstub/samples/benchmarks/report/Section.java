package io.github.cxoneauthstub.samples.benchmarks.report;

import java.io.IOException;

/** One part of the page, measured when it is asked for. */
interface Section {

    /** Its marker on the page. */
    String name();

    /** Measures, and returns Markdown. */
    String measure(Bench bench) throws IOException, InterruptedException;
}
