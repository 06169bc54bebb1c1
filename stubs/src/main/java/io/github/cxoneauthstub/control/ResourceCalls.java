package io.github.cxoneauthstub.control;

import io.github.cxoneauthstub.auth.Json;
import io.github.cxoneauthstub.auth.ResourceDescription;
import io.github.cxoneauthstub.settings.Field;
import io.github.cxoneauthstub.settings.ResourceSettings;
import io.github.cxoneauthstub.settings.ResourceStyles;
import io.github.cxoneauthstub.wiremock.Api;
import io.github.cxoneauthstub.wiremock.ResourceStub;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Guards and serves resources. */
final class ResourceCalls {
    private final Api api;
    private final Json json;

    ResourceCalls(Api api, Json json) {
        this.api = api;
        this.json = json;
    }

    List<Call> all() {
        return List.of(Call.of("POST", "/resources", this::add));
    }

    private Result add(CallBody body) {
        Field field = body.json();
        ResourceDescription resource = ResourceSettings.read(field);
        if (resource.path().startsWith("/__admin")) {
            throw field.refused("path: '" + resource.path() + "' would never be asked: /__admin is the server's own");
        }
        return field.read(() -> {
            ResourceStub stub = api.request(resource.method(), resource.path());
            ResourceStub scoped = resource.scope().map(stub::requires).orElse(stub);
            resource.style().map(scoped::style).orElse(scoped).answers(resource.status(), json.write(resource.json()));
            return Result.created(shown(resource));
        });
    }

    private static Map<String, Object> shown(ResourceDescription resource) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("method", resource.method());
        shown.put("path", resource.path());
        resource.scope().ifPresent(scope -> shown.put("scope", scope));
        shown.put("status", resource.status());
        shown.put("json", resource.json());
        resource.style().ifPresent(style -> shown.put("style", ResourceStyles.word(style)));
        return shown;
    }
}
