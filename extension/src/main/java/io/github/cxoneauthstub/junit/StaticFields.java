package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.CxoneAuth;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.platform.commons.support.ModifierSupport;

/**
 * The static fields of a class. They outlive it and are there once for all subclasses: each is emptied at the end of
 * the class for which it was filled, so that the next one does not find a handle that is closed.
 */
final class StaticFields {
    private StaticFields() {}

    /** For which class a field is filled at present; in the store of the run. */
    private record Owner(String type) {
        static Owner of(ExtensionContext type) {
            return new Owner(type.getUniqueId());
        }
    }

    /**
     * Fills those that are empty.
     *
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if one is filled for another class that
     *     runs at the same time and is not around it
     */
    static void fill(ExtensionContext context, Function<Field, CxoneAuth> handle) {
        for (Field field : InjectedFields.find(context.getRequiredTestClass(), ModifierSupport::isStatic)) {
            boolean empty = InjectedFields.read(field, null).isEmpty();
            checkOwner(field, empty, context);
            if (empty) {
                Store ofClass = ClassContext.store(context);
                ofClass.put(List.of(Owned.class, field), new Owned(field, ClassContext.store(context.getRoot())));
                CxoneAuth auth = handle.apply(field);
                InjectedFields.write(field, null, auth);
                ofClass.put(field, new Filled(field, auth));
            }
        }
    }

    private static void checkOwner(Field field, boolean empty, ExtensionContext context) {
        Owner mine = Owner.of(ClassContext.of(context));
        List<Owner> around = ClassContext.chain(context).stream().map(Owner::of).toList();
        Store run = ClassContext.store(context.getRoot());
        Optional<Owner> owner = empty
                ? Optional.of(run.getOrComputeIfAbsent(field, key -> mine, Owner.class))
                : Optional.ofNullable(run.get(field, Owner.class));
        if (owner.filter(other -> !around.contains(other)).isPresent()) {
            throw Concurrency.refused(context, SharedHandle.in("the static field " + InjectedFields.name(field)));
        }
    }

    /** In the store of the class before its field is filled, so that it ends too if that fails. */
    private record Owned(Field field, Store run) implements CloseableResource, AutoCloseable {
        @Override
        public void close() {
            run.remove(field);
        }
    }

    private record Filled(Field field, CxoneAuth auth) implements CloseableResource, AutoCloseable {
        @Override
        public void close() {
            if (InjectedFields.read(field, null).filter(auth::equals).isPresent()) {
                InjectedFields.write(field, null, null);
            }
        }
    }
}
