package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.profile.Profile;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Which dialects are mounted, and where: a test's own take the paths of built-in ones. Not for several threads. */
final class Mounting {
    private final Map<String, Profile> profiles;
    private final Set<String> own;

    /** Only these, which all give way. */
    Mounting(Iterable<Profile> builtIn) {
        this(Map.of(), Set.of());
        builtIn.forEach(each -> profiles.put(each.name(), each));
    }

    private Mounting(Map<String, Profile> profiles, Set<String> own) {
        this.profiles = new LinkedHashMap<>(profiles);
        this.own = new LinkedHashSet<>(own);
    }

    Mounting copy() {
        return new Mounting(profiles, own);
    }

    /** The same dialects, but all of them give way, as built-in ones do. */
    Mounting givingWay() {
        return new Mounting(profiles, Set.of());
    }

    boolean has(String name) {
        return profiles.containsKey(name);
    }

    void mount(Profile dialect) {
        profiles.put(dialect.name(), dialect);
        own.add(dialect.name());
    }

    Optional<Profile> named(String name) {
        return Optional.ofNullable(profiles.get(name));
    }

    void change(UnaryOperator<Profile> change) {
        profiles.replaceAll((name, profile) -> change.apply(profile));
    }

    /** All dialects with the paths that they are served on; those without a lifetime of their own have this one. */
    List<Profile> mounted(Optional<Duration> lifetime) {
        return profiles.values().stream()
                .map(this::withoutPathsOfOwn)
                .map(each -> withLifetime(each, lifetime))
                .toList();
    }

    private Profile withoutPathsOfOwn(Profile each) {
        if (own.contains(each.name())) {
            return each;
        }
        Set<String> taken = own.stream()
                .map(profiles::get)
                .flatMap(profile -> profile.allPaths().stream())
                .collect(Collectors.toSet());
        return each.leaving(taken);
    }

    private static Profile withLifetime(Profile each, Optional<Duration> lifetime) {
        return lifetime.filter(general -> !each.hasOwnTokenLifetime())
                .map(general ->
                        each.toBuilder(each.name()).tokenLifetime(general).build())
                .orElse(each);
    }

    /**
     * Who is served where.
     *
     * @throws IllegalArgumentException if two are on one path, or one is below the address of a tenant
     */
    static Map<String, String> owners(List<Profile> mounted) {
        Map<String, String> owners = new LinkedHashMap<>();
        PublicDocument.paths().forEach(path -> owners.put(path, "the documents of the server"));
        for (Profile each : mounted) {
            for (String path : each.allPaths()) {
                if (TenantAddresses.isBelow(path)) {
                    throw new IllegalArgumentException("profile " + each + " cannot be served on " + path + ": below "
                            + TenantAddresses.PREFIX + " are the resources of the tenants; give it another path");
                }
                String owner = owners.put(path, "profile " + each);
                if (owner != null) {
                    throw new IllegalArgumentException(owner + " and profile " + each + " cannot both be served on "
                            + path + ": give one of them another path, or none with withPaths()");
                }
            }
        }
        return owners;
    }
}
