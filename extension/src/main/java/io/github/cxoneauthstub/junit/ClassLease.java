package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.Lease;
import io.github.cxoneauthstub.control.RunReport.Excerpt;
import io.github.cxoneauthstub.junit.LevelledLease.Level;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The server of a test class and what was set up on it before its tests. It is taken when it is first needed. The
 * outermost class leases it from the pool until its end; a nested class is a level within that lease, unless it runs
 * concurrently, when it has a lease of its own that begins with what the class around it has set up. Lives in the store
 * of its class. Safe for use by several threads.
 */
final class ClassLease implements CloseableResource, AutoCloseable {
    private final ExtensionContext context;
    private final Optional<ClassLease> outer;
    private final Settings settings;
    private Optional<Taken> taken = Optional.empty();
    private Optional<Lease.Base> base = Optional.empty();
    private Optional<SharedHandle> sharedBy = Optional.empty();
    private Optional<Runnable> framework = Optional.empty();

    /** @param level the one to end with the class */
    record Taken(LevelledLease lease, Level level) {}

    private ClassLease(ExtensionContext context) {
        this.context = context;
        this.outer = ClassContext.enclosing(context).map(ClassLease::of);
        this.settings = Doors.settings(context);
    }

    /**
     * That of the class which the context is of or in.
     *
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if it is configured in a wrong way
     */
    static ClassLease of(ExtensionContext context) {
        ExtensionContext type = ClassContext.of(context);
        return ClassContext.store(type)
                .getOrComputeIfAbsent(
                        List.of(ClassLease.class, type.getUniqueId()), key -> new ClassLease(type), ClassLease.class);
    }

    Settings settings() {
        return settings;
    }

    /**
     * Checks what a strict class set up, at its end.
     *
     * @param failure what has failed already, if anything
     * @throws org.opentest4j.AssertionFailedError if nothing failed, and something happened that nobody expected
     */
    synchronized void check(Optional<Throwable> failure) {
        if (settings.strict()) {
            taken.ifPresent(now -> new StrictCheck().check(now.lease().auth(), failure));
        }
    }

    /** The handle for what is there once in the class. */
    CxoneAuth auth() {
        return take().auth();
    }

    /**
     * Begins the class. A handle of the class around it may be in its reach, so that what it does with that has to be
     * undone too.
     */
    synchronized void begin() {
        checkNotShared();
        if (isHeld()) {
            take();
        }
    }

    private void checkNotShared() {
        if (outer.isPresent() && isAlone()) {
            outer.flatMap(ClassLease::sharedBy).ifPresent(shared -> {
                throw Concurrency.refused(context, shared);
            });
        }
    }

    /** What a framework is told of this server, if any door asks for that. From then on all methods share it. */
    synchronized Optional<FrameworkProperties> properties() {
        return settings.properties().map(prefix -> {
            checkNotShared();
            shareBy(SharedHandle.of(prefix));
            return FrameworkProperties.of(prefix, auth());
        });
    }

    /** Remembers what starts the framework of the class. */
    synchronized void startWith(Runnable starting) {
        framework = Optional.of(starting);
    }

    /** What starts the framework of the class; empty for nothing. */
    synchronized Optional<Runnable> framework() {
        return framework;
    }

    /** Adds to a failure of the class what its server saw. */
    synchronized void tell(Throwable failure, ExtensionContext where) {
        taken.ifPresent(now -> FailureReport.tell(failure, now.lease().auth(), where));
    }

    /** The handle, if this class or one around it has taken it. */
    synchronized Optional<CxoneAuth> held() {
        return taken.map(now -> now.lease().auth()).or(() -> outer.flatMap(ClassLease::held));
    }

    /** Whether somebody may hold the handle that this class has, from itself or from the classes around it. */
    synchronized boolean isHeld() {
        return taken.isPresent()
                || (!isAlone() && outer.filter(ClassLease::isHeld).isPresent());
    }

    /** Whether its server is another than that of the class around it. */
    private boolean isAlone() {
        return outer.isEmpty() || Concurrency.isConcurrent(context);
    }

    synchronized LevelledLease take() {
        if (taken.isEmpty()) {
            taken = Optional.of(isAlone() ? leaseOwn() : beginLevel(outer.orElseThrow()));
        }
        return taken.get().lease();
    }

    private Taken leaseOwn() {
        LevelledLease own = LevelledLease.lease(PoolOfRun.in(context), settings, outer.flatMap(ClassLease::base));
        return new Taken(own, own.top());
    }

    private Taken beginLevel(ClassLease around) {
        LevelledLease shared = around.take();
        around.base();
        shared.beginClass(settings);
        return new Taken(shared, shared.top());
    }

    /**
     * What the class set up, or, where it took nothing, the classes around it. Asked before the first test changes it,
     * and the same from then on.
     */
    synchronized Optional<Lease.Base> base() {
        if (base.isEmpty()) {
            base = taken.map(now -> now.lease().base());
        }
        return base.or(() -> outer.flatMap(ClassLease::base));
    }

    /** Makes what an enclosing instance has, which is there once in this class, that of the class. */
    synchronized void adopt(TestLease ofEnclosingInstance) {
        if (taken.isEmpty()) {
            taken = ofEnclosingInstance.handOver();
            taken.ifPresent(now -> {
                now.lease().keepTests();
                now.lease().configure(settings);
                shareBy(SharedHandle.in("the instance around " + ClassContext.name(context)));
            });
        }
    }

    /** Remembers that all methods share a handle, and where. */
    synchronized void shareBy(SharedHandle shared) {
        sharedBy = sharedBy.or(() -> Optional.of(shared));
    }

    /** The place from which all methods of the class, or of those around it, share one handle. */
    synchronized Optional<SharedHandle> sharedBy() {
        return sharedBy.or(() -> outer.flatMap(ClassLease::sharedBy));
    }

    private void report(CxoneAuth auth) {
        Excerpt excerpt = Excerpt.of(auth.exchanges().all());
        if (!excerpt.equals(Excerpt.NONE)) {
            ReportOfRun.in(context).ifPresent(report -> report.saw(context, DisplayedName.of(context), excerpt));
        }
    }

    @Override
    public synchronized void close() {
        taken.ifPresent(now -> {
            report(now.lease().auth());
            now.lease().end(now.level());
        });
        taken = Optional.empty();
    }
}
