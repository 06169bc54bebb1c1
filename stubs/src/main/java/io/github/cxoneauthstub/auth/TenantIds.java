package io.github.cxoneauthstub.auth;

import java.util.List;
import java.util.Optional;

/** The ids of the tenants that there are, beside what a client took for one of them. */
record TenantIds(List<String> known) {

    static TenantIds of(Configuration configuration) {
        return new TenantIds(
                configuration.tenants().stream().map(Tenant::tenantId).toList());
    }

    boolean has(String id) {
        return known.contains(id);
    }

    /** As the end of a sentence. */
    String listed() {
        return "there are " + known;
    }

    /** What is wrong with an id that is none of them, without its text: it may be anything. */
    String described(String id) {
        return id.length() + " characters"
                + difference(id).map(how -> ", which " + how).orElse("") + "; " + listed();
    }

    private Optional<String> difference(String id) {
        if (known.contains(id.strip())) {
            return Optional.of("has blanks around it");
        }
        return known.stream()
                .filter(id.strip()::equalsIgnoreCase)
                .findFirst()
                .map(like -> "differs from " + like + " in upper and lower case");
    }
}
