package io.github.cxoneauthstub.auth;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for. For one thread. */
final class Lazy<T> {
    private final Supplier<T> making;
    private @Nullable T made;

    Lazy(Supplier<T> making) {
        this.making = making;
    }

    T get() {
        if (made == null) {
            made = making.get();
        }
        return made;
    }
}
