package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For a request that nothing answers: the path that was probably meant. */
final class PathHint {
    private static final String RFC_8414 = "/.well-known/oauth-authorization-server";

    private final String tokenPath;
    private final List<String> paths;
    private final ResourceTable resources;
    private final TenantIds tenants;

    /**
     * @param tokenPath where the default dialect issues tokens
     * @param paths all paths with an endpoint, the default token path first
     * @param tenants those that have an address
     */
    PathHint(String tokenPath, List<String> paths, ResourceTable resources, TenantIds tenants) {
        this.tokenPath = tokenPath;
        this.paths = paths;
        this.resources = resources;
        this.tenants = tenants;
    }

    /** Why a request was answered by nobody, and what its sender probably meant. */
    Explanation explain(ArrivedRequest request, Redactor show) {
        Optional<String> strayTenant = TenantAddresses.tenantOf(request.path()).filter(id -> !tenants.has(id));
        if (strayTenant.isPresent() && resources.find(request).isEmpty()) {
            return new Explanation(
                    Reason.TENANT_UNKNOWN,
                    "the path names a tenant",
                    show.shown(request.method()) + " below " + TenantAddresses.PREFIX + ", of a tenantId of "
                            + tenants.described(strayTenant.get()),
                    "take api_endpoint from /.well-known/cxone-configuration as it is, and put nothing but the path"
                            + " of a resource behind it",
                    Evidence.assumed("a gateway's 404"));
        }
        List<String> secrets = RequestRules.secretsIn(request.queryParameters());
        String seen = show.shown(request.method()) + " " + show.shown(request.path())
                + (secrets.isEmpty() ? "" : " (" + RequestRules.secretsInQuery(request) + ")");
        return new Explanation(
                Reason.PATH_UNKNOWN,
                "the path is one that is served",
                seen + ", which no endpoint, resource or stub answers",
                advice(request),
                Evidence.assumed("a gateway's 404; the forum threads name six different token paths"));
    }

    private String advice(ArrivedRequest request) {
        if (resources.find(request).isPresent()) {
            return "the guard let it through, but no stub of auth.wireMock() answers it";
        }
        List<Resource> others = resources.ofOtherMethods(request);
        if (!others.isEmpty()) {
            return "another method is served at this path: " + describe(others);
        }
        String meant = normalised(request.path());
        if (meant.startsWith(RFC_8414)) {
            return "probably meant: " + PublicDocument.DISCOVERY.path()
                    + "; the metadata of RFC 8414 is not served, because no document"
                    + " of the vendor has it";
        }
        Optional<String> alike = served().filter(path -> normalised(path).equals(meant))
                .findFirst()
                .or(() ->
                        served().filter(path -> isTail(meant, normalised(path))).findFirst());
        if (alike.isPresent()) {
            return "probably meant: " + alike.get() + "; paths are compared exactly";
        }
        if (meant.contains("token") || meant.contains("oauth")) {
            return "probably meant: the token endpoint of this profile, POST " + tokenPath
                    + "; another path is another product's or another profile's";
        }
        return "served are " + String.join(", ", paths)
                + (resources.all().isEmpty() ? "" : " and " + describe(resources.all()));
    }

    private Stream<String> served() {
        return Stream.concat(
                paths.stream(),
                resources.all().stream().map(resource -> resource.matcher().describe()));
    }

    private static boolean isTail(String meant, String path) {
        return meant.length() > 1 && path.endsWith(meant);
    }

    private static String describe(List<Resource> resources) {
        return resources.stream()
                .map(resource -> resource.matcher().describe())
                .distinct()
                .limit(8)
                .collect(Collectors.joining(", "));
    }

    /** The path, behind a method if there is one, as somebody means it who writes it differently in case or slashes. */
    private static String normalised(String path) {
        String bare = path.substring(Math.max(0, path.indexOf('/')));
        String decoded = FormEncoding.decodeLeniently(bare).toLowerCase(Locale.ROOT);
        return decoded.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
    }
}
