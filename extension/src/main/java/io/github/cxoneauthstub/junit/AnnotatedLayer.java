package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.auth.client.Client;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads {@link CxoneAuthStub} on a class or a method, directly or by an annotation of the user's. */
final class AnnotatedLayer {
    private AnnotatedLayer() {}

    /** @param place how the user calls the element: {@code MyTest.method} */
    static Optional<Layer> on(AnnotatedElement element, String place) {
        return AnnotationSupport.findAnnotation(element, CxoneAuthStub.class)
                .map(stub -> read(stub, Door.annotationOn(place)));
    }

    private static Layer read(CxoneAuthStub stub, Door door) {
        Layer.Reader reader = Layer.from(door);
        if (!stub.config().isEmpty()) {
            reader.config(stub.config());
        }
        if (!stub.profile().isEmpty()) {
            reader.profile(stub.profile());
        }
        if (stub.path().length > 0) {
            reader.paths(List.of(stub.path()));
        }
        if (!stub.tokenLifetime().isEmpty()) {
            reader.tokenLifetime("tokenLifetime", stub.tokenLifetime());
        }
        if (!stub.properties().isEmpty()) {
            reader.properties(stub.properties());
        }
        if (stub.strict()) {
            reader.strict();
        }
        for (CxoneClient client : stub.clients()) {
            reader.client(door.read(door.clientKey(), () -> client(client)));
        }
        return reader.layer();
    }

    private static Client client(CxoneClient client) {
        Client.Builder builder = Client.builder(client.id())
                .secret(client.secret())
                .scopes(client.scopes())
                .grants(client.grants())
                .authMethod(client.authMethod());
        return client.enabled() ? builder.build() : builder.disabled().build();
    }
}
