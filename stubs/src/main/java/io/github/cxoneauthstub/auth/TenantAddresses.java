package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.Optional;

/**
 * Where the resources of a tenant are: with one tenant, at the base URL of the server; with several, each at a path of
 * its own below it, where the tokens of the others are refused.
 */
final class TenantAddresses {
    static final String PREFIX = "/tenants/";

    private TenantAddresses() {}

    /**
     * Whether it is an address of a tenant, where nothing else can be.
     *
     * @param path of an endpoint or a resource
     */
    static boolean isBelow(String path) {
        return path.startsWith(PREFIX);
    }

    /** The part of a path in which the id of a tenant stands, decoded. */
    static Optional<String> tenantOf(String path) {
        return Optional.of(path)
                .filter(TenantAddresses::isBelow)
                .map(each -> FormEncoding.decodeLeniently(
                        each.substring(PREFIX.length()).split("/", 2)[0]));
    }

    /** The base of the resources of a tenant, without a slash at the end. */
    static String of(Tenant tenant, Configuration configuration, String base) {
        return configuration.tenants().size() == 1 ? base : base + PREFIX + tenant.tenantId();
    }
}
