package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.CxoneAuth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;

/**
 * The steps around the construction of a test instance. One that exists once in its class works on what the class sets
 * up; one that is made for a method works on what the test has.
 */
final class Construction {
    private Construction() {}

    static boolean isOncePerClass(ExtensionContext context) {
        return context.getTestInstanceLifecycle()
                .filter(Lifecycle.PER_CLASS::equals)
                .isPresent();
    }

    static void begin(TestInstanceFactoryContext instance, ExtensionContext context) {
        Constructions constructions = Constructions.in(context);
        Optional<Object> outer = instance.getOuterInstance();
        if (isOncePerClass(context)) {
            ClassLease lease = ClassLease.of(context);
            outer.map(List::of).flatMap(constructions::claim).ifPresent(lease::adopt);
        } else {
            outer.flatMap(constructions::of).orElseGet(constructions::begin).begin(context);
        }
    }

    /** What the constructor's parameter gets. */
    static CxoneAuth handle(ExtensionContext context) {
        if (!isOncePerClass(context)) {
            return Constructions.in(context).current().orElseThrow().take(context);
        }
        ClassLease lease = ClassLease.of(context);
        lease.shareBy(SharedHandle.in(
                "the constructor of " + ClassContext.name(context) + ", whose instance all methods share"));
        return lease.auth();
    }

    static void inject(Object instance, ExtensionContext context) {
        if (!isOncePerClass(context)) {
            TestLease lease = Constructions.in(context).tie(instance);
            InjectedFields.fill(instance, field -> lease.take(context));
            return;
        }
        ClassLease lease = ClassLease.of(context);
        InjectedFields.fill(instance, field -> {
            lease.shareBy(SharedHandle.in(
                    "the field " + InjectedFields.name(field) + " in the one instance that all methods share"));
            return lease.auth();
        });
    }

    /**
     * Gives back at once: no callback of the method will come. Where nothing had begun yet, what failed asked the
     * server of the class, as a framework does that starts before the first construction.
     */
    static void failed(Throwable failure, ExtensionContext context) {
        Constructions constructions = Constructions.in(context);
        if (isOncePerClass(context)) {
            ClassLease lease = ClassLease.of(context);
            lease.tell(failure, context);
            lease.check(Optional.of(failure));
        } else if (constructions.settle(failure)) {
            constructions
                    .abandon()
                    .ifPresentOrElse(
                            lease -> {
                                lease.tell(failure, context);
                                lease.check(context, Optional.of(failure));
                                constructions.keep(failure, lease.excerpt());
                                lease.close();
                            },
                            () -> ClassLease.of(context).tell(failure, context));
        }
    }

    /** Gives back an instance that no method came to claim: its test is disabled, or another extension failed. */
    static void unclaimed(ExtensionContext context) {
        if (!isOncePerClass(context)) {
            Constructions.in(context)
                    .claim(context.getRequiredTestInstances().getAllInstances())
                    .ifPresent(TestLease::close);
        }
    }
}
