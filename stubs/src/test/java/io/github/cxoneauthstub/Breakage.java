package io.github.cxoneauthstub;

import java.util.List;
import java.util.Random;

/** Spoils one thing in a request; what exactly is up to chance. */
@FunctionalInterface
interface Breakage {

    void apply(Draft draft, Random random);

    /** Does it with one of these. */
    static Breakage oneOf(List<String> values, Spoiling spoiling) {
        return (draft, random) -> spoiling.apply(draft, values.get(random.nextInt(values.size())));
    }

    /** Spoils a request with a text that was chosen. */
    @FunctionalInterface
    interface Spoiling {
        void apply(Draft draft, String value);
    }
}
