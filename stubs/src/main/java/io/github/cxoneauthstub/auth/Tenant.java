package io.github.cxoneauthstub.auth;

/**
 * A customer of CXone, as its tokens tell of it.
 *
 * @param tenantId shaped like CXone's, obviously invented
 * @param area the region
 * @param businessUnit the number of the business unit
 */
record Tenant(String tenantId, String area, long businessUnit) {
    static final Tenant DEFAULT = new Tenant("11eb0000-0000-0000-0000-0242ac110002", "na1", 4594001);
}
