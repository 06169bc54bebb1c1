package io.github.cxoneauthstub.junit;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Tells what may run at the same time as others of its class. */
final class Concurrency {
    private static final String ENABLED = "junit.jupiter.execution.parallel.enabled";
    private static final String DEFAULT_MODE = "junit.jupiter.execution.parallel.mode.default";

    private Concurrency() {}

    /** Whether a method, or a nested class, runs at the same time as its siblings. */
    static boolean isConcurrent(ExtensionContext context) {
        return isEnabled(context) && context.getExecutionMode() == ExecutionMode.CONCURRENT;
    }

    /**
     * Whether a method somewhere in the class may run at the same time as its siblings. It may be too careful, never
     * too careless: a constructor asks, before it is known which method the instance is for.
     */
    static boolean hasConcurrentMethods(ExtensionContext typeContext) {
        return isEnabled(typeContext)
                && (isDefaultFor(typeContext) || declaresConcurrent(typeContext.getRequiredTestClass()));
    }

    private static boolean isEnabled(ExtensionContext context) {
        return context.getConfigurationParameter(ENABLED).map(Boolean::valueOf).orElse(false);
    }

    private static boolean isDefaultFor(ExtensionContext typeContext) {
        return ClassContext.chain(typeContext).stream()
                .map(context -> mode(context.getRequiredTestClass()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(ExecutionMode.CONCURRENT::equals)
                .orElseGet(() -> isGeneralDefault(typeContext));
    }

    private static boolean isGeneralDefault(ExtensionContext context) {
        return context.getConfigurationParameter(DEFAULT_MODE)
                .map(String::strip)
                .map(ExecutionMode.CONCURRENT.name()::equalsIgnoreCase)
                .orElse(false);
    }

    private static boolean declaresConcurrent(Class<?> type) {
        boolean inMethods = !ReflectionSupport.findMethods(
                        type, Concurrency::isDeclaredConcurrent, HierarchyTraversalMode.TOP_DOWN)
                .isEmpty();
        return inMethods
                || ReflectionSupport.findNestedClasses(
                                type, nested -> AnnotationSupport.isAnnotated(nested, Nested.class))
                        .stream()
                        .anyMatch(nested -> isDeclaredConcurrent(nested) || declaresConcurrent(nested));
    }

    private static boolean isDeclaredConcurrent(AnnotatedElement element) {
        return mode(element).filter(ExecutionMode.CONCURRENT::equals).isPresent();
    }

    private static Optional<ExecutionMode> mode(AnnotatedElement element) {
        return AnnotationSupport.findAnnotation(element, Execution.class).map(Execution::value);
    }

    /** What a test is told that runs concurrently with others and shares a handle with them. */
    static ExtensionConfigurationException refused(ExtensionContext context, SharedHandle shared) {
        return new ExtensionConfigurationException(ClassContext.name(context)
                + " runs concurrently with others, but they share the CxoneAuth of " + shared.place() + ": "
                + shared.remedy());
    }
}
