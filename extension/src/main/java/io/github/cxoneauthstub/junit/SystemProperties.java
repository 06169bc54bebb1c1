package io.github.cxoneauthstub.junit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The system properties by which frameworks other than Spring are told of the server, from the conditions of a class to
 * its end; then they are what they were before. A JVM has one set of them: of two classes that run at the same time and
 * mean the same names, the second is refused, unless it is nested in the first. Lives in the store of its class.
 */
final class SystemProperties implements CloseableResource, AutoCloseable {
    private static final String SPRING = "org.springframework.test.context.junit.jupiter.SpringExtension";

    private final ExtensionContext type;
    private final Store run;
    private final List<List<?>> owned = new ArrayList<>();
    private final Map<String, Optional<String>> before = new LinkedHashMap<>();

    /** Who has set a property of that name; in the store of the run. */
    private record Owner(SystemProperties by) {}

    private SystemProperties(ExtensionContext type) {
        this.type = type;
        this.run = ClassContext.store(type.getRoot());
    }

    /**
     * Sets them, if a door asks for them and the class is not a Spring test; to do so twice has no effect.
     *
     * @throws ExtensionConfigurationException if a class that runs at the same time has set them, and is not around it
     */
    static void setFor(ExtensionContext type) {
        if (type == ClassContext.of(type) && !isSpringTest(type)) {
            properties(type).ifPresent(properties -> in(type).set(properties));
        }
    }

    private static boolean isSpringTest(ExtensionContext type) {
        return ClassContext.chain(type).stream()
                .map(ExtensionContext::getRequiredTestClass)
                .flatMap(each -> AnnotationSupport.findRepeatableAnnotations(each, ExtendWith.class).stream())
                .flatMap(extensions -> List.of(extensions.value()).stream())
                .anyMatch(extension -> extension.getName().equals(SPRING));
    }

    private static Optional<FrameworkProperties> properties(ExtensionContext type) {
        ClassLease lease;
        try {
            lease = ClassLease.of(type);
        } catch (ExtensionConfigurationException wrong) {
            // beforeAll tells of it
            return Optional.empty();
        }
        return lease.properties();
    }

    private static SystemProperties in(ExtensionContext type) {
        return ClassContext.store(type)
                .getOrComputeIfAbsent(
                        List.of(SystemProperties.class, type.getUniqueId()),
                        key -> new SystemProperties(type),
                        SystemProperties.class);
    }

    private void set(FrameworkProperties properties) {
        if (before.isEmpty()) {
            properties.asMap().keySet().forEach(this::own);
            properties.asMap().forEach(this::set);
        }
    }

    private void own(String name) {
        List<?> key = List.of(Owner.class, name);
        Owner owner = run.getOrComputeIfAbsent(key, absent -> new Owner(this), Owner.class);
        if (owner.by() == this) {
            owned.add(key);
        } else if (!ClassContext.chain(type).contains(owner.by().type)) {
            throw new ExtensionConfigurationException(ClassContext.name(type) + " runs at the same time as "
                    + ClassContext.name(owner.by().type) + ", and both have the system property " + name
                    + ": write @ResourceLock(Resources.SYSTEM_PROPERTIES) on both, or give one of them other"
                    + " properties");
        }
    }

    private void set(String name, String value) {
        before.put(name, Optional.ofNullable(System.getProperty(name)));
        System.setProperty(name, value);
    }

    @Override
    public void close() {
        before.forEach((name, value) ->
                value.ifPresentOrElse(text -> System.setProperty(name, text), () -> System.clearProperty(name)));
        owned.forEach(run::remove);
    }
}
