package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Trait;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one server answers at which path. Immutable. */
final class EndpointTable {
    private final Map<String, Endpoint> byPath = new LinkedHashMap<>();
    private final Map<String, Endpoint> byLowerCasePath = new LinkedHashMap<>();
    private final List<Prefix> prefixes = new ArrayList<>();

    /**
     * The beginning of a path under which every resource is served a second time.
     *
     * @param path without a slash at the end
     * @param tenantId whose address it is; empty for an address of all
     * @param profile the dialect which answers, and for whose product tokens are good there; empty for any
     */
    record Prefix(String path, Optional<String> tenantId, Optional<Profile> profile) {
        /** The request for what stands behind it. */
        ArrivedRequest takenOff(ArrivedRequest request) {
            return request.below(request.path().substring(0, path.length()));
        }

        private boolean isCaseless() {
            return profile.filter(each -> each.has(Trait.CASELESS_PATH)).isPresent();
        }

        private boolean isOf(ArrivedRequest request) {
            return request.path().length() > path.length()
                    && request.path().charAt(path.length()) == '/'
                    && request.path().regionMatches(isCaseless(), 0, path, 0, path.length());
        }
    }

    EndpointTable(Common common) {
        Configuration configuration = common.simulation().configuration();
        ClientAuthenticator authenticator = new ClientAuthenticator(common.simulation());
        Grants grants = new Grants(common);
        for (Profile profile : configuration.mounted()) {
            profile.paths()
                    .forEach(path -> add(path, profile, of(profile.duty(), profile, common, authenticator, grants)));
            profile.furtherPaths()
                    .forEach((duty, path) -> add(path, profile, of(duty, profile, common, authenticator, grants)));
            profile.apiPrefix()
                    .ifPresent(path -> prefixes.add(new Prefix(path, Optional.empty(), Optional.of(profile))));
        }
        byPath.putAll(Documents.endpoints(common));
        configuration.tenants().stream()
                .map(Tenant::tenantId)
                .forEach(
                        id -> prefixes.add(new Prefix(TenantAddresses.PREFIX + id, Optional.of(id), Optional.empty())));
    }

    private void add(String path, Profile profile, Endpoint endpoint) {
        byPath.put(path, endpoint);
        if (profile.has(Trait.CASELESS_PATH)) {
            byLowerCasePath.put(path.toLowerCase(Locale.ROOT), endpoint);
        }
    }

    private static Endpoint of(
            Duty duty, Profile profile, Common common, ClientAuthenticator authenticator, Grants grants) {
        Questions questions = new Questions(common);
        return switch (duty) {
            case TOKEN, ACCESS_KEY, EXCHANGE, REFRESH ->
                new TokenEndpoint(profile, duty, common, authenticator, grants);
            case WHO_AM_I -> new WhoAmIEndpoint(profile, common);
            case AUTHORIZE -> new AuthorizeEndpoint(profile, common);
            case USER_INFO -> new UserInfoEndpoint(profile, common);
            case END_SESSION -> new EndSessionEndpoint(profile, common);
            case REVOKE -> new QuestionEndpoint(profile, duty, common, authenticator::authenticate, questions::revoke);
            case INTROSPECT -> new QuestionEndpoint(profile, duty, common, authenticator::prove, questions::introspect);
        };
    }

    /** All paths, as they are written in the dialects. */
    Set<String> paths() {
        return byPath.keySet();
    }

    Optional<Endpoint> at(String path) {
        return Optional.ofNullable(byPath.get(path))
                .or(() -> byLowerCasePath.isEmpty()
                        ? Optional.empty()
                        : Optional.ofNullable(byLowerCasePath.get(path.toLowerCase(Locale.ROOT))));
    }

    /** The prefix that a path begins with. */
    Optional<Prefix> prefixOf(ArrivedRequest request) {
        return prefixes.stream().filter(prefix -> prefix.isOf(request)).findFirst();
    }
}
