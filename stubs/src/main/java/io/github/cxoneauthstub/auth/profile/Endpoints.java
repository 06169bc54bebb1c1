package io.github.cxoneauthstub.auth.profile;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a dialect is served. The paths of its first endpoint can be replaced; the others are there as long as that one
 * is. Immutable.
 */
final class Endpoints {
    /** RFC 3986 section 3.3: path-absolute. */
    private static final Pattern PATH = Pattern.compile("/(?!/)(?:[\\w.~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*");

    static final Endpoints NONE = new Endpoints(Duty.TOKEN, List.of(), Map.of(), Set.of(), Optional.empty());

    private final Duty first;
    private final List<String> paths;
    private final Map<Duty, String> others;
    private final Set<Duty> otherDuties;
    private final Optional<String> apiPrefix;

    private Endpoints(
            Duty first,
            List<String> paths,
            Map<Duty, String> others,
            Set<Duty> otherDuties,
            Optional<String> apiPrefix) {
        this.first = first;
        this.paths = paths;
        this.others = others;
        this.otherDuties = otherDuties;
        this.apiPrefix = apiPrefix;
    }

    Duty first() {
        return first;
    }

    List<String> paths() {
        return paths;
    }

    Map<Duty, String> others() {
        return paths.isEmpty() ? Map.of() : others;
    }

    Optional<String> apiPrefix() {
        return paths.isEmpty() ? Optional.empty() : apiPrefix;
    }

    /** Everything that the dialect has an endpoint for, mounted or not. */
    Set<Duty> duties() {
        Set<Duty> duties = EnumSet.of(first);
        duties.addAll(otherDuties);
        return duties;
    }

    Endpoints at(String profile, List<String> values) {
        for (String path : values) {
            if (!PATH.matcher(path).matches()) {
                throw new IllegalArgumentException("profile " + profile + " cannot be mounted on '" + path
                        + "': a path begins with one slash and has no blank, query, fragment or other character that a"
                        + " URI's path has not, as /oauth/token");
            }
        }
        return new Endpoints(first, List.copyOf(values), others, otherDuties, apiPrefix);
    }

    Endpoints beginningWith(Duty duty) {
        return new Endpoints(duty, paths, others, otherDuties, apiPrefix);
    }

    Endpoints and(Duty duty, String path) {
        Map<Duty, String> more = new EnumMap<>(Duty.class);
        more.putAll(others);
        more.put(duty, path);
        return new Endpoints(first, paths, more, EnumSet.copyOf(more.keySet()), apiPrefix);
    }

    Endpoints leaving(Set<String> taken) {
        Map<Duty, String> left = new EnumMap<>(Duty.class);
        left.putAll(others);
        left.values().removeAll(taken);
        return new Endpoints(
                first, paths.stream().filter(path -> !taken.contains(path)).toList(), left, otherDuties, apiPrefix);
    }

    Endpoints withApiUnder(String prefix) {
        return new Endpoints(first, paths, others, otherDuties, Optional.of(prefix));
    }
}
