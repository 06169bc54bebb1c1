package io.github.cxoneauthstub.samples.benchmarks.micro;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** A process of its own: runs the JMH benchmarks, each in a JVM of its own, and prints their quartiles. */
final class Micro {
    private static final String SINGLE_SHOTS = FurtherServerBenchmark.class.getSimpleName();

    private Micro() {}

    /**
     * Prints one line for each benchmark.
     *
     * @param args {@code quick} or {@code full}, and a pattern of the benchmarks to run
     */
    public static void main(String[] args) throws RunnerException {
        boolean quick = args[0].equals("quick");
        print(new Runner(sampled(quick, args[1])).run());
        if (Pattern.compile(args[1]).matcher(SINGLE_SHOTS).find()) {
            print(new Runner(singleShots(quick)).run());
        }
    }

    private static Options sampled(boolean quick, String pattern) {
        return new OptionsBuilder()
                .include(pattern)
                .exclude(SINGLE_SHOTS)
                .forks(1)
                .warmupIterations(quick ? 1 : 4)
                .warmupTime(TimeValue.milliseconds(quick ? 200 : 1_000))
                .measurementIterations(quick ? 1 : 4)
                .measurementTime(TimeValue.milliseconds(quick ? 200 : 1_000))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    private static Options singleShots(boolean quick) {
        return new OptionsBuilder()
                .include(SINGLE_SHOTS)
                .forks(quick ? 1 : 3)
                .warmupIterations(2)
                .measurementIterations(quick ? 3 : 10)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    private static void print(Collection<RunResult> results) {
        for (RunResult result : results) {
            Statistics times = result.getPrimaryResult().getStatistics();
            System.out.println(String.format(
                    Locale.ROOT,
                    "name=%s p25=%.3f p50=%.3f p75=%.3f count=%d",
                    result.getPrimaryResult().getLabel(),
                    times.getPercentile(25),
                    times.getPercentile(50),
                    times.getPercentile(75),
                    times.getN()));
        }
    }
}
