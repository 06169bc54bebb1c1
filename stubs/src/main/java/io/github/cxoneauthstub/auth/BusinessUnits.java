package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Client;
import java.util.List;
import java.util.Optional;

/**
 * The numbers of business units, as they come in the place of a client's secret.
 *
 * @param tenants all of them; none where the dialect takes secrets only
 * @param forUser whether the grant asked for is one that a user stands for, and so needs no secret of the client
 */
record BusinessUnits(List<Tenant> tenants, boolean forUser) {
    /** Of a dialect that takes secrets only. */
    static final BusinessUnits NONE = new BusinessUnits(List.of(), false);

    /** The one that came in the place of that client's secret and will do for it. */
    Optional<Long> standingIn(Client client, String password) {
        return forUser ? named(password).filter(number -> isOf(client, number)) : Optional.empty();
    }

    /** The one that a text is the number of. */
    Optional<Long> named(String text) {
        return tenants.stream()
                .map(Tenant::businessUnit)
                .filter(number -> String.valueOf(number).equals(text))
                .findFirst();
    }

    /** A client that names no tenant is for all of them. */
    private boolean isOf(Client client, long number) {
        return client.tenantId().isEmpty()
                || tenants.stream()
                        .filter(tenant -> client.tenantId().get().equals(tenant.tenantId()))
                        .anyMatch(tenant -> tenant.businessUnit() == number);
    }

    List<Long> numbers() {
        return tenants.stream().map(Tenant::businessUnit).distinct().toList();
    }
}
