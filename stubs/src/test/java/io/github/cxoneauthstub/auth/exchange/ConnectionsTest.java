package io.github.cxoneauthstub.auth.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final Connections connections = new Connections();

    @Test
    void oneConnection_isNotSeveral() {
        assertThat(connections.areSeveral(1, 1, START)).isFalse();
        assertThat(connections.areSeveral(1, 1, START)).isFalse();
        assertThat(connections.areSeveral(2, 2, START)).isFalse();
        assertThat(connections.areSeveral(1, 1, START)).isFalse();
    }

    @Test
    void secondConnection_countsUntilItHasBeenIdleForLong() {
        connections.areSeveral(1, 1, START);

        assertThat(connections.areSeveral(1, 2, START.plusSeconds(1))).isTrue();
        assertThat(connections.areSeveral(1, 2, START.plusSeconds(59))).isTrue();
        assertThat(connections.areSeveral(1, 2, START.plus(Connections.IDLE))).isFalse();
        assertThat(connections.areSeveral(1, 1, START.plus(Connections.IDLE.multipliedBy(3))))
                .isFalse();
    }

    @Test
    void oldestProgramOfTooMany_isForgotten() {
        for (int program = 0; program <= Connections.MOST_PROGRAMS; program++) {
            connections.areSeveral(program, 1, START);
        }

        assertThat(connections.areSeveral(1, 2, START.plus(Duration.ofSeconds(1))))
                .isTrue();
        assertThat(connections.areSeveral(0, 2, START.plus(Duration.ofSeconds(1))))
                .isFalse();
    }
}
