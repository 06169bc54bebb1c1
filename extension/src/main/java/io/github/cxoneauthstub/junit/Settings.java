package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all doors say together. Two that say the same are equal, so that a test that adds nothing to its class is known.
 *
 * @param profile the dialect of the nearest door that names one
 * @param paths where it is served instead; empty for its own paths
 * @param tokenLifetime of the nearest door that names one
 * @param properties what the names of a framework's properties begin with, as the nearest door says
 * @param clients of all doors, from the outside in; of two with one id the nearest, in the place of the farthest
 */
record Settings(
        Profile profile,
        List<String> paths,
        Optional<Duration> tokenLifetime,
        Optional<PropertyPrefix> properties,
        List<Client> clients) {

    /**
     * Merges layers.
     *
     * @param nearestFirst in the order in which they win
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if they do not fit together
     */
    static Settings of(List<Layer> nearestFirst) {
        Optional<Layer> choosing = nearestFirst.stream()
                .filter(layer -> layer.profile().isPresent())
                .findFirst();
        Optional<Layer> mounting = mounting(nearestFirst, choosing);
        Settings settings = new Settings(
                choosing.flatMap(Layer::profile).orElse(Profiles.OAUTH_TOKEN),
                mounting.map(Layer::paths).orElse(List.of()),
                nearestFirst.stream()
                        .flatMap(layer -> layer.tokenLifetime().stream())
                        .findFirst(),
                nearestFirst.stream()
                        .flatMap(layer -> layer.properties().stream())
                        .findFirst(),
                clients(nearestFirst));
        settings.check(choosing, mounting);
        return settings;
    }

    /** A path belongs to the dialect that its own door or a farther one chose: who chooses another starts afresh. */
    private static Optional<Layer> mounting(List<Layer> nearestFirst, Optional<Layer> choosing) {
        int end = choosing.map(nearestFirst::indexOf).orElse(nearestFirst.size() - 1) + 1;
        return nearestFirst.subList(0, end).stream()
                .filter(layer -> !layer.paths().isEmpty())
                .findFirst();
    }

    private static List<Client> clients(List<Layer> nearestFirst) {
        Map<String, Client> merged = new LinkedHashMap<>();
        nearestFirst.forEach(layer -> layer.clients().forEach(client -> merged.putIfAbsent(client.id(), client)));
        return List.copyOf(merged.values());
    }

    private void check(Optional<Layer> choosing, Optional<Layer> mounting) {
        Optional<Layer> source = mounting.or(() -> choosing);
        if (source.isEmpty()) {
            return;
        }
        Door door = source.get().door();
        if (mounting.isEmpty() && profile.paths().isEmpty()) {
            throw door.fault(
                    "profile",
                    profile + " has no path of its own: say where it is served, for example path = \"/token\"");
        }
        door.read(mounting.isPresent() ? "path" : "profile", this::configuration);
    }

    /** The model's form of it. */
    Configuration configuration() {
        Configuration.Builder builder = Configuration.builder()
                .profile(paths.isEmpty() ? profile : profile.withPaths(paths.toArray(String[]::new)));
        tokenLifetime.ifPresent(builder::tokenLifetime);
        clients.forEach(builder::client);
        return builder.build();
    }
}
