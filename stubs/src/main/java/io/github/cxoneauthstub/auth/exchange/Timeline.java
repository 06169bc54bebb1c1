package io.github.cxoneauthstub.auth.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The print of exchanges that a failing test shows: one line each, and four more for a refused one. The first
 * {@value #FIRST} and the last {@value #LAST} are printed. Of those between there are counts, and in their places the
 * first {@value #BETWEEN} that were refused; if there are fewer, also some that show a mistake.
 *
 * @since 0.1.0
 */
public final class Timeline {
    /** How each print begins, by which a message that already has one is known. */
    public static final String HEADING = "what the CXone endpoint saw";

    static final int FIRST = 5;
    static final int LAST = 25;
    static final int BETWEEN = 10;

    private Timeline() {}

    /**
     * Prints exchanges.
     *
     * @param exchanges oldest first
     * @param where the default dialect and the address, as {@code profile OAUTH_TOKEN, 127.0.0.1:40213}
     * @param start the virtual time from which the times of the exchanges are counted
     */
    public static String print(List<Exchange> exchanges, String where, Instant start) {
        StringBuilder text = new StringBuilder(HEADING)
                .append(" (")
                .append(where)
                .append(", virtual time ")
                .append(start.truncatedTo(ChronoUnit.SECONDS))
                .append("):");
        if (exchanges.isEmpty()) {
            return text.append(
                            "\n  nothing: no request arrived at this address; a client that was built with another CxoneAuth asks another")
                    .toString();
        }
        Set<Exchange> printed = printed(exchanges);
        List<Exchange> gap = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            if (printed.contains(exchange)) {
                count(gap, text);
                gap.clear();
                print(exchange, start, text);
            } else {
                gap.add(exchange);
            }
        }
        return text.toString();
    }

    private static Set<Exchange> printed(List<Exchange> all) {
        int end = Math.min(FIRST, all.size());
        int begin = Math.max(end, all.size() - LAST);
        List<Exchange> between = all.subList(end, begin);
        Set<Exchange> printed = Collections.newSetFromMap(new IdentityHashMap<>());
        Stream.concat(
                        between.stream().filter(Timeline::isRefused),
                        between.stream()
                                .filter(each -> !isRefused(each))
                                .filter(each -> !each.findings().isEmpty()))
                .limit(BETWEEN)
                .forEach(printed::add);
        printed.addAll(all.subList(0, end));
        printed.addAll(all.subList(begin, all.size()));
        return printed;
    }

    private static boolean isRefused(Exchange exchange) {
        return exchange.outcome() == Exchange.Outcome.REJECTED;
    }

    private static void count(List<Exchange> gap, StringBuilder text) {
        if (gap.isEmpty()) {
            return;
        }
        long refused = gap.stream().filter(Timeline::isRefused).count();
        text.append("\n  ... ").append(gap.size()).append(" more");
        if (refused > 0) {
            text.append(", of which ")
                    .append(refused)
                    .append(refused == 1 ? " was" : " were")
                    .append(" refused");
        }
        text.append(" ...");
    }

    private static void print(Exchange exchange, Instant start, StringBuilder text) {
        text.append("\n#")
                .append(exchange.number())
                .append(' ')
                .append(since(start, exchange.at()))
                .append(' ');
        text.append(exchange.method().isEmpty() ? "(unreadable)" : exchange.method() + " " + exchange.path());
        text.append("  -> ").append(exchange.status() == 0 ? "no answer" : String.valueOf(exchange.status()));
        if (!exchange.error().isEmpty()) {
            text.append(' ').append(exchange.error());
        }
        if (!exchange.note().isEmpty()) {
            text.append(exchange.error().isEmpty() ? " " : ", ").append(exchange.note());
        }
        exchange.explanation().ifPresent(why -> {
            line(text, "rule", why.rule());
            line(text, "seen", why.seen());
            line(text, "advice", why.advice());
            line(text, "evidence", why.evidence().toString());
        });
        exchange.findings().forEach(finding -> print(finding, exchange, text));
        exchange.curl().ifPresent(command -> line(text, "again", command));
    }

    /** What the rule says already is not said again. */
    private static void print(Finding finding, Exchange exchange, StringBuilder text) {
        line(text, "found", finding.toString());
        boolean isNews = exchange.explanation()
                .filter(why -> why.advice().equals(finding.advice()))
                .isEmpty();
        if (isNews) {
            line(text, "advice", finding.advice());
        }
        finding.code().stream().findFirst().ifPresent(code -> line(text, "code", code.library() + ": " + code.line()));
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(String.format(Locale.ROOT, "\n   %-9s %s", label, value));
    }

    private static String since(Instant start, Instant at) {
        Duration passed = Duration.between(start, at);
        Duration size = passed.abs();
        String hours = size.toHours() == 0 ? "" : size.toHours() + "h";
        String minutes = size.toMinutes() == 0 ? "" : size.toMinutesPart() + "m";
        return String.format(
                "%s%s%s%d.%03ds",
                passed.isNegative() ? "-" : "+", hours, minutes, size.toSecondsPart(), size.toMillisPart());
    }
}
