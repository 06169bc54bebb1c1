package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.control.RunReport.Excerpt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The tests whose instance is being constructed, or is constructed and not yet claimed by its method: JUnit constructs
 * without saying for which method, but always in the thread in which the method begins next. Lives in the store of the
 * outermost class. Safe for use by several threads.
 */
final class Constructions implements CloseableResource, AutoCloseable {
    private final Map<Thread, Deque<TestLease>> underWay = new HashMap<>();
    private final IdentityHashMap<Object, TestLease> ofInstances = new IdentityHashMap<>();
    private final IdentityHashMap<Throwable, Excerpt> settled = new IdentityHashMap<>();

    static Constructions in(ExtensionContext context) {
        return ClassContext.store(ClassContext.outermost(context))
                .getOrComputeIfAbsent(Constructions.class, key -> new Constructions(), Constructions.class);
    }

    /** Begins with the outermost instance of a test; a thread that helps out within may begin another on top. */
    synchronized TestLease begin() {
        TestLease lease = new TestLease();
        underWay.computeIfAbsent(Thread.currentThread(), thread -> new ArrayDeque<>())
                .push(lease);
        return lease;
    }

    /** What this thread constructs. */
    synchronized Optional<TestLease> current() {
        return Optional.ofNullable(underWay.get(Thread.currentThread())).map(Deque::peek);
    }

    /** Ties what this thread constructs to the instance that came of it. */
    synchronized TestLease tie(Object instance) {
        TestLease lease = current().orElseThrow();
        ofInstances.put(instance, lease);
        return lease;
    }

    synchronized Optional<TestLease> of(Object instance) {
        return Optional.ofNullable(ofInstances.get(instance));
    }

    /** Takes out what was constructed for one of these instances. */
    synchronized Optional<TestLease> claim(List<Object> instances) {
        Optional<TestLease> found =
                instances.stream().map(this::of).flatMap(Optional::stream).findFirst();
        found.ifPresent(this::remove);
        return found;
    }

    /** Whether a failure is told of for the first time: of one in a constructor, two callbacks tell. */
    synchronized boolean settle(Throwable failure) {
        return settled.putIfAbsent(failure, Excerpt.NONE) == null;
    }

    /** Keeps what was asked before a failure, for the report of the test, which is known later. */
    synchronized void keep(Throwable failure, Excerpt excerpt) {
        settled.put(failure, excerpt);
    }

    /** What was asked before a failure. */
    synchronized Excerpt before(Throwable failure) {
        return settled.getOrDefault(failure, Excerpt.NONE);
    }

    /** Takes out what this thread constructed in vain. */
    synchronized Optional<TestLease> abandon() {
        Optional<TestLease> found = current();
        found.ifPresent(this::remove);
        return found;
    }

    private void remove(TestLease lease) {
        ofInstances.values().removeIf(lease::equals);
        underWay.values().forEach(stack -> stack.remove(lease));
        underWay.values().removeIf(Deque::isEmpty);
    }

    /** Gives back what nobody claimed. */
    @Override
    public synchronized void close() {
        underWay.values().forEach(stack -> stack.forEach(TestLease::close));
        underWay.clear();
        ofInstances.clear();
    }
}
