package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.TokenLifetime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a simulated server is like when it starts: its dialects and its clients. Immutable. Whatever door it comes in
 * by, annotation, builder or file, it becomes this.
 *
 * <pre>{@code
 * Configuration.builder()
 *         .client(Client.of("reporting", "s3cret+/="))
 *         .build()
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Configuration {
    /** The client of a configuration that names none; its secret has to be encoded, so that who forgets it fails. */
    public static final Client DEFAULT_CLIENT = Client.of("test-client", "not+a/real=secret");

    /**
     * The access key of a configuration that names none: shaped like CXone's, obviously invented, and to be encoded in
     * a form.
     */
    public static final AccessKey DEFAULT_ACCESS_KEY = AccessKey.builder(
                    "NOTAREALACCESSKEYIDITISMADEFORTESTSOFCXONECLIENTS234====")
            .secret("NOTAREALSECRETITISMADEFORTESTSOFCXONECLIENTSONLY2345====")
            .user("agent@example.com")
            .build();

    private final Profile profile;
    private final List<Profile> mounted;
    private final List<Client> clients;
    private final List<AccessKey> accessKeys;
    private final List<Tenant> tenants;
    private final List<ResourceDescription> resources;
    private final Builder origin;

    private Configuration(Builder builder, Profile profile, List<Profile> mounted) {
        this.origin = builder;
        this.profile = profile;
        this.mounted = mounted;
        this.clients = builder.usesDefaultClient() ? List.of(DEFAULT_CLIENT) : List.copyOf(builder.clients);
        this.accessKeys =
                builder.usesDefaultAccessKey() ? List.of(DEFAULT_ACCESS_KEY) : List.copyOf(builder.accessKeys);
        this.tenants = builder.tenants.isEmpty() ? List.of(Tenant.DEFAULT) : List.copyOf(builder.tenants);
        this.resources = List.copyOf(builder.resources);
        clients.forEach(client -> checkTenant(client.tenantId()));
        accessKeys.forEach(key -> checkTenant(key.tenantId()));
    }

    /** The built-in dialects, {@link Profiles#OAUTH_TOKEN} as the default one, and {@link #DEFAULT_CLIENT}. */
    public static Configuration defaults() {
        return builder().build();
    }

    /** Begins with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** The paths of the server's own documents, which neither a dialect nor a resource can have. */
    public static List<String> reservedPaths() {
        return PublicDocument.paths();
    }

    /**
     * Begins with what was said of this configuration, to say more. Its dialects leave their paths to those that are
     * mounted from here on, as built-in ones do.
     */
    public Builder toBuilder() {
        return new Builder(origin, origin.mounting.givingWay());
    }

    /** The dialect that {@code tokenUri()} points at, and that answers where no other is concerned. */
    public Profile profile() {
        return profile;
    }

    /** All dialects; each is served on its own paths. */
    public List<Profile> mounted() {
        return mounted;
    }

    /** The clients that are registered at the start. */
    public List<Client> clients() {
        return clients;
    }

    /** The access keys at the start. */
    public List<AccessKey> accessKeys() {
        return accessKeys;
    }

    /** The tenants, at least one; the first is that of clients who name none. */
    public List<Tenant> tenants() {
        return tenants;
    }

    /** The guarded resources that are there from the start. */
    public List<ResourceDescription> resources() {
        return resources;
    }

    /**
     * Checks that there is a tenant of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    void checkTenant(Optional<String> id) {
        List<String> ids = tenants.stream().map(Tenant::tenantId).toList();
        id.filter(unknown -> !ids.contains(unknown)).ifPresent(unknown -> {
            throw new IllegalArgumentException("'" + unknown + "' is not the tenantId of a tenant: use one of "
                    + String.join(", ", ids) + ", or add it to the tenants");
        });
    }

    /** The tenant of that id; the first one if there is none, as for a client from before a change of configuration. */
    Tenant tenantOrFirst(Optional<String> id) {
        return tenants.stream()
                .filter(tenant -> id.filter(tenant.tenantId()::equals).isPresent())
                .findFirst()
                .orElse(tenants.get(0));
    }

    /** Where the default dialect issues tokens. */
    public String tokenPath() {
        return profile.paths().get(0);
    }

    Profile mountedAs(String name) {
        return mounted.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(profile);
    }

    /** Names the dialect and the clients. */
    @Override
    public String toString() {
        return "Configuration[" + profile + ", " + clients + "]";
    }

    /** Builds a {@link Configuration}. Not safe for use by several threads. */
    public static final class Builder {
        private final Mounting mounting;
        private final List<Client> clients = new ArrayList<>();
        private final List<AccessKey> accessKeys = new ArrayList<>();
        private final List<Tenant> tenants = new ArrayList<>();
        private final List<ResourceDescription> resources = new ArrayList<>();
        private String profile = Profiles.OAUTH_TOKEN.name();
        private Optional<Duration> tokenLifetime = Optional.empty();
        private boolean withoutDefaultClient;
        private boolean withoutDefaultAccessKey;

        private Builder() {
            this.mounting = new Mounting(Profiles.all());
        }

        private Builder(Builder origin, Mounting mounting) {
            this.mounting = mounting;
            this.clients.addAll(origin.clients);
            this.accessKeys.addAll(origin.accessKeys);
            this.tenants.addAll(origin.tenants);
            this.resources.addAll(origin.resources);
            this.profile = origin.profile;
            this.tokenLifetime = origin.tokenLifetime;
            this.withoutDefaultClient = origin.withoutDefaultClient;
            this.withoutDefaultAccessKey = origin.withoutDefaultAccessKey;
        }

        /** Makes a built-in dialect, or one that was mounted before, the default one. */
        public Builder profile(String name) {
            this.profile = mounting.has(name) ? name : Profiles.named(name).name();
            return this;
        }

        /** Mounts a dialect and makes it the default one. */
        public Builder profile(Profile dialect) {
            this.profile = dialect.name();
            return mount(dialect);
        }

        /**
         * Mounts a dialect beside the others. It takes the place of one with the same name, and the paths that a
         * built-in one has by itself.
         */
        public Builder mount(Profile dialect) {
            mounting.mount(dialect);
            return this;
        }

        /**
         * Mounts the default dialect on these paths instead.
         *
         * @throws IllegalArgumentException if one does not begin with one slash, or has a query or a character that
         *     must be escaped
         */
        public Builder paths(String... values) {
            return mount(mounting.named(profile).orElseThrow().withPaths(values));
        }

        /** Registers a client. */
        public Builder client(Client client) {
            clients.add(client);
            return this;
        }

        /** Registers these before the others, and in the place of those with the same ids. */
        public Builder clientsFirst(List<Client> first) {
            clients.removeIf(
                    other -> first.stream().anyMatch(client -> client.id().equals(other.id())));
            clients.addAll(0, first);
            return this;
        }

        /** Registers no client unless one is named. */
        public Builder withoutDefaultClient() {
            this.withoutDefaultClient = true;
            return this;
        }

        private boolean usesDefaultClient() {
            return clients.isEmpty() && !withoutDefaultClient;
        }

        /** Adds no access key unless one is named. */
        public Builder withoutDefaultAccessKey() {
            this.withoutDefaultAccessKey = true;
            return this;
        }

        private boolean usesDefaultAccessKey() {
            return accessKeys.isEmpty() && !withoutDefaultAccessKey;
        }

        /** Adds an access key. */
        public Builder accessKey(AccessKey key) {
            accessKeys.add(key);
            return this;
        }

        /** Adds these before the others, and in the place of those with the same ids. */
        public Builder accessKeysFirst(List<AccessKey> first) {
            accessKeys.removeIf(other -> first.stream().anyMatch(key -> key.id().equals(other.id())));
            accessKeys.addAll(0, first);
            return this;
        }

        /** Adds a tenant; the first one is that of clients who name none. */
        public Builder tenant(Tenant tenant) {
            tenants.add(tenant);
            return this;
        }

        /** Adds these before the others, and in the place of those with the same ids. */
        public Builder tenantsFirst(List<Tenant> first) {
            tenants.removeIf(
                    other -> first.stream().anyMatch(tenant -> tenant.tenantId().equals(other.tenantId())));
            tenants.addAll(0, first);
            return this;
        }

        /** Serves a guarded resource from the start; in a test, {@code auth.api()} does so with fewer words. */
        public Builder resource(ResourceDescription resource) {
            resources.add(resource);
            return this;
        }

        /**
         * Sets how long tokens live, in every dialect that was not given a lifetime of its own.
         *
         * @throws IllegalArgumentException if it is shorter than a second or longer than a century
         */
        public Builder tokenLifetime(Duration lifetime) {
            this.tokenLifetime = Optional.of(TokenLifetime.checked(lifetime));
            return this;
        }

        /**
         * Sets how long tokens live in every dialect, in those too that were given a lifetime of their own before.
         *
         * @throws IllegalArgumentException if it is shorter than a second or longer than a century
         */
        public Builder tokenLifetimeOfAll(Duration lifetime) {
            mounting.change(each -> each.hasOwnTokenLifetime()
                    ? each.toBuilder(each.name()).tokenLifetime(lifetime).build()
                    : each);
            return tokenLifetime(lifetime);
        }

        /**
         * Returns the configuration.
         *
         * @throws IllegalArgumentException if two clients or two tenants have one id, a client is of a tenant that
         *     there is not, two dialects of the test's own have one path, the default dialect has no path, there are
         *     more than a thousand resources, or one has the path of an endpoint
         */
        public Configuration build() {
            List<Profile> mounted = mounting.mounted(tokenLifetime);
            Map<String, String> owners = Mounting.owners(mounted);
            ConfigurationChecks.notTooMany(resources);
            resources.forEach(resource -> ConfigurationChecks.asked(resource, owners));
            ConfigurationChecks.once("clients", "id", clients, Client::id);
            ConfigurationChecks.once("access keys", "id", accessKeys, AccessKey::id);
            ConfigurationChecks.once("tenants", "tenantId", tenants, Tenant::tenantId);
            Profile chosen = mounted.stream()
                    .filter(each -> each.name().equals(profile))
                    .findFirst()
                    .orElseThrow();
            if (chosen.paths().isEmpty()) {
                throw new IllegalArgumentException(
                        "profile " + chosen + " has no path to be served on: give it one with"
                                + " withPaths(\"/token\"), or with path = \"/token\" in the annotation");
            }
            return new Configuration(new Builder(this, mounting.copy()), chosen, mounted);
        }
    }
}
