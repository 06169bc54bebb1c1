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

    static final Endpoints NONE = new Endpoints(Duty.TOKEN, List.of(), Map.of(), Map.of(), Optional.empty());

    private static final EndpointEvidence UNSET = EndpointEvidence.issuing(Evidence.assumed("nobody set it"));

    private final Duty first;
    private final List<String> paths;
    private final Map<Duty, String> others;
    private final Map<Duty, EndpointEvidence> evidence;
    private final Optional<Fact<String>> apiPrefix;

    private Endpoints(
            Duty first,
            List<String> paths,
            Map<Duty, String> others,
            Map<Duty, EndpointEvidence> evidence,
            Optional<Fact<String>> apiPrefix) {
        this.first = first;
        this.paths = paths;
        this.others = others;
        this.evidence = evidence;
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

    Optional<Fact<String>> apiPrefix() {
        return paths.isEmpty() ? Optional.empty() : apiPrefix;
    }

    /** Everything that the dialect has an endpoint for, mounted or not. */
    Set<Duty> duties() {
        Set<Duty> duties = EnumSet.of(first);
        duties.addAll(evidence.keySet());
        return duties;
    }

    /** How we know of one of them. */
    Optional<EndpointEvidence> evidence(Duty duty) {
        return Optional.ofNullable(evidence.get(duty))
                .or(() -> Optional.of(UNSET).filter(unset -> duty == first));
    }

    Endpoints at(String profile, List<String> values, Evidence how) {
        for (String path : values) {
            if (!PATH.matcher(path).matches()) {
                throw new IllegalArgumentException("profile " + profile + " cannot be mounted on '" + path
                        + "': a path begins with one slash and has no blank, query, fragment or other character that a"
                        + " URI's path has not, as /oauth/token");
            }
        }
        return new Endpoints(
                first, List.copyOf(values), others, knowing(first, EndpointEvidence.issuing(how)), apiPrefix);
    }

    Endpoints beginningWith(Duty duty) {
        return new Endpoints(duty, paths, others, evidence, apiPrefix);
    }

    Endpoints and(Duty duty, String path, EndpointEvidence how) {
        Map<Duty, String> more = new EnumMap<>(Duty.class);
        more.putAll(others);
        more.put(duty, path);
        return new Endpoints(first, paths, more, knowing(duty, how), apiPrefix);
    }

    private Map<Duty, EndpointEvidence> knowing(Duty duty, EndpointEvidence how) {
        Map<Duty, EndpointEvidence> more = new EnumMap<>(Duty.class);
        more.putAll(evidence);
        more.put(duty, how);
        return more;
    }

    Endpoints leaving(Set<String> taken) {
        Map<Duty, String> left = new EnumMap<>(Duty.class);
        left.putAll(others);
        left.values().removeAll(taken);
        return new Endpoints(
                first, paths.stream().filter(path -> !taken.contains(path)).toList(), left, evidence, apiPrefix);
    }

    Endpoints withApiUnder(Fact<String> prefix) {
        return new Endpoints(first, paths, others, evidence, Optional.of(prefix));
    }
}
