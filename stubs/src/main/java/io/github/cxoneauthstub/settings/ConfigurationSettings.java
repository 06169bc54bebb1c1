package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.ResourceDescription;
import io.github.cxoneauthstub.auth.Tenant;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import java.util.List;
import java.util.function.Function;

/**
 * A whole configuration as it is written in JSON. What is not said is as {@link Configuration#defaults()} has it. It is
 * stricter than the builder: no dialect gives its path away unless the file says so.
 *
 * @since 0.1.0
 */
public final class ConfigurationSettings {
    private static final String TOKEN_LIFETIME = "tokenLifetime";
    private static final String CLIENTS = "clients";
    private static final String ACCESS_KEYS = "accessKeys";
    private static final String TENANTS = "tenants";
    private static final String RESOURCES = "resources";
    private static final String ID = "id";

    private ConfigurationSettings() {}

    /**
     * Reads a configuration.
     *
     * @throws SettingsException if something is wrong with it
     */
    public static Configuration read(Field field) {
        Fields fields = field.fields()
                .allowOnly(
                        MountedProfiles.PROFILE,
                        TOKEN_LIFETIME,
                        CLIENTS,
                        ACCESS_KEYS,
                        TENANTS,
                        RESOURCES,
                        MountedProfiles.PROFILES);
        Configuration.Builder builder = Configuration.builder();
        fields.value(TOKEN_LIFETIME, ProfileSettings::lifetime).ifPresent(builder::tokenLifetime);
        MountedProfiles mounted = new MountedProfiles(fields);
        mounted.changed().forEach(builder::mount);
        builder.profile(mounted.chosen());
        resources(fields.elements(RESOURCES), mounted).forEach(builder::resource);
        List<Field> customers = fields.elements(TENANTS);
        List<Tenant> tenants = new Listed<>(
                        TenantSettings.TENANT_ID,
                        tenant -> TenantSettings.read(tenant, customers.indexOf(tenant)),
                        Tenant::tenantId)
                .read(customers);
        tenants.forEach(builder::tenant);
        fields.find(CLIENTS).ifPresent(named -> builder.withoutDefaultClient());
        fields.find(ACCESS_KEYS).ifPresent(named -> builder.withoutDefaultAccessKey());
        new Listed<>(ID, of(tenants, ClientSettings::read), Client::id)
                .read(fields.elements(CLIENTS))
                .forEach(builder::client);
        new Listed<>(ID, of(tenants, AccessKeySettings::read), AccessKey::id)
                .read(fields.elements(ACCESS_KEYS))
                .forEach(builder::accessKey);
        return field.read(builder::build);
    }

    private static List<ResourceDescription> resources(List<Field> elements, MountedProfiles mounted) {
        elements.forEach(element -> element.fields().value(ResourceSettings.PATH, mounted::unclaimed));
        return new Listed<>(
                        ResourceSettings.PATH,
                        ResourceSettings::read,
                        resource -> resource.method() + " " + resource.path())
                .read(elements);
    }

    /** Reads something that is of one of these tenants. */
    private static <T> Function<Field, T> of(List<Tenant> tenants, Function<Field, T> reading) {
        List<String> ids = (tenants.isEmpty() ? List.of(Tenant.DEFAULT) : tenants)
                .stream().map(Tenant::tenantId).toList();
        return element -> {
            T value = reading.apply(element);
            element.fields()
                    .find(TenantSettings.TENANT_ID)
                    .filter(id -> !ids.contains(id.text()))
                    .ifPresent(id -> {
                        throw id.fault("the tenantId of a tenant: " + String.join(", ", ids));
                    });
            return value;
        };
    }
}
