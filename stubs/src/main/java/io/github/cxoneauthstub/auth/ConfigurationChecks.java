package io.github.cxoneauthstub.auth;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What the parts of a configuration must be together. */
final class ConfigurationChecks {
    private ConfigurationChecks() {}

    /** @throws IllegalArgumentException if two have one id */
    static <T> void once(String what, String key, List<T> all, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        for (T each : all) {
            if (!seen.add(id.apply(each))) {
                throw new IllegalArgumentException("two " + what + " have the " + key + " '" + id.apply(each)
                        + "': ids are unique; give one of them another, or leave it out");
            }
        }
    }

    /** @throws IllegalArgumentException if there are more resources than a server takes */
    static void notTooMany(List<ResourceDescription> resources) {
        if (resources.size() > ResourceTable.MOST) {
            throw new IllegalArgumentException("there are " + resources.size() + " resources, and each request is"
                    + " compared with each of them: use templates as /users/{id}; " + ResourceTable.MOST
                    + " is the most");
        }
    }

    /**
     * @param owners who is served where
     * @throws IllegalArgumentException if another one has its path
     */
    static void asked(ResourceDescription resource, Map<String, String> owners) {
        String owner = owners.get(resource.path().split("\\?", 2)[0]);
        if (owner != null) {
            throw new IllegalArgumentException(resource.method() + " " + resource.path()
                    + " would never be asked, because that path belongs to " + owner
                    + ": give the resource another path");
        }
    }
}
