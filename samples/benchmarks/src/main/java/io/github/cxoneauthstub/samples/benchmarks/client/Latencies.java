package io.github.cxoneauthstub.samples.benchmarks.client;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** What one run of load found. */
final class Latencies {
    private final double perSecond;
    private final long wrong;
    private final long[] sorted;

    private Latencies(double perSecond, long wrong, long[] sorted) {
        this.perSecond = perSecond;
        this.wrong = wrong;
        this.sorted = sorted;
    }

    /** @param wrong answers of another status than expected, and broken connections */
    static Latencies of(List<LongList> taken, long spentNanos, long wrong) {
        long[] sorted = taken.stream()
                .flatMapToLong(each -> LongStream.of(each.toArray()))
                .sorted()
                .toArray();
        return new Latencies(sorted.length * 1e9 / spentNanos, wrong, sorted);
    }

    private double millisAt(double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1) * share)] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "count=%d perSecond=%.1f wrong=%d p25=%.4f p50=%.4f p75=%.4f p99=%.4f max=%.4f",
                sorted.length,
                perSecond,
                wrong,
                millisAt(0.25),
                millisAt(0.50),
                millisAt(0.75),
                millisAt(0.99),
                millisAt(1));
    }
}
