package io.github.cxoneauthstub.samples.benchmarks.report;

/** How long everything is measured. */
public enum Scale {
    /** Shows in two minutes that the harness works; the numbers mean nothing. */
    QUICK(1, 300, 1, 300, 2_000),
    /** Ten minutes; the numbers of the page. */
    FULL(15, 4_000, 5, 2_000, 100_000);

    final int coldStarts;
    final int warmUpMillis;
    final int loadRounds;
    final int loadMillis;
    final int memoryRequests;

    Scale(int coldStarts, int warmUpMillis, int loadRounds, int loadMillis, int memoryRequests) {
        this.coldStarts = coldStarts;
        this.warmUpMillis = warmUpMillis;
        this.loadRounds = loadRounds;
        this.loadMillis = loadMillis;
        this.memoryRequests = memoryRequests;
    }
}
