package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.Tenant;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What all doors say together. Two that say the same are equal, so that a test that adds nothing to its class is known.
 *
 * @param file the configuration file, for what nothing else says
 * @param profile the dialect of the nearest door that names one
 * @param paths where the default dialect is served instead; empty for its own paths
 * @param tokenLifetime of the nearest door that names one
 * @param properties what the names of a framework's properties begin with, as the nearest door says
 * @param strict whether any door says that a test fails for what it did not expect
 * @param clients of all doors but the file, the nearest first; of two with one id the nearest
 * @param accessKeys likewise
 * @param tenants likewise
 */
record Settings(
        Optional<ConfigFile> file,
        Optional<Choice> profile,
        List<String> paths,
        Optional<Duration> tokenLifetime,
        Optional<PropertyPrefix> properties,
        boolean strict,
        List<Client> clients,
        List<AccessKey> accessKeys,
        List<Tenant> tenants) {

    /**
     * Merges layers.
     *
     * @param nearestFirst in the order in which they win
     * @param file what is behind them
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if they do not fit together
     */
    static Settings of(List<Layer> nearestFirst, Optional<ConfigFile> file) {
        Optional<Layer> choosing = nearestFirst.stream()
                .filter(layer -> layer.profile().isPresent())
                .findFirst();
        Optional<Layer> mounting = mounting(nearestFirst, choosing);
        Settings settings = new Settings(
                file,
                chosen(nearestFirst, choosing),
                mounting.map(Layer::paths).orElse(List.of()),
                tokenLifetime(nearestFirst),
                nearestFirst.stream()
                        .flatMap(layer -> layer.properties().stream())
                        .findFirst(),
                nearestFirst.stream().anyMatch(Layer::strict),
                merged(nearestFirst, Layer::clients, Client::id),
                merged(nearestFirst, Layer::accessKeys, AccessKey::id),
                merged(nearestFirst, Layer::tenants, Tenant::tenantId));
        settings.checkRegistered(nearestFirst);
        settings.check(choosing, mounting);
        return settings;
    }

    /** A path belongs to the dialect that its own door or a farther one chose: who chooses another starts afresh. */
    private static Optional<Layer> mounting(List<Layer> nearestFirst, Optional<Layer> choosing) {
        return upTo(choosing, nearestFirst).stream()
                .filter(layer -> !layer.paths().isEmpty())
                .findFirst();
    }

    /** A lifetime goes over that of the dialect itself if it was said at the same door or at a nearer one. */
    private static Optional<Choice> chosen(List<Layer> nearestFirst, Optional<Layer> choosing) {
        Optional<Duration> lifetime = tokenLifetime(upTo(choosing, nearestFirst));
        return choosing.flatMap(Layer::profile)
                .map(choice -> lifetime.map(choice::living).orElse(choice));
    }

    private static List<Layer> upTo(Optional<Layer> choosing, List<Layer> nearestFirst) {
        int end = choosing.map(nearestFirst::indexOf).orElse(nearestFirst.size() - 1) + 1;
        return nearestFirst.subList(0, end);
    }

    private static Optional<Duration> tokenLifetime(List<Layer> nearestFirst) {
        return nearestFirst.stream()
                .flatMap(layer -> layer.tokenLifetime().stream())
                .findFirst();
    }

    private static <T> List<T> merged(List<Layer> nearestFirst, Function<Layer, List<T>> of, Function<T, String> id) {
        Map<String, T> merged = new LinkedHashMap<>();
        nearestFirst.forEach(layer -> of.apply(layer).forEach(each -> merged.putIfAbsent(id.apply(each), each)));
        return List.copyOf(merged.values());
    }

    /** Each at its own door: what is wrong with a client is not the fault of who chooses or mounts. */
    private void checkRegistered(List<Layer> nearestFirst) {
        for (Layer layer : nearestFirst) {
            Door door = layer.door();
            List<Client> registered =
                    layer.clients().stream().filter(clients::contains).toList();
            if (!registered.isEmpty()) {
                door.read(
                        door.clientKey(),
                        () -> inTenants().clientsFirst(registered).build());
            }
            List<AccessKey> added =
                    layer.accessKeys().stream().filter(accessKeys::contains).toList();
            if (!added.isEmpty()) {
                door.read(
                        door.accessKeyKey(),
                        () -> inTenants().accessKeysFirst(added).build());
            }
        }
    }

    private void check(Optional<Layer> choosing, Optional<Layer> mounting) {
        Optional<Layer> source = mounting.or(() -> choosing);
        if (source.isEmpty()) {
            return;
        }
        Door door = source.get().door();
        if (mounting.isEmpty() && isServedNowhere()) {
            throw door.fault(
                    "profile",
                    chosen() + " has no path of its own: say where it is served, for example path = \"/token\"");
        }
        door.read(mounting.isPresent() ? "path" : "profile", this::configuration);
    }

    private Profile chosen() {
        return profile.map(Choice::builtIn).orElse(Profiles.OAUTH_TOKEN);
    }

    /** The file may have given paths to a dialect without, and taken those of another. */
    private boolean isServedNowhere() {
        Profile builtIn = chosen();
        List<Profile> inFile =
                file.map(ConfigFile::configuration).map(Configuration::mounted).orElse(List.of());
        boolean isOwn = profile.filter(Choice.Own.class::isInstance).isPresent();
        return profile.isPresent()
                && inFile.stream()
                        .filter(each -> !isOwn && each.name().equals(builtIn.name()))
                        .findFirst()
                        .orElse(builtIn)
                        .paths()
                        .isEmpty();
    }

    /** The model's form of it. */
    Configuration configuration() {
        Configuration.Builder builder = inTenants();
        tokenLifetime.ifPresent(builder::tokenLifetimeOfAll);
        profile.ifPresent(choice -> choice.in(builder));
        if (!paths.isEmpty()) {
            builder.paths(paths.toArray(String[]::new));
        }
        return builder.clientsFirst(clients).accessKeysFirst(accessKeys).build();
    }

    private Configuration.Builder inTenants() {
        return inFile().tenantsFirst(tenants);
    }

    private Configuration.Builder inFile() {
        return file.map(ConfigFile::configuration).map(Configuration::toBuilder).orElseGet(Configuration::builder);
    }
}
