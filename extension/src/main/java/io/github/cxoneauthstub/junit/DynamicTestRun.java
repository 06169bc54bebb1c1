package io.github.cxoneauthstub.junit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.opentest4j.TestAbortedException;

/**
 * A dynamic test, which JUnit tells nobody of but who intercepts it: no callback begins or ends it, and its failure is
 * not that of its factory.
 *
 * @param factory the method that made it
 * @param lease that of the factory, which all its tests share
 */
record DynamicTestRun(ExtensionContext factory, TestLease lease) {

    static DynamicTestRun of(ExtensionContext factory) {
        return new DynamicTestRun(factory, TestLease.of(factory));
    }

    void run(Invocation<@Nullable Void> test, ExtensionContext context) throws Throwable {
        Optional<StrictCheck.Part> strict = lease.beginDynamic(factory);
        try {
            test.proceed();
        } catch (Throwable failure) {
            lease.tell(failure, context);
            strict.ifPresent(part -> part.check(Optional.of(failure)));
            if (!(failure instanceof TestAbortedException)) {
                TestEnd.failedWithin(factory);
            }
            throw failure;
        }
        strict.ifPresent(this::check);
    }

    private void check(StrictCheck.Part passed) {
        try {
            passed.check(Optional.empty());
        } catch (AssertionError unexpected) {
            TestEnd.failedWithin(factory);
            throw unexpected;
        }
    }
}
