package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.CxoneAuth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a framework is told of the server of a test class, as {@link CxoneAuthStub#properties()} asks for it: where it
 * is, its first client and its first access key. For those who integrate a framework; in a Spring test they are there
 * without further ado. Immutable; two with the same names and values are equal, and what a framework has started for
 * one is of use for the other.
 *
 * @since 0.1.0
 */
public final class FrameworkProperties {
    private final Map<String, String> values;
    private final Set<String> secretNames;

    private FrameworkProperties(Map<String, String> values, String... secretNames) {
        this.values = Collections.unmodifiableMap(values);
        this.secretNames = Set.of(secretNames);
    }

    static FrameworkProperties of(PropertyPrefix prefix, CxoneAuth auth) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(prefix.name("token-uri"), auth.tokenUri().toString());
        values.put(prefix.name("api-uri"), auth.apiUri().toString());
        values.put(prefix.name("jwks-uri"), auth.jwksUri().toString());
        values.put(prefix.name("issuer-uri"), auth.baseUri().toString());
        values.put(prefix.name("client-id"), auth.client().id());
        values.put(prefix.name("client-secret"), auth.client().secret());
        if (!auth.configuration().accessKeys().isEmpty()) {
            values.put(prefix.name("access-key-id"), auth.accessKey().id());
            values.put(prefix.name("access-key-secret"), auth.accessKey().secret());
        }
        return new FrameworkProperties(values, prefix.name("client-secret"), prefix.name("access-key-secret"));
    }

    /**
     * Those of a test class that runs in this thread. To ask lends the class its server.
     *
     * @return empty if the class does not ask for any
     * @throws IllegalStateException if JUnit has not begun it in this thread, and an annotation or a
     *     {@link CxoneAuthExtension#builder() builder} in a static field asks for some; whether a configuration
     *     parameter does is not known then, and there are none
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if it is configured in a wrong way
     */
    public static Optional<FrameworkProperties> of(Class<?> testClass) {
        Optional<ExtensionContext> running = RunningClasses.find(testClass);
        if (running.isEmpty()) {
            checkDoesNotAsk(testClass);
        }
        return running.map(ClassLease::of).flatMap(ClassLease::properties);
    }

    private static void checkDoesNotAsk(Class<?> testClass) {
        for (Class<?> each = testClass; each != null; each = each.getEnclosingClass()) {
            asked(each).ifPresent(prefix -> {
                throw tooEarly(testClass, prefix);
            });
        }
    }

    /** The prefix that an annotation or a builder asks for. */
    private static Optional<String> asked(Class<?> type) {
        return AnnotationSupport.findAnnotation(type, CxoneAuthStub.class)
                .map(CxoneAuthStub::properties)
                .filter(prefix -> !prefix.isEmpty())
                .or(() -> Registered.on(type).stream()
                        .flatMap(extension -> extension.layer().flatMap(Layer::properties).stream())
                        .map(PropertyPrefix::value)
                        .findFirst());
    }

    private static IllegalStateException tooEarly(Class<?> testClass, String prefix) {
        return new IllegalStateException(
                ClassContext.name(testClass)
                        + " was asked for the properties " + prefix
                        + ".* before @CxoneAuthStub could lend it a server: write"
                        + " @CxoneAuthStub above the annotation that starts the framework, and run the class with JUnit Jupiter");
    }

    /**
     * Lets a framework start before a test of the class begins, so that what it asks the server for then belongs to the
     * class, as what {@code @BeforeAll} does, and not to the test that happens to be the first.
     *
     * @param testClass one that runs in this thread
     * @param starting called before each test, in the test's thread; when the framework runs, it has no effect
     */
    public static void beforeTests(Class<?> testClass, Runnable starting) {
        RunningClasses.find(testClass).map(ClassLease::of).ifPresent(lease -> lease.startWith(starting));
    }

    /** The values by their names. The secrets are among them, in clear. */
    public Map<String, String> asMap() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FrameworkProperties same && same.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The names and the values, but not the secrets. */
    @Override
    public String toString() {
        Map<String, String> shown = new LinkedHashMap<>(values);
        shown.replaceAll((name, value) -> secretNames.contains(name) ? "(not shown)" : value);
        return shown.toString();
    }
}
