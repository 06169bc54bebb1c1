package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells a client where the API of a tenant is: the last step of the discovery chain that NICE documents. */
final class TenantDocument implements Endpoint {
    private static final Evidence SILENT =
            Evidence.assumed("clients expect 404 for an unknown tenant; no document tells the errors of this endpoint");

    private final Profile profile;
    private final Common common;

    TenantDocument(Profile profile, Common common) {
        this.profile = profile;
        this.common = common;
    }

    @Override
    public Addressee addressee() {
        return Addressee.of(Kind.DOCUMENT, profile);
    }

    @Override
    public Decision decide(ArrivedRequest arrived) {
        if (!DocumentEndpoint.reads(arrived)) {
            return DocumentEndpoint.otherMethod("configuration of a tenant", common.answers());
        }
        Optional<String> asked = arrived.queryParameters().value("tenantId");
        List<Tenant> tenants = common.simulation().configuration().tenants();
        if (asked.isEmpty()) {
            return refused(400, Reason.TENANT_MISSING, "the query has tenantId", "no tenantId in the query", tenants);
        }
        return tenants.stream()
                .filter(tenant -> tenant.tenantId().equals(asked.get()))
                .findFirst()
                .<Decision>map(tenant -> new Decision.Served(
                        common.answers().object(200, facts(tenant, arrived), List.of()),
                        "configuration of tenant " + tenant.tenantId()))
                .orElseGet(() -> refused(
                        404,
                        Reason.TENANT_UNKNOWN,
                        "tenantId is that of a tenant",
                        "a tenantId of " + asked.get().length() + " characters",
                        tenants));
    }

    private Decision refused(int status, Reason reason, String demand, String seen, List<Tenant> tenants) {
        Answer answer = common.answers()
                .object(
                        status,
                        Map.of("error", reason == Reason.TENANT_MISSING ? "invalid_request" : "not_found"),
                        List.of());
        return new Decision.Refused(
                answer,
                new Explanation(
                        reason,
                        demand,
                        seen + "; there are "
                                + tenants.stream().map(Tenant::tenantId).toList(),
                        "take tenantId from the claims of the id_token, or of the access token",
                        SILENT));
    }

    /** The members that NICE's OpenAPI files and RingCentral's transcript have. */
    private Map<String, Object> facts(Tenant tenant, ArrivedRequest arrived) {
        String base = common.addresses().of(arrived);
        int port = URI.create(base).getPort();
        String domain = port < 0 ? URI.create(base).getHost() : "localhost:" + port;
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("private", false);
        facts.put("area", tenant.area());
        facts.put("cluster", tenant.cluster());
        facts.put("domain", domain);
        facts.put("acdDomain", domain);
        facts.put("uhDomain", domain);
        facts.put("ui_endpoint", base);
        facts.put("auth_endpoint", base);
        facts.put("api_endpoint", TenantAddresses.of(tenant, common.simulation().configuration(), base));
        facts.put("tenantId", tenant.tenantId());
        return facts;
    }
}
