package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.token.KeyRing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The public documents of a server: discovery (OpenID Connect Discovery 1.0 section 3) and keys (RFC 7517 section 5).
 */
final class Documents {
    static final String DISCOVERY = "/.well-known/openid-configuration";
    static final String KEYS = "/auth/jwks";
    static final List<String> PATHS = List.of(DISCOVERY, KEYS);

    private Documents() {}

    /** The endpoints of both, by path. */
    static Map<String, Endpoint> endpoints(
            Configuration configuration, String base, KeyRing keys, Json json, Answers answers) {
        String profile = configuration.profile().name();
        Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        endpoints.put(
                DISCOVERY,
                new DocumentEndpoint(
                        "discovery document", profile, () -> json.write(metadata(configuration, base)), answers));
        endpoints.put(KEYS, new DocumentEndpoint("key set", profile, keys::keySet, answers));
        return endpoints;
    }

    /** Only what is really served here. */
    private static Map<String, Object> metadata(Configuration configuration, String base) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", base);
        metadata.put("token_endpoint", base + configuration.tokenPath());
        metadata.put("jwks_uri", base + KEYS);
        metadata.put(
                "token_endpoint_auth_methods_supported",
                methods(configuration.profile().credentials()));
        metadata.put("token_endpoint_auth_signing_alg_values_supported", List.of("RS256"));
        metadata.put("id_token_signing_alg_values_supported", List.of("RS256"));
        metadata.put("subject_types_supported", List.of("public"));
        metadata.put("response_types_supported", List.of());
        metadata.put(
                "grant_types_supported",
                configuration.profile().grants().stream()
                        .map(GrantType::parameter)
                        .toList());
        return metadata;
    }

    private static List<String> methods(AuthMethod credentials) {
        return switch (credentials) {
            case EITHER -> List.of("client_secret_basic", "client_secret_post");
            case BASIC -> List.of("client_secret_basic");
            case BODY -> List.of("client_secret_post");
        };
    }
}
