package io.github.cxoneauthstub.junit;

import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The test classes that run in a thread. Spring makes its factories itself and tells them a class and nothing else; the
 * way from there to JUnit's stores is the thread, in which JUnit runs a class from its conditions to its end. Only that
 * way is kept here, and only as long: what belongs to a class is in its store. Several classes are in one thread when
 * they are nested, or when the thread runs one while it waits for another.
 */
final class RunningClasses {
    private static final ThreadLocal<Deque<ExtensionContext>> OF_THREAD =
            ThreadLocal.withInitial(ConcurrentLinkedDeque::new);

    private RunningClasses() {}

    /** Lets a class be found until its end; to enter it twice has no effect. */
    static void enter(ExtensionContext type) {
        ClassContext.store(type)
                .getOrComputeIfAbsent(
                        List.of(RunningClasses.class, type.getUniqueId()), key -> Entry.of(type), Entry.class);
    }

    /**
     * The context of that class, if this thread runs it, or else the innermost of a subclass: for a hierarchy of
     * contexts Spring tells the class that declares it, which may be a superclass of the one that runs.
     */
    static Optional<ExtensionContext> find(Class<?> testClass) {
        Deque<ExtensionContext> running = OF_THREAD.get();
        if (running.isEmpty()) {
            OF_THREAD.remove();
        }
        return first(running, type -> type == testClass).or(() -> first(running, testClass::isAssignableFrom));
    }

    private static Optional<ExtensionContext> first(Deque<ExtensionContext> running, Predicate<Class<?>> wanted) {
        return running.stream()
                .filter(type -> wanted.test(type.getRequiredTestClass()))
                .findFirst();
    }

    private record Entry(Deque<ExtensionContext> running, ExtensionContext type)
            implements CloseableResource, AutoCloseable {

        static Entry of(ExtensionContext type) {
            Deque<ExtensionContext> running = OF_THREAD.get();
            running.push(type);
            return new Entry(running, type);
        }

        @Override
        public void close() {
            running.remove(type);
            if (OF_THREAD.get().isEmpty()) {
                OF_THREAD.remove();
            }
        }
    }
}
