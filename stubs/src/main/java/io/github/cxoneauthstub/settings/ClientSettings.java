package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.client.Scopes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A client as it is written in JSON, and a change of one.
 *
 * @since 0.1.0
 */
public final class ClientSettings {
    private static final String ID = "id";
    private static final String SECRET = "secret";
    private static final String PUBLIC = "public";
    private static final String REDIRECT_URIS = "redirectUris";
    private static final String SCOPES = "scopes";
    private static final String GRANTS = "grants";
    private static final String AUTH_METHOD = "authMethod";
    private static final String ENABLED = "enabled";
    private static final String SECRET_EXPIRES = "secretExpires";

    private ClientSettings() {}

    /**
     * Reads a client. Id and secret are required, of a public client only the id; absent scopes are every scope, absent
     * grants are those that it can use, and without a tenant it is of the first one. Whether there is such a tenant,
     * the server says that it is registered at.
     *
     * @throws SettingsException if something is wrong with it
     */
    public static Client read(Field field) {
        Fields fields = field.fields();
        fields.allowOnly(
                ID,
                SECRET,
                PUBLIC,
                REDIRECT_URIS,
                SCOPES,
                GRANTS,
                AUTH_METHOD,
                ENABLED,
                SECRET_EXPIRES,
                TenantSettings.TENANT_ID);
        Field id = fields.get(ID);
        Client.Builder builder = id.read(() -> Client.builder(id.text()));
        if (isPublic(fields)) {
            builder.publicClient();
            fields.find(SECRET).ifPresent(ClientSettings::refuseSecret);
        } else {
            secret(fields.get(SECRET), builder);
        }
        fields.elements(REDIRECT_URIS).forEach(uri -> uri.read(() -> builder.redirectUris(uri.text())));
        fields.instant(SECRET_EXPIRES).ifPresent(builder::secretExpires);
        fields.value(TenantSettings.TENANT_ID, TenantSettings::id).ifPresent(builder::tenantId);
        return Common.of(fields).on(builder).build();
    }

    private static boolean isPublic(Fields fields) {
        boolean isPublic = fields.bool(PUBLIC).orElse(false);
        fields.value(AUTH_METHOD, AuthMethods::read)
                .filter(method -> isPublic != (method == AuthMethod.NONE))
                .ifPresent(method -> fields.find(AUTH_METHOD).ifPresent(field -> {
                    throw field.refused(
                            isPublic
                                    ? "a public client has no way to authenticate: leave this key out, or say \"none\""
                                    : "\"none\" is for public clients: say \"public\": true beside it");
                }));
        return isPublic;
    }

    private static void refuseSecret(Field field) {
        throw field.refused("a public client has no secret, because it could not keep one: leave this key out");
    }

    private static Client.Builder secret(Field field, Client.Builder builder) {
        return field.read(() -> builder.secret(field.text()));
    }

    /**
     * Reads a change: any of {@code enabled}, {@code secret}, {@code scopes}, {@code grants}, {@code authMethod} and
     * {@code secretExpires}, which {@code null} removes. All of it is checked here, so that it is applied as a whole or
     * not at all. A new secret never expires unless the change says so.
     *
     * @param id of the client that is to be changed, for messages
     * @throws SettingsException if something is wrong with it
     */
    public static UnaryOperator<Client> readChange(String id, Field field) {
        Fields fields = field.fields().allowOnly(ENABLED, SECRET, SCOPES, GRANTS, AUTH_METHOD, SECRET_EXPIRES);
        Optional<String> newSecret = fields.value(SECRET, given -> {
            secret(given, Client.builder(id));
            return given.text();
        });
        Optional<Field> expires = fields.find(SECRET_EXPIRES);
        boolean never = expires.filter(Field::isNull).isPresent();
        Optional<Instant> at = never ? Optional.empty() : expires.map(Field::instant);
        Common common = Common.of(fields);
        return client -> {
            Client.Builder builder = newSecret.map(client::withRotatedSecret).orElse(client).toBuilder();
            at.ifPresent(builder::secretExpires);
            return common.on(never ? builder.secretNeverExpires() : builder).build();
        };
    }

    /** What a client and a change have in common. */
    private record Common(
            Optional<Scopes> scopes,
            Optional<List<GrantType>> grants,
            Optional<AuthMethod> authMethod,
            Optional<Boolean> enabled) {

        static Common of(Fields fields) {
            return new Common(
                    fields.value(SCOPES, ScopeSettings::read),
                    fields.value(GRANTS, Common::grants),
                    fields.value(AUTH_METHOD, AuthMethods::read),
                    fields.bool(ENABLED));
        }

        private static List<GrantType> grants(Field field) {
            Map<String, GrantType> words = new LinkedHashMap<>();
            for (GrantType grant : GrantType.values()) {
                words.put(grant.parameter(), grant);
            }
            return field.elements().stream().map(word -> word.oneOf(words)).toList();
        }

        Client.Builder on(Client.Builder builder) {
            scopes.ifPresent(builder::scopes);
            grants.ifPresent(builder::grants);
            authMethod.ifPresent(builder::authMethod);
            return enabled.map(yes -> yes ? builder.enabled() : builder.disabled())
                    .orElse(builder);
        }
    }
}
