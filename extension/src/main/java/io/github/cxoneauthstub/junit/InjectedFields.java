package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.CxoneAuth;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** The fields of exactly the type {@link CxoneAuth} that the user left empty. */
final class InjectedFields {
    private InjectedFields() {}

    /**
     * Fills those of an instance, of any visibility and of superclasses too.
     *
     * @param handle gives what a field is filled with; asked only if there is one to fill
     */
    static void fill(Object instance, Function<Field, CxoneAuth> handle) {
        for (Field field : find(instance.getClass(), ModifierSupport::isNotStatic)) {
            if (read(field, instance).isEmpty()) {
                write(field, instance, handle.apply(field));
            }
        }
    }

    static String name(Field field) {
        return ClassContext.name(field.getDeclaringClass()) + "." + field.getName();
    }

    static List<Field> find(Class<?> type, Predicate<Field> kind) {
        return ReflectionSupport.findFields(
                type,
                kind.and(field -> field.getType() == CxoneAuth.class && ModifierSupport.isNotFinal(field)),
                HierarchyTraversalMode.TOP_DOWN);
    }

    static Optional<Object> read(Field field, @Nullable Object owner) {
        try {
            return Optional.ofNullable(accessible(field).get(owner));
        } catch (IllegalAccessException e) {
            throw closed(field, e);
        }
    }

    static void write(Field field, @Nullable Object owner, @Nullable CxoneAuth value) {
        try {
            accessible(field).set(owner, value);
        } catch (IllegalAccessException e) {
            throw closed(field, e);
        }
    }

    private static Field accessible(Field field) throws IllegalAccessException {
        if (!field.trySetAccessible()) {
            throw new IllegalAccessException("its package is not open");
        }
        return field;
    }

    private static ExtensionConfigurationException closed(Field field, Exception cause) {
        return new ExtensionConfigurationException(
                "the field " + name(field)
                        + " cannot be filled: open its package to io.github.cxoneauthstub.junit, or take CxoneAuth as"
                        + " a parameter",
                cause);
    }
}
