package io.github.cxoneauthstub.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.control.ReportBounds.LeftOut;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportBoundsTest {

    private record Ran(int number, boolean passed, int exchanges) {}

    private static List<Ran> trimmed(LeftOut expected, Stream<Ran> tests) {
        List<Ran> all = new ArrayList<>(tests.toList());
        assertThat(ReportBounds.trim(all, Ran::passed, Ran::exchanges)).isEqualTo(expected);
        return all;
    }

    private static Stream<Ran> tests(int count, boolean passed, int exchanges) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> new Ran(number, passed, exchanges));
    }

    @Test
    void whatFits_stays() {
        assertThat(trimmed(LeftOut.NONE, tests(1_000, true, 4))).hasSize(1_000);
        assertThat(trimmed(LeftOut.NONE, Stream.empty())).isEmpty();
    }

    @Test
    void oldestThatPassed_goFirst() {
        assertThat(trimmed(new LeftOut(1, 3), Stream.concat(tests(1, false, 4), tests(1_000, true, 3))))
                .hasSize(1_000)
                .startsWith(new Ran(1, false, 4), new Ran(2, true, 3));
    }

    @Test
    void whereNoneIsLeftThatPassed_theOldestOfTheOthersGo() {
        assertThat(trimmed(new LeftOut(50, 4_000), tests(100, false, 80)))
                .hasSize(50)
                .first()
                .extracting(Ran::number)
                .isEqualTo(51);
    }

    @Test
    void testWithoutExchanges_doesNotGoForTheirSake() {
        List<Ran> left = trimmed(
                new LeftOut(1, 40),
                Stream.of(tests(1, true, 0), tests(101, true, 40)).flatMap(all -> all));

        assertThat(left).hasSize(101);
        assertThat(left.get(0).exchanges()).isZero();
    }

    @Test
    void lastOne_stays() {
        List<Ran> left = trimmed(new LeftOut(1, 0), Stream.concat(tests(1_000, false, 0), tests(1, true, 0)));

        assertThat(left.get(999).passed()).isTrue();
    }
}
