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
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a client where the API of a tenant is: the last step of the discovery chain that NICE documents. */
final class TenantDocument implements Endpoint {
    private static final Evidence SILENT =
            Evidence.assumed("clients expect 404 for an unknown tenant; no document tells the errors of this endpoint");
    private static final Evidence NEEDED = Evidence.assumed("no document tells the errors of this endpoint; an older"
            + " PowerShell client asks it without tenantId, at the host of an area");

    private static final String ADVICE =
            "send ?tenantId= with the claim tenantId of the id_token, or of the access token, unchanged";
    private static final Set<String> NEAR = Set.of("tenantid", "tenant_id", "TenantId", "tenantID", "tenant");

    /** RFC 3986 section 3.2.2: IPv4address and IP-literal. */
    private static final Pattern IP_LITERAL = Pattern.compile("[0-9.]+|\\[.*]");

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
            return DocumentEndpoint.otherMethod(
                    PublicDocument.TENANT.title(), DocumentEndpoint.READING, common.answers());
        }
        Optional<String> asked = arrived.queryParameters().value("tenantId");
        List<Tenant> tenants = common.simulation().configuration().tenants();
        TenantIds known = TenantIds.of(common.simulation().configuration());
        if (asked.isEmpty() && tenants.size() == 1) {
            return served(tenants.get(0), arrived, ", the only one there is, asked for without tenantId");
        }
        if (asked.isEmpty()) {
            return refused(
                    400,
                    "invalid_request",
                    new Explanation(
                            Reason.TENANT_MISSING,
                            "the query has tenantId",
                            "no tenantId in the query" + misspelt(arrived) + "; " + known.listed(),
                            ADVICE,
                            NEEDED));
        }
        return tenants.stream()
                .filter(tenant -> tenant.tenantId().equals(asked.get()))
                .findFirst()
                .map(tenant -> served(tenant, arrived, ""))
                .orElseGet(() -> refused(
                        404,
                        "not_found",
                        new Explanation(
                                Reason.TENANT_UNKNOWN,
                                "tenantId is that of a tenant",
                                "a tenantId of " + known.described(asked.get()),
                                ADVICE,
                                SILENT)));
    }

    private Decision served(Tenant tenant, ArrivedRequest arrived, String how) {
        return new Decision.Served(
                common.answers().object(200, facts(tenant, arrived), List.of()),
                "configuration of tenant " + tenant.tenantId() + how);
    }

    /** Words are compared exactly, and so is the name of a parameter. */
    private static String misspelt(ArrivedRequest arrived) {
        return arrived.queryParameters().names().stream()
                .filter(NEAR::contains)
                .findFirst()
                .map(name -> ", but " + name)
                .orElse("");
    }

    private Decision refused(int status, String error, Explanation why) {
        return new Decision.Refused(common.answers().object(status, Map.of("error", error), List.of()), why);
    }

    /** The members that NICE's OpenAPI files and RingCentral's transcript have. */
    private Map<String, Object> facts(Tenant tenant, ArrivedRequest arrived) {
        String base = common.addresses().of(arrived);
        String domain = domain(URI.create(base));
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

    /** The host that the base URL has; clients put a word before it, which an IP address does not bear. */
    private static String domain(URI base) {
        String named = Optional.ofNullable(base.getHost()).orElse("localhost");
        String host = IP_LITERAL.matcher(named).matches() ? "localhost" : named;
        return base.getPort() < 0 ? host : host + ":" + base.getPort();
    }
}
