package io.github.cxoneauthstub.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * How much stays of a run, so that its page stays small: {@value #TESTS} tests and {@value #EXCHANGES} exchanges. The
 * oldest that passed go first.
 *
 * @since 0.1.0
 */
public final class ReportBounds {
    static final int TESTS = 1_000;
    static final int EXCHANGES = 4_000;

    private ReportBounds() {}

    /**
     * What did not stay.
     *
     * @param tests how many
     * @param exchanges how many those had, as far as they would have been shown
     * @since 0.1.0
     */
    public record LeftOut(int tests, int exchanges) {
        /** Nothing. */
        public static final LeftOut NONE = new LeftOut(0, 0);

        /** Both. */
        public LeftOut plus(LeftOut more) {
            return new LeftOut(tests + more.tests, exchanges + more.exchanges);
        }
    }

    /**
     * Removes what is too much. The last one stays: how it ended may not be known yet.
     *
     * @param oldestFirst a collection whose iterator can remove
     * @param passed whether one passed
     * @param exchanges how many exchanges one shows
     */
    public static <T> LeftOut trim(Collection<T> oldestFirst, Predicate<T> passed, ToIntFunction<T> exchanges) {
        int tests = oldestFirst.size();
        int shown = oldestFirst.stream().mapToInt(exchanges).sum();
        if (tests <= TESTS && shown <= EXCHANGES) {
            return LeftOut.NONE;
        }
        List<T> firstToGo = new ArrayList<>(oldestFirst.stream().filter(passed).toList());
        firstToGo.addAll(oldestFirst.stream().filter(passed.negate()).toList());
        Set<T> going = Collections.newSetFromMap(new IdentityHashMap<>());
        T last = new ArrayList<>(oldestFirst).get(oldestFirst.size() - 1);
        LeftOut leftOut = LeftOut.NONE;
        for (T each : firstToGo) {
            boolean helps = tests - leftOut.tests() > TESTS
                    || (shown - leftOut.exchanges() > EXCHANGES && exchanges.applyAsInt(each) > 0);
            if (helps && each != last) {
                going.add(each);
                leftOut = leftOut.plus(new LeftOut(1, exchanges.applyAsInt(each)));
            }
        }
        oldestFirst.removeIf(going::contains);
        return leftOut;
    }
}
