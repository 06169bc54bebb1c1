package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.JsonValue;
import io.github.cxoneauthstub.auth.JsonValue.JsonObject;
import io.github.cxoneauthstub.auth.ResourceDescription;
import java.util.List;

/**
 * A guarded resource as it is written in JSON.
 *
 * @since 0.1.0
 */
public final class ResourceSettings {
    private static final String METHOD = "method";
    static final String PATH = "path";
    private static final String SCOPE = "scope";
    private static final String STATUS = "status";
    private static final String JSON = "json";
    private static final String STYLE = "style";

    private ResourceSettings() {}

    /**
     * Reads a resource. The path is required; usual are GET, status 200, an empty object, and no scope, which opens it
     * for any valid token; its answers are those of the dialect that issued the token. The body may be {@code null},
     * which is JSON too.
     *
     * @throws SettingsException if something is wrong with it
     */
    public static ResourceDescription read(Field field) {
        Fields fields = field.fields().allowOnly(METHOD, PATH, SCOPE, STATUS, JSON, STYLE);
        Field path = fields.get(PATH);
        JsonValue empty = new JsonObject(field.json().place(), List.of());
        return new ResourceDescription(
                fields.value(METHOD, ResourceSettings::method).orElse("GET"),
                path.read(() -> ResourceDescription.checkedPath(path.text())),
                fields.value(SCOPE, ResourceSettings::scope),
                fields.integer(STATUS, 200, 599).orElse(200),
                fields.find(JSON).map(Field::json).orElse(empty),
                fields.value(STYLE, ResourceStyles::read));
    }

    private static String method(Field field) {
        return field.read(() -> ResourceDescription.checkedMethod(field.text()));
    }

    private static String scope(Field field) {
        return field.read(() -> ResourceDescription.checkedScope(field.text()));
    }
}
