package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What tokens and answers tell of a user: made from the login name and the tenant, so that it is the same whenever it
 * is told, and obviously invented.
 *
 * @param name the login name
 * @param tenant whose user it is
 */
record UserFacts(String name, Tenant tenant) {
    private static final long ROLE_CHANGED = 1_600_000_000_000L;

    /** Shaped like CXone's. */
    String uuid() {
        return id("user");
    }

    private String id(String of) {
        return UUID.nameUUIDFromBytes((of + ":" + tenant.tenantId() + ":" + name).getBytes(UTF_8))
                .toString();
    }

    long agent() {
        return 100_000L + Math.floorMod(name.hashCode(), 900_000);
    }

    long team() {
        return 1_000L + Math.floorMod(name.hashCode(), 9_000);
    }

    long securityProfile() {
        return 10L + Math.floorMod(name.hashCode(), 90);
    }

    String givenName() {
        String local = name.split("[@.]", 2)[0];
        return local.isEmpty() ? name : local.substring(0, 1).toUpperCase(Locale.ROOT) + local.substring(1);
    }

    String familyName() {
        return "Example";
    }

    Map<String, Object> role() {
        Map<String, Object> role = new LinkedHashMap<>();
        role.put("legacyId", "Administrator");
        role.put("id", id("role"));
        role.put("lastUpdateTime", ROLE_CHANGED);
        Map<String, Object> secondary = new LinkedHashMap<>();
        secondary.put("id", id("secondary role"));
        secondary.put("lastUpdateTime", ROLE_CHANGED);
        role.put("secondaryRoles", List.of(secondary));
        return role;
    }
}
