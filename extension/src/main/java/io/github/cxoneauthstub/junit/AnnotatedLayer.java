package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.auth.Tenant;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.client.Scopes;
import java.lang.reflect.AnnotatedElement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        for (CxoneTenant tenant : stub.tenants()) {
            reader.tenant(door.read("tenants", () -> new Tenant(tenant.id(), tenant.area(), tenant.businessUnit())));
        }
        for (CxoneAccessKey key : stub.accessKeys()) {
            reader.accessKey(door.read(door.accessKeyKey(), () -> accessKey(key)));
        }
        return reader.layer();
    }

    private static Client client(CxoneClient client) {
        Client.Builder builder = Client.builder(client.id())
                .scopes(client.scopes())
                .authMethod(authMethod(client))
                .redirectUris(client.redirectUris());
        if (!client.secret().isEmpty()) {
            builder.secret(client.secret());
        }
        Set<GrantType> grants = Set.of(client.grants());
        if (!grants.equals(EnumSet.allOf(GrantType.class))) {
            builder.grants(grants);
        }
        if (!client.tenantId().isEmpty()) {
            builder.tenantId(client.tenantId());
        }
        return client.enabled() ? builder.build() : builder.disabled().build();
    }

    private static AuthMethod authMethod(CxoneClient client) {
        AuthMethod said = client.authMethod();
        if (client.publicClient() && said != AuthMethod.EITHER && said != AuthMethod.NONE) {
            throw new IllegalArgumentException("client '" + client.id() + "' is public and has the authMethod " + said
                    + ": a public client has no way to authenticate, so leave it out");
        }
        return client.publicClient() ? AuthMethod.NONE : said;
    }

    private static AccessKey accessKey(CxoneAccessKey key) {
        AccessKey.Builder builder =
                AccessKey.builder(key.id()).secret(key.secret()).scopes(Scopes.of(key.scopes()));
        if (!key.user().isEmpty()) {
            builder.user(key.user());
        }
        if (!key.tenantId().isEmpty()) {
            builder.tenantId(key.tenantId());
        }
        return key.active() ? builder.build() : builder.inactive().build();
    }
}
