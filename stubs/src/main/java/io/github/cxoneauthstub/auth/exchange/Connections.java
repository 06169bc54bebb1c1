package io.github.cxoneauthstub.auth.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which programs have come over several connections of late, and so may have several threads. It is noted as requests
 * come, so that what shows it may be forgotten. Not safe for use by several threads.
 */
final class Connections {
    /** A connection that was not used for so long is taken for closed. */
    static final Duration IDLE = Duration.ofMinutes(1);

    static final int MOST_PROGRAMS = 100;

    private final Map<Integer, Latest> ofPrograms = new LinkedHashMap<>();

    /**
     * The latest request of a program.
     *
     * @param connection over which it came
     * @param at when
     * @param other when the latest one came over another connection
     */
    private record Latest(int connection, Instant at, Instant other) {
        Latest then(int next, Instant now) {
            return new Latest(next, now, next == connection ? other : at);
        }

        boolean isAmongSeveral() {
            return other.isAfter(at.minus(IDLE));
        }
    }

    /** Notes a request by the clock of the machine; tells whether its program came over several connections of late. */
    boolean areSeveral(int program, int connection, Instant at) {
        Latest latest = ofPrograms.containsKey(program)
                ? ofPrograms.get(program).then(connection, at)
                : new Latest(connection, at, at.minus(IDLE));
        if (ofPrograms.size() == MOST_PROGRAMS && !ofPrograms.containsKey(program)) {
            ofPrograms.remove(ofPrograms.keySet().iterator().next());
        }
        ofPrograms.put(program, latest);
        return latest.isAmongSeveral();
    }
}
