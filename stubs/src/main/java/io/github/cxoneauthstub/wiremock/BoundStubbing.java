package io.github.cxoneauthstub.wiremock;

import com.github.tomakehurst.wiremock.junit.Stubbing;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** WireMock's stubbing for one handle: it cannot be cast to the server, and it ends with the handle. */
final class BoundStubbing {
    private BoundStubbing() {}

    /** @param check throws once the handle may no longer be used */
    static Stubbing of(Stubbing server, Runnable check) {
        return (Stubbing) Proxy.newProxyInstance(
                Stubbing.class.getClassLoader(), new Class<?>[] {Stubbing.class}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() != Object.class) {
                        check.run();
                    }
                    try {
                        return method.invoke(server, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }
}
