package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
    private static final Instant START = Instant.parse("2026-11-21T10:15:30Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** What the system's clock shows: moved by the test. */
    private volatile Instant system = START;

    private final VirtualTime time = new VirtualTime(new SystemClock());
    private final VirtualClock clock = new VirtualClock(() -> time);

    @Test
    void clock_beginsAtTheSystemsTimeAndTicks() {
        tick(SECOND);

        assertThat(clock.instant()).isEqualTo(START.plus(SECOND));
    }

    @Test
    void advance_movesForwardAndTheClockTicksOn() {
        clock.advance(Duration.ofHours(25));
        tick(SECOND);

        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(25)).plus(SECOND));
    }

    @Test
    void set_movesBackAndTheClockTicksOn() {
        clock.set(START.minus(Duration.ofDays(400)));
        tick(SECOND);

        assertThat(clock.instant()).isEqualTo(START.minus(Duration.ofDays(400)).plus(SECOND));
    }

    @Test
    void frozenClock_doesNotTick() {
        clock.freeze();
        tick(SECOND);

        assertThat(clock.instant()).isEqualTo(START);
        assertThat(clock.isFrozen()).isTrue();
    }

    @Test
    void frozenClock_isStillMovedByHand() {
        clock.freeze();

        clock.advance(SECOND);
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
        clock.sleep(SECOND);
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(2));
        clock.set(START.minusSeconds(5));
        assertThat(clock.instant()).isEqualTo(START.minusSeconds(5));
    }

    @Test
    void unfrozenClock_ticksFromWhereItStood() {
        clock.freeze();
        tick(Duration.ofHours(1));
        clock.unfreeze();
        tick(SECOND);

        assertThat(clock.isFrozen()).isFalse();
        assertThat(clock.instant()).isEqualTo(START.plus(SECOND));
    }

    @Test
    void freezeAndUnfreezeTwice_changeNothingMore() {
        clock.unfreeze();
        clock.freeze();
        tick(SECOND);
        clock.freeze();

        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void sleep_movesTheClockByItsDuration() {
        clock.sleep(Duration.ofMinutes(5));

        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(5)));
    }

    @Test
    void sleepsOneAfterTheOther_addUp() {
        clock.sleep(SECOND);
        clock.sleep(SECOND);

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void fiftySleepersAtOnce_doNotAddUp() throws Exception {
        clock.freeze();
        CyclicBarrier together = new CyclicBarrier(50);

        inParallel(50, () -> {
            together.await(10, TimeUnit.SECONDS);
            clock.sleep(Duration.ofMinutes(1));
            return clock.instant();
        });

        // a machine under load may let some of them come late, but never one after the other
        assertThat(clock.instant()).isBetween(START.plus(Duration.ofMinutes(1)), START.plus(Duration.ofMinutes(10)));
    }

    @Test
    void advancesFromManyThreads_allCount() throws Exception {
        inParallel(50, () -> {
            clock.advance(SECOND);
            return clock.instant();
        });

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(50));
    }

    @Test
    void noEarlierThan_neverMovesBack() {
        time.noEarlierThan(START.minusSeconds(1));

        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void negativeAdvance_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                .withMessage("the clock cannot advance by PT-1S: the duration must not be negative;"
                        + " use set(Instant) to go back");
    }

    @Test
    void negativeSleep_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.sleep(Duration.ofMillis(-1)))
                .withMessageStartingWith("the clock cannot sleep by PT-0.001S:");
    }

    @Test
    void clock_reachesBothEndsOfItsYears() {
        Instant last = Instant.parse("9998-12-31T23:59:59Z");

        clock.set(Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
        clock.advance(Duration.between(Instant.EPOCH, last));
        assertThat(clock.instant()).isEqualTo(last);
    }

    @Test
    void timeThatNoDateHeaderHolds_isRefusedAndTheClockStays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.set(Instant.EPOCH.minusNanos(1)))
                .withMessage("the clock cannot be moved to 1969-12-31T23:59:59.999999999Z:"
                        + " a Date header holds the years 1970 to 9998 only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.advance(Duration.ofDays(365 * 8_000)))
                .withMessage("the clock cannot be moved to a time after 9998-12-31T23:59:59Z:"
                        + " a Date header holds the years 1970 to 9998 only");
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofSeconds(Long.MAX_VALUE)));
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void otherZone_showsTheSameTime() {
        Clock berlin = clock.withZone(ZoneId.of("Europe/Berlin"));

        clock.advance(SECOND);

        assertThat(berlin.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(berlin.instant()).isEqualTo(clock.instant());
        assertThat(berlin.withZone(ZoneOffset.UTC)).isEqualTo(clock).hasSameHashCodeAs(clock);
        assertThat(berlin).isNotEqualTo(clock);
    }

    @Test
    void text_isTheTimeItShows() {
        assertThat(clock).hasToString("VirtualClock[2026-11-21T10:15:30Z]");
        clock.freeze();
        assertThat(clock).hasToString("VirtualClock[2026-11-21T10:15:30Z, frozen]");
    }

    @Test
    void fork_beginsAtTheSameTimeAndGoesItsOwnWay() {
        clock.freeze();
        clock.advance(SECOND);

        VirtualTime fork = time.fork();
        clock.advance(SECOND);

        assertThat(fork.now()).isEqualTo(START.plusSeconds(1)).isEqualTo(fork.start());
        assertThat(fork.isFrozen()).isTrue();
        fork.unfreeze();
        assertThat(clock.isFrozen()).isTrue();
    }

    private void tick(Duration by) {
        system = system.plus(by);
    }

    private static void inParallel(int threads, Callable<Instant> action) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(pool.submit(action));
        }
        for (Future<?> each : running) {
            each.get(20, TimeUnit.SECONDS);
        }
        pool.shutdown();
    }

    private final class SystemClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return system;
        }
    }
}
