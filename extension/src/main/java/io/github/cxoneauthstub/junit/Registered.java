package io.github.cxoneauthstub.junit;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The extensions in static fields annotated with {@code @RegisterExtension}, of a class and those around it, nearest
 * first. JUnit tells one extension nothing of another; where an annotation and a field stand on one class, each finds
 * here which of them is to act.
 */
record Registered(List<CxoneAuthExtension> nearestFirst) {

    static Registered in(ExtensionContext context) {
        return ClassContext.store(ClassContext.of(context))
                .getOrComputeIfAbsent(
                        List.of(Registered.class, ClassContext.of(context).getUniqueId()),
                        key -> new Registered(find(context)),
                        Registered.class);
    }

    /**
     * Whether it is the turn of one: the nearest of those in static fields, or else the one of the annotation.
     *
     * @throws ExtensionConfigurationException if it is in another place than a static field
     */
    boolean acts(CxoneAuthExtension extension, ExtensionContext context) {
        if (extension.layer().isPresent() && !nearestFirst.contains(extension)) {
            throw new ExtensionConfigurationException("CxoneAuthExtension.builder() in "
                    + ClassContext.name(context.getRequiredTestClass())
                    + " is not in a static field, so it would not see the class begin: write \"@RegisterExtension static"
                    + " final CxoneAuthExtension\", or use @CxoneAuthStub, which can stand on a method");
        }
        return isNearest(extension);
    }

    /** The same for one whose place is known. */
    boolean isNearest(CxoneAuthExtension extension) {
        return nearestFirst.isEmpty() ? extension.layer().isEmpty() : nearestFirst.get(0) == extension;
    }

    private static List<CxoneAuthExtension> find(ExtensionContext context) {
        return ClassContext.chain(context).stream()
                .flatMap(each -> on(each.getRequiredTestClass()).stream())
                .toList();
    }

    /** Those of one class, of a subclass before its superclass. */
    static List<CxoneAuthExtension> on(Class<?> type) {
        List<Field> fields = new ArrayList<>(AnnotationSupport.findAnnotatedFields(
                type, RegisterExtension.class, Registered::isPossible, HierarchyTraversalMode.TOP_DOWN));
        Collections.reverse(fields);
        return fields.stream()
                .map(Registered::extension)
                .flatMap(Optional::stream)
                .toList();
    }

    /** A field of another type is not read, because that would initialize its class. */
    private static boolean isPossible(Field field) {
        return ModifierSupport.isStatic(field) && field.getType().isAssignableFrom(CxoneAuthExtension.class);
    }

    private static Optional<CxoneAuthExtension> extension(Field field) {
        return ReflectionSupport.tryToReadFieldValue(field, null)
                .toOptional()
                .filter(CxoneAuthExtension.class::isInstance)
                .map(CxoneAuthExtension.class::cast);
    }
}
