package io.github.cxoneauthstub.control;

import io.github.cxoneauthstub.auth.VirtualClock;
import io.github.cxoneauthstub.settings.Field;
import io.github.cxoneauthstub.settings.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and moves the clock. */
final class ClockCalls {
    private static final String ADVANCE = "advance";
    private static final String SET = "set";
    private static final String FROZEN = "frozen";

    private final VirtualClock clock;

    ClockCalls(VirtualClock clock) {
        this.clock = clock;
    }

    List<Call> all() {
        return List.of(Call.of("GET", "/clock", body -> now()), Call.of("POST", "/clock", this::move));
    }

    private Result now() {
        return Result.ok(Map.of("now", clock.instant().toString()));
    }

    /** One of advance and set, or frozen, or a move and then frozen. */
    private Result move(CallBody body) {
        Fields fields = body.fields().allowOnly(ADVANCE, SET, FROZEN);
        Optional<Field> advance = fields.find(ADVANCE);
        Optional<Field> set = fields.find(SET);
        Optional<Boolean> frozen = fields.bool(FROZEN);
        if (fields.isEmpty()) {
            throw fields.refused("say where to move the clock: with advance, set or frozen");
        }
        if (advance.isPresent() && set.isPresent()) {
            throw fields.refused("advance and set cannot be done at once: use one of them");
        }
        advance.ifPresent(this::advance);
        set.ifPresent(this::set);
        frozen.ifPresent(this::freeze);
        // what has ticked away between the two
        set.filter(to -> frozen.orElse(false)).ifPresent(this::set);
        return now();
    }

    private void advance(Field field) {
        Duration by = field.duration();
        if (by.isNegative()) {
            throw field.fault("a duration that is not negative; set may go back");
        }
        field.run(() -> clock.advance(by));
    }

    private void set(Field field) {
        field.run(() -> clock.set(field.instant()));
    }

    private void freeze(boolean frozen) {
        if (frozen) {
            clock.freeze();
        } else {
            clock.unfreeze();
        }
    }
}
