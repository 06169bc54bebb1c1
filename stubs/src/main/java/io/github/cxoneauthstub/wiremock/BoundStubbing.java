package io.github.cxoneauthstub.wiremock;

import com.github.tomakehurst.wiremock.junit.Stubbing;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** WireMock's stubbing for one handle: it cannot be cast to the server, and it ends with the handle. */
final class BoundStubbing {
    private final Stubbing server;
    private final Runnable check;

    private BoundStubbing(Stubbing server, Runnable check) {
        this.server = server;
        this.check = check;
    }

    /** @param check throws once the handle may no longer be used */
    static Stubbing of(Stubbing server, Runnable check) {
        BoundStubbing bound = new BoundStubbing(server, check);
        return (Stubbing) Proxy.newProxyInstance(
                Stubbing.class.getClassLoader(),
                new Class<?>[] {Stubbing.class},
                (proxy, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? identity(proxy, method, arguments)
                        : bound.call(method, arguments));
    }

    private static Object identity(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "WireMock of CxoneAuth";
        };
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        check.run();
        try {
            return method.invoke(server, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
