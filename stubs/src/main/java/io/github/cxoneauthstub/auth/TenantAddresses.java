package io.github.cxoneauthstub.auth;

/**
 * Where the resources of a tenant are: with one tenant, at the base URL of the server; with several, each at a path of
 * its own below it, where the tokens of the others are refused.
 */
final class TenantAddresses {
    static final String PREFIX = "/tenants/";

    private TenantAddresses() {}

    /** The base of the resources of a tenant, without a slash at the end. */
    static String of(Tenant tenant, Configuration configuration, String base) {
        return configuration.tenants().size() == 1 ? base : base + PREFIX + tenant.tenantId();
    }
}
