package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.client.AccessKey;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An access key as it is written in JSON, and a change of one.
 *
 * @since 0.1.0
 */
public final class AccessKeySettings {
    private static final String ID = "id";
    private static final String SECRET = "secret";
    private static final String ACTIVE = "active";
    private static final String USER = "user";
    private static final String SCOPES = "scopes";

    private AccessKeySettings() {}

    /**
     * Reads an access key. Id and secret are required; it is usually active, its user is called like it, absent scopes
     * are every scope, and without a tenant it is of the first one.
     *
     * @throws SettingsException if something is wrong with it
     */
    public static AccessKey read(Field field) {
        Fields fields = field.fields().allowOnly(ID, SECRET, ACTIVE, USER, SCOPES, TenantSettings.TENANT_ID);
        Field id = fields.get(ID);
        AccessKey.Builder builder = id.read(() -> AccessKey.builder(id.text()));
        secret(fields.get(SECRET), builder);
        fields.value(USER, user -> user.read(() -> builder.user(user.text())));
        fields.value(SCOPES, ScopeSettings::read).ifPresent(builder::scopes);
        fields.value(TenantSettings.TENANT_ID, TenantSettings::id).ifPresent(builder::tenantId);
        return activated(fields.bool(ACTIVE), builder).build();
    }

    /**
     * Reads a change: any of {@code active} and {@code secret}. All of it is checked here, so that it is applied as a
     * whole or not at all.
     *
     * @param id of the access key that is to be changed, for messages
     * @throws SettingsException if something is wrong with it
     */
    public static UnaryOperator<AccessKey> readChange(String id, Field field) {
        Fields fields = field.fields().allowOnly(ACTIVE, SECRET);
        Optional<Boolean> active = fields.bool(ACTIVE);
        Optional<String> newSecret = fields.value(SECRET, given -> {
            secret(given, AccessKey.builder(id));
            return given.text();
        });
        return key -> {
            AccessKey.Builder builder = newSecret.map(key::withRotatedSecret).orElse(key).toBuilder();
            return activated(active, builder).build();
        };
    }

    private static AccessKey.Builder secret(Field field, AccessKey.Builder builder) {
        return field.read(() -> builder.secret(field.text()));
    }

    private static AccessKey.Builder activated(Optional<Boolean> active, AccessKey.Builder builder) {
        return active.map(yes -> yes ? builder.active() : builder.inactive()).orElse(builder);
    }
}
