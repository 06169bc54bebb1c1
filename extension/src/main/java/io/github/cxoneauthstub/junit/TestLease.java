package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.Lease;
import io.github.cxoneauthstub.control.RunReport.Excerpt;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The server of one test, from the construction of its instance to its end. A test that may run concurrently with
 * others has a lease of its own, which begins with what its class set up; any other is a level on that of its class. It
 * is taken when it is first needed. Safe for use by several threads.
 */
final class TestLease implements CloseableResource, AutoCloseable {
    private Optional<ClassLease.Taken> taken = Optional.empty();
    private Optional<ClassLease> beganIn = Optional.empty();
    private Optional<Settings> ofMethod = Optional.empty();
    private final StrictCheck strict = new StrictCheck();
    private boolean own;

    /** That of the method which the context is of, with what its constructor did. */
    static TestLease of(ExtensionContext method) {
        return ClassContext.store(method)
                .getOrComputeIfAbsent(
                        TestLease.class,
                        key -> Constructions.in(method)
                                .claim(method.getRequiredTestInstances().getAllInstances())
                                .orElseGet(TestLease::new),
                        TestLease.class);
    }

    /** Takes what is needed from here on in the constructor or the method that the context is of. */
    synchronized CxoneAuth take(ExtensionContext context) {
        Settings settings = settings(context);
        if (taken.isEmpty()) {
            takeFirst(context, settings);
        } else {
            goOn(context, settings);
        }
        return taken.orElseThrow().lease().auth();
    }

    private Settings settings(ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            return ClassLease.of(context).settings();
        }
        if (ofMethod.isEmpty()) {
            ofMethod = Optional.of(Doors.settings(context));
        }
        return ofMethod.get();
    }

    private void takeFirst(ExtensionContext context, Settings settings) {
        ClassLease home = ClassLease.of(context);
        own = isAlone(context);
        LevelledLease lease;
        if (own) {
            lease = LevelledLease.lease(PoolOfRun.in(context), settings, home.base());
        } else {
            lease = home.take();
            home.base();
            lease.beginTest(settings);
        }
        taken = Optional.of(new ClassLease.Taken(lease, lease.top()));
        beganIn = Optional.of(home);
    }

    private void goOn(ExtensionContext context, Settings settings) {
        ClassLease home = ClassLease.of(context);
        LevelledLease lease = taken.orElseThrow().lease();
        Optional<Lease.Base> base = home.base();
        if (own && base.isPresent() && !base.equals(beganIn.flatMap(ClassLease::base))) {
            // begun for the enclosing instance: what the nested class has set up was not known then
            lease.rebase(settings, base.get());
        } else {
            lease.configure(settings);
        }
        beganIn = Optional.of(home);
    }

    private static boolean isAlone(ExtensionContext context) {
        return context.getTestMethod().isPresent()
                ? Concurrency.isConcurrent(context)
                : Concurrency.hasConcurrentMethods(context);
    }

    /**
     * Begins a constructor or a method. A handle that it does not ask for may be in its reach, in a field of the class,
     * so that what it does with it has to be undone too.
     *
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if it is configured in a wrong way, or if
     *     others run at the same time that share that handle
     */
    synchronized void begin(ExtensionContext context) {
        settings(context);
        ClassLease home = ClassLease.of(context);
        boolean alone = isAlone(context);
        if (alone && context.getTestMethod().isPresent()) {
            checkNotShared(context, home);
        }
        if (taken.isPresent() || (!alone && home.isHeld())) {
            take(context);
        }
    }

    private void checkNotShared(ExtensionContext context, ClassLease home) {
        home.sharedBy()
                .or(() -> taken.filter(now -> !own).map(now -> SharedHandle.in("its class")))
                .ifPresent(shared -> {
                    throw Concurrency.refused(context, shared);
                });
    }

    /**
     * Adds to a failure of the test what its server saw; if that saw nothing, what that of its class did, because a
     * client that was built with its handle asked there.
     */
    synchronized void tell(Throwable failure, ExtensionContext where) {
        Optional<CxoneAuth> asked = taken.map(now -> now.lease().auth())
                .filter(auth -> !auth.exchanges().all().isEmpty());
        if (asked.isPresent()) {
            FailureReport.tell(failure, asked.get(), where);
        } else {
            ClassLease.of(where).tell(failure, where);
        }
    }

    /**
     * Checks a strict test at its end.
     *
     * @param where its method, or its class where the construction of its instance is its end
     * @param failure what has failed already, if anything
     * @throws org.opentest4j.AssertionFailedError if it passed, and something happened that it did not expect
     */
    synchronized void check(ExtensionContext where, Optional<Throwable> failure) {
        if (settings(where).strict()) {
            taken.ifPresent(now -> strict.check(now.lease().auth(), failure));
        }
    }

    /** Begins a dynamic test; empty if there is nothing to check at its end. */
    synchronized Optional<StrictCheck.Part> beginDynamic(ExtensionContext factory) {
        return settings(factory).strict()
                ? taken.map(now -> strict.begin(now.lease().auth()))
                : Optional.empty();
    }

    /** Puts the test into the report of the run, if there is one. */
    synchronized void report(ExtensionContext method) {
        ReportOfRun.in(method).ifPresent(report -> {
            Optional<CxoneAuth> auth = taken.map(now -> now.lease().auth())
                    .or(() -> ClassLease.of(method).held());
            DisplayedName name = DisplayedName.of(method, settings(method), auth);
            report.saw(method, name, excerpt());
        });
    }

    /** What it asked. */
    synchronized Excerpt excerpt() {
        return taken.map(now -> Excerpt.of(now.lease().auth().exchanges().all()))
                .orElse(Excerpt.NONE);
    }

    /** Gives what was taken to another, who ends it. */
    synchronized Optional<ClassLease.Taken> handOver() {
        Optional<ClassLease.Taken> handed = taken;
        taken = Optional.empty();
        return handed;
    }

    @Override
    public synchronized void close() {
        handOver().ifPresent(now -> now.lease().end(now.level()));
    }
}
