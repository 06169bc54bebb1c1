package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the file says of the dialects, and who is served where. */
final class MountedProfiles {
    static final String PROFILE = "profile";
    static final String PROFILES = "profiles";

    private final Fields file;
    private final List<Profile> changed = new ArrayList<>();
    private final Map<String, Field> ownPaths = new LinkedHashMap<>();
    private final Map<String, String> owners = new LinkedHashMap<>();

    MountedProfiles(Fields file) {
        this.file = file;
        file.value(PROFILES, Field::fields).ifPresent(this::read);
        Configuration.reservedPaths().forEach(path -> owners.put(path, "the documents of the server"));
        Profiles.all().stream()
                .filter(profile -> !ownPaths.containsKey(profile.name()))
                .forEach(profile -> profile.paths().forEach(path -> owners.put(path, owner(profile.name()))));
        Profiles.all().stream()
                .filter(profile -> !isUnmounted(profile))
                .forEach(profile ->
                        profile.furtherPaths().values().forEach(path -> owners.put(path, owner(profile.name()))));
        ownPaths.forEach((name, paths) -> paths.elements().forEach(path -> claim(path, name)));
    }

    private void read(Fields profiles) {
        profiles.allowOnly(Profiles.all().stream().map(Profile::name).toArray(String[]::new));
        for (Field profile : profiles.all()) {
            changed.add(ProfileSettings.read(profile, Profiles.named(profile.key())));
            profile.fields().find(ProfileSettings.PATHS).ifPresent(paths -> ownPaths.put(profile.key(), paths));
        }
    }

    private boolean isUnmounted(Profile profile) {
        Field paths = ownPaths.get(profile.name());
        return paths != null && paths.elements().isEmpty();
    }

    private void claim(Field path, String name) {
        String before = owners.putIfAbsent(path.text(), owner(name));
        if (before != null) {
            throw path.refused("'" + path.text() + "' belongs to " + before + " already: two cannot be served on one"
                    + " path; give one of them another, or [] to serve it nowhere");
        }
    }

    private static String owner(String name) {
        return "profile " + name;
    }

    /** The dialects that the file says something of. */
    List<Profile> changed() {
        return changed;
    }

    /** The name of the default dialect. */
    String chosen() {
        Map<String, String> names = Profiles.all().stream()
                .map(Profile::name)
                .collect(Collectors.toMap(Function.identity(), Function.identity(), (a, b) -> a, LinkedHashMap::new));
        String name = file.value(PROFILE, field -> field.oneOf(names)).orElse(Profiles.OAUTH_TOKEN.name());
        if (!owners.containsValue(owner(name))) {
            throw file.find(PROFILE)
                    .orElseGet(() -> ownPaths.get(name))
                    .refused(owner(name)
                            + " is the default one, but is served nowhere: give it a path in profiles." + name
                            + ".paths, or"
                            + " choose another one with the key '" + PROFILE + "'");
        }
        return name;
    }

    /** Checks that a resource of that path can be asked for. */
    Field unclaimed(Field path) {
        String owner = owners.get(path.text().split("\\?", 2)[0]);
        if (owner != null) {
            throw path.refused("a resource at '" + path.text() + "' would never be asked, because that path belongs to "
                    + owner + ": give it another");
        }
        return path;
    }
}
