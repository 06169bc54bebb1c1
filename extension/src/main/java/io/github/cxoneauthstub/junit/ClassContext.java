package io.github.cxoneauthstub.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** Finds the way between the contexts of a test method, its class, and the classes around that. */
final class ClassContext {
    private static final Namespace NAMESPACE = Namespace.create(CxoneAuthExtension.class);

    private ClassContext() {}

    static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    /**
     * The context of the class that a context is of or in. Of several for one class, as a parameterized class has, it
     * is the outermost.
     */
    static ExtensionContext of(ExtensionContext context) {
        ExtensionContext found = context;
        while (isWithin(found) && found.getParent().isPresent()) {
            found = found.getParent().get();
        }
        return found;
    }

    private static boolean isWithin(ExtensionContext context) {
        return context.getParent()
                .flatMap(ExtensionContext::getTestClass)
                .filter(outer -> outer == context.getRequiredTestClass())
                .isPresent();
    }

    /** The context of the method that a context is of or in. */
    static ExtensionContext ofMethod(ExtensionContext context) {
        ExtensionContext found = context;
        while (found.getTestMethod().isEmpty()) {
            found = found.getParent().orElseThrow();
        }
        return found;
    }

    /** The context of the class around it; empty for a top-level one. */
    static Optional<ExtensionContext> enclosing(ExtensionContext context) {
        return of(context)
                .getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .map(ClassContext::of);
    }

    /** The context of the class and of those around it, the innermost first. */
    static List<ExtensionContext> chain(ExtensionContext context) {
        List<ExtensionContext> chain = new ArrayList<>();
        for (Optional<ExtensionContext> next = Optional.of(of(context));
                next.isPresent();
                next = enclosing(next.get())) {
            chain.add(next.get());
        }
        return chain;
    }

    static ExtensionContext outermost(ExtensionContext context) {
        List<ExtensionContext> chain = chain(context);
        return chain.get(chain.size() - 1);
    }

    /** How the user calls what runs in this context: {@code MyTest}, {@code MyTest.Nested}, {@code MyTest.method}. */
    static String name(ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        return name(type)
                + context.getTestMethod().map(method -> "." + method.getName()).orElse("");
    }

    static String name(Class<?> type) {
        String name = type.getTypeName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }
}
