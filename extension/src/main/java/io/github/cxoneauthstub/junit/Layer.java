package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.Tenant;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one door says; what it does not say is left to the next one. Immutable, and checked as far as one door can be
 * checked on its own.
 *
 * @param door where it came in
 * @param config the name of the configuration file
 * @param profile the dialect that is chosen
 * @param paths where that dialect is served instead; empty for not said
 * @param tokenLifetime how long tokens live
 * @param properties what the names of the properties begin with that tell a framework of the server
 * @param strict whether a test fails for what it did not expect; a door cannot say that it does not
 * @param clients the clients that are added
 * @param accessKeys the access keys that are added
 * @param tenants the tenants that are added
 */
record Layer(
        Door door,
        Optional<String> config,
        Optional<Choice> profile,
        List<String> paths,
        Optional<Duration> tokenLifetime,
        Optional<PropertyPrefix> properties,
        boolean strict,
        List<Client> clients,
        List<AccessKey> accessKeys,
        List<Tenant> tenants) {

    static Reader from(Door door) {
        return new Reader(door);
    }

    /** Reads what is written at one door. Not safe for use by several threads. */
    static final class Reader {
        private final Door door;
        private Optional<String> config = Optional.empty();
        private Optional<Choice> profile = Optional.empty();
        private List<String> paths = List.of();
        private Optional<Duration> tokenLifetime = Optional.empty();
        private Optional<PropertyPrefix> properties = Optional.empty();
        private boolean strict;
        private final List<Client> clients = new ArrayList<>();
        private final List<AccessKey> accessKeys = new ArrayList<>();
        private final List<Tenant> tenants = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
        private final Set<String> accessKeyIds = new HashSet<>();

        private Reader(Door door) {
            this.door = door;
        }

        /** Names the configuration file; whether it is there is seen when it is known for which class. */
        void config(String name) {
            if (name.isBlank()) {
                throw door.fault("config", "it is blank: name a file of the class path, for example cxone-auth.json");
            }
            this.config = Optional.of(name);
        }

        void profile(String name) {
            this.profile = Optional.of(new Choice.Named(
                    door.read("profile", () -> Profiles.named(name)).name()));
        }

        void profile(Profile own) {
            this.profile = Optional.of(new Choice.Own(own, Optional.empty()));
        }

        /** Sets the paths; whether another dialect has them is seen when it is known which one is to have them. */
        void paths(List<String> values) {
            door.read(
                    "path",
                    () -> profile.map(Choice::builtIn)
                            .orElse(Profiles.OAUTH_TOKEN)
                            .withPaths(values.toArray(String[]::new)));
            this.paths = List.copyOf(values);
        }

        void tokenLifetime(String key, String text) {
            tokenLifetime(key, door.read(key, () -> duration(text)));
        }

        void tokenLifetime(String key, Duration lifetime) {
            door.read(key, () -> Configuration.builder().tokenLifetime(lifetime));
            this.tokenLifetime = Optional.of(lifetime);
        }

        private static Duration duration(String text) {
            try {
                return Duration.parse(text.strip());
            } catch (DateTimeParseException notIso) {
                throw new IllegalArgumentException(
                        "'" + text + "' is not a duration: write it as ISO 8601 does, for example PT1H or PT90S",
                        notIso);
            }
        }

        void properties(String prefix) {
            this.properties = Optional.of(door.read("properties", () -> PropertyPrefix.of(prefix)));
        }

        void strict() {
            this.strict = true;
        }

        void client(Client client) {
            if (!ids.add(client.id())) {
                throw door.fault(
                        door.clientKey(),
                        "two clients have the id '" + client.id()
                                + "': ids are unique; give one of them another, or leave it out");
            }
            clients.add(client);
        }

        void accessKey(AccessKey key) {
            if (!accessKeyIds.add(key.id())) {
                throw door.fault(
                        door.accessKeyKey(),
                        "two access keys have the id '" + key.id()
                                + "': ids are unique; give one of them another, or leave it out");
            }
            accessKeys.add(key);
        }

        void tenant(Tenant tenant) {
            if (tenants.stream().anyMatch(other -> other.tenantId().equals(tenant.tenantId()))) {
                throw door.fault(
                        "tenants",
                        "two tenants have the id '" + tenant.tenantId()
                                + "': ids are unique; give one of them another, or leave it out");
            }
            tenants.add(tenant);
        }

        Layer layer() {
            return new Layer(
                    door,
                    config,
                    profile,
                    paths,
                    tokenLifetime,
                    properties,
                    strict,
                    List.copyOf(clients),
                    List.copyOf(accessKeys),
                    List.copyOf(tenants));
        }
    }
}
