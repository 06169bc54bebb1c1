package io.github.cxoneauthstub.control;

import io.github.cxoneauthstub.auth.AccessKeys;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.settings.AccessKeySettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes the configured access keys. What it tells of one never holds the secret. */
final class AccessKeyCalls {
    private final AccessKeys keys;

    AccessKeyCalls(AccessKeys keys) {
        this.keys = keys;
    }

    List<Call> all() {
        return List.of(Call.ofOne("PATCH", "/access-keys", this::change));
    }

    private Result change(String id, CallBody body) {
        List<String> ids = keys.all().stream().map(AccessKey::id).toList();
        if (!ids.contains(id)) {
            return Result.unknown("access key", id, ids);
        }
        keys.change(id, AccessKeySettings.readChange(id, body.change()));
        return Result.ok(shown(keys.get(id)));
    }

    private static Map<String, Object> shown(AccessKey key) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", key.id());
        shown.put("active", key.active());
        shown.put("user", key.user());
        shown.put("scopes", key.scopes().toList());
        key.tenantId().ifPresent(tenant -> shown.put("tenantId", tenant));
        return shown;
    }
}
