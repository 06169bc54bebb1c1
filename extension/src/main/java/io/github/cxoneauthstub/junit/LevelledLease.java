package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.CxoneAuthPool;
import io.github.cxoneauthstub.Lease;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A lease and the levels that were begun on it: that of its class, those of nested classes, on top that of a test. To
 * end a level restores what was there before it; to end the first gives the server back. Safe for use by several
 * threads, as far as their levels do not cross.
 */
final class LevelledLease {
    private final Lease lease;
    private final Deque<Level> levels = new ArrayDeque<>();

    /** One level, told from others by identity. */
    static final class Level {
        private final Settings settings;
        private boolean ofTest;

        private Level(Settings settings, boolean ofTest) {
            this.settings = settings;
            this.ofTest = ofTest;
        }
    }

    private LevelledLease(Lease lease, Settings settings) {
        this.lease = lease;
        begun(settings, false);
    }

    private void begun(Settings settings, boolean ofTest) {
        if (settings.strict()) {
            lease.auth().exchanges().remember();
        }
        levels.push(new Level(settings, ofTest));
    }

    static LevelledLease lease(CxoneAuthPool pool, Settings settings, Optional<Lease.Base> base) {
        Lease lease = base.map(from -> pool.lease(settings.configuration(), from))
                .orElseGet(() -> pool.lease(settings.configuration()));
        return new LevelledLease(lease, settings);
    }

    CxoneAuth auth() {
        return lease.auth();
    }

    synchronized Lease.Base base() {
        return lease.base();
    }

    /** The level that is on top. */
    synchronized Level top() {
        return levels.element();
    }

    synchronized void beginClass(Settings settings) {
        endTests();
        push(settings, false);
    }

    synchronized void beginTest(Settings settings) {
        endTests();
        push(settings, true);
    }

    /** What a test left behind that was never told of its end. */
    private void endTests() {
        while (levels.element().ofTest) {
            pop();
        }
    }

    private void push(Settings settings, boolean ofTest) {
        lease.beginTest(settings.configuration());
        begun(settings, ofTest);
    }

    /** Goes on with other settings, if they are others, until the level on top ends. */
    synchronized void configure(Settings wanted) {
        Level top = levels.element();
        if (!top.settings.equals(wanted)) {
            push(wanted, top.ofTest);
        }
    }

    /** Goes on with what was set up elsewhere, until the level on top ends. */
    synchronized void rebase(Settings wanted, Lease.Base from) {
        boolean ofTest = levels.element().ofTest;
        lease.beginTest(wanted.configuration(), from);
        begun(wanted, ofTest);
    }

    /** Lets what a test has begun be a class's, for the tests within to begin on. */
    synchronized void keepTests() {
        levels.forEach(level -> level.ofTest = false);
    }

    /** Ends a level and those above it; nothing if it has ended. */
    synchronized void end(Level level) {
        while (levels.contains(level)) {
            pop();
        }
    }

    private void pop() {
        levels.pop();
        if (levels.isEmpty()) {
            lease.close();
        } else {
            lease.endTest();
        }
    }
}
