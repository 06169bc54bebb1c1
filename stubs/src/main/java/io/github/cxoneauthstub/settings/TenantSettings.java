package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.Tenant;

/** A tenant as it is written in JSON. */
final class TenantSettings {
    static final String TENANT_ID = "tenantId";
    private static final String AREA = "area";
    private static final String BUSINESS_UNIT = "businessUnit";

    private TenantSettings() {}

    /**
     * The id is required; the area is usually that of the default tenant, and so is the business unit of the first.
     *
     * @param before how many tenants stand before it
     */
    static Tenant read(Field field, int before) {
        Fields fields = field.fields().allowOnly(TENANT_ID, AREA, BUSINESS_UNIT);
        return new Tenant(
                id(fields.get(TENANT_ID)),
                fields.value(AREA, area -> word(AREA, area)).orElse(Tenant.DEFAULT.area()),
                fields.integer(BUSINESS_UNIT, 1, 999_999_999)
                        .map(Integer::longValue)
                        .orElse(Tenant.DEFAULT.businessUnit() + before));
    }

    static String id(Field field) {
        return word(TENANT_ID, field);
    }

    private static String word(String name, Field field) {
        return field.read(() -> Tenant.checkedWord(name, field.text()));
    }
}
