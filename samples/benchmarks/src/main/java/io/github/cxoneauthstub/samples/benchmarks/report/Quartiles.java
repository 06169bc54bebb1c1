package io.github.cxoneauthstub.samples.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** The middle of some numbers, and the half of them that is around it. */
record Quartiles(double lower, double median, double upper) {

    static Quartiles of(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    private static double at(List<Double> sorted, double share) {
        double place = share * (sorted.size() - 1);
        double below = sorted.get((int) place);
        double above = sorted.get((int) Math.ceil(place));
        return below + (above - below) * (place - Math.floor(place));
    }

    /** The median, with the quartiles in parentheses. */
    @Override
    public String toString() {
        return shown(median) + " (" + shown(lower) + "–" + shown(upper) + ")";
    }

    /** Three digits, or all before the point. */
    static String shown(double number) {
        int decimals = number >= 100 ? 0 : number >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
}
