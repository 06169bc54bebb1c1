package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.Tenant;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.control.RunReport.Outcome;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.TestInstancePreDestroyCallback;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * The JUnit Jupiter extension behind {@link CxoneAuthStub}, and the same in code: for a dialect of your own, or values
 * that are no constants. It stands in a static field; with an annotation beside it, the annotation wins where both say
 * the same thing, and the clients of both are registered.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final CxoneAuthExtension CXONE = CxoneAuthExtension.builder()
 *         .profile("RFC6749").path("/token")
 *         .client(Client.of("reporting", "s3cret+/="))
 *         .build();
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads: whatever belongs to a test or a class is in JUnit's stores.
 *
 * @since 0.1.0
 */
public final class CxoneAuthExtension
        implements ExecutionCondition,
                BeforeAllCallback,
                AfterAllCallback,
                TestInstancePreConstructCallback,
                TestInstancePostProcessor,
                TestInstancePreDestroyCallback,
                BeforeEachCallback,
                AfterEachCallback,
                InvocationInterceptor,
                ParameterResolver,
                TestWatcher {
    private final Optional<Layer> layer;

    /** As {@code @ExtendWith} makes it. */
    CxoneAuthExtension() {
        this.layer = Optional.empty();
    }

    private CxoneAuthExtension(Layer layer) {
        this.layer = Optional.of(layer);
    }

    /** Begins one that says nothing yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** What was said with {@link #builder()}; nothing for one of an annotation. */
    Optional<Layer> layer() {
        return layer;
    }

    private boolean acts(ExtensionContext context) {
        return Registered.in(context).acts(this, context);
    }

    /** Never disables anything. It is asked before any extension begins a class, wherever its annotation stands. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            RunningClasses.enter(context);
            SystemProperties.setFor(context);
        }
        return ConditionEvaluationResult.enabled("CxoneAuthExtension disables nothing");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        RunningClasses.enter(context);
        if (acts(context)) {
            ClassLease lease = ClassLease.of(context);
            lease.begin();
            StaticFields.fill(context, field -> {
                lease.shareBy(SharedHandle.in("the static field " + InjectedFields.name(field)));
                return lease.auth();
            });
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (acts(context)) {
            ClassLease lease = ClassLease.of(context);
            context.getExecutionException().ifPresent(failure -> lease.tell(failure, context));
            lease.check(context.getExecutionException());
        }
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext instance, ExtensionContext context) {
        if (acts(context)) {
            ClassLease.of(context).framework().ifPresent(Runnable::run);
            Construction.begin(instance, context);
        }
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> constructor, ExtensionContext context)
            throws Throwable {
        try {
            return invocation.proceed();
        } catch (Throwable failure) {
            if (acts(context)) {
                Construction.failed(failure, context);
            }
            throw failure;
        }
    }

    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) {
        if (acts(context)) {
            Construction.inject(instance, context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (acts(context)) {
            TestLease.of(context).begin(context);
        }
    }

    @Override
    public void interceptDynamicTest(
            Invocation<@Nullable Void> invocation, DynamicTestInvocationContext test, ExtensionContext context)
            throws Throwable {
        ExtensionContext factory = ClassContext.ofMethod(context);
        if (acts(factory)) {
            DynamicTestRun.of(factory).run(invocation, context);
        } else {
            invocation.proceed();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (acts(context)) {
            TestEnd.after(context);
        }
    }

    @Override
    public void preDestroyTestInstance(ExtensionContext context) {
        if (acts(context)) {
            Construction.unclaimed(context);
        }
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        ended(context, Outcome.PASSED, null);
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable failure) {
        ended(context, Outcome.FAILED, failure);
    }

    @Override
    public void testAborted(ExtensionContext context, @Nullable Throwable reason) {
        ended(context, Outcome.ABORTED, reason);
    }

    private void ended(ExtensionContext context, Outcome outcome, @Nullable Throwable failure) {
        // one in the wrong place has said so already
        if (Registered.in(context).isNearest(this)) {
            TestEnd.told(context, outcome, failure);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == CxoneAuth.class && acts(context);
    }

    @Override
    public CxoneAuth resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getDeclaringExecutable() instanceof Constructor) {
            return Construction.handle(context);
        }
        return context.getTestMethod().isPresent()
                ? TestLease.of(context).take(context)
                : ClassLease.of(context).auth();
    }

    /** Builds a {@link CxoneAuthExtension}. A wrong value is refused at once. Not safe for use by several threads. */
    public static final class Builder {
        private final Layer.Reader reader = Layer.from(Door.BUILDER);

        private Builder() {}

        /**
         * Names a configuration file of the class path, for what no nearer door says; see
         * {@link CxoneAuthStub#config()}. It is read when a test class needs it.
         */
        public Builder config(String name) {
            reader.config(name);
            return this;
        }

        /** Chooses a built-in dialect by its name. */
        public Builder profile(String name) {
            reader.profile(name);
            return this;
        }

        /** Chooses a dialect of your own. */
        public Builder profile(Profile own) {
            reader.profile(own);
            return this;
        }

        /** Sets the paths that the chosen dialect is served on instead of its own. */
        public Builder path(String... paths) {
            reader.paths(List.of(paths));
            return this;
        }

        /** Sets how long tokens live. */
        public Builder tokenLifetime(Duration lifetime) {
            reader.tokenLifetime("tokenLifetime", lifetime);
            return this;
        }

        /** Tells frameworks of the server, as {@link CxoneAuthStub#properties()} does. */
        public Builder properties(String prefix) {
            reader.properties(prefix);
            return this;
        }

        /** Lets a test fail for what it did not expect, as {@link CxoneAuthStub#strict()} does. */
        public Builder strict() {
            reader.strict();
            return this;
        }

        /** Registers a client. */
        public Builder client(Client client) {
            reader.client(client);
            return this;
        }

        /** Adds an access key. */
        public Builder accessKey(AccessKey key) {
            reader.accessKey(key);
            return this;
        }

        /** Adds a tenant; the first one is that of clients and access keys that name none. */
        public Builder tenant(Tenant tenant) {
            reader.tenant(tenant);
            return this;
        }

        /** Returns the extension. */
        public CxoneAuthExtension build() {
            return new CxoneAuthExtension(reader.layer());
        }
    }
}
