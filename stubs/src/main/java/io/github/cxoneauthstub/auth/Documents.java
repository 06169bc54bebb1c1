package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Serves each {@link PublicDocument}. */
final class Documents {
    private final Common common;
    private final Configuration configuration;

    private Documents(Common common) {
        this.common = common;
        this.configuration = common.simulation().configuration();
    }

    /** The endpoints of all of them, by path. */
    static Map<String, Endpoint> endpoints(Common common) {
        return new Documents(common).endpoints();
    }

    private Map<String, Endpoint> endpoints() {
        Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        for (PublicDocument document : PublicDocument.values()) {
            endpoints.put(document.path(), of(document));
        }
        return endpoints;
    }

    private Endpoint of(PublicDocument document) {
        return switch (document) {
            case DISCOVERY -> endpoint(document, request -> common.json().write(metadata(request)));
            case TENANT -> new TenantDocument(configuration.profile(), common);
            case KEYS ->
                endpoint(document, request -> common.simulation().keys().keySet());
        };
    }

    private Endpoint endpoint(PublicDocument document, Function<ArrivedRequest, String> text) {
        return new DocumentEndpoint(document.title(), configuration.profile(), text, common.answers());
    }

    /** The members that RingCentral's transcript has, in its order, and only those that are served here. */
    private Map<String, Object> metadata(ArrivedRequest request) {
        String base = common.addresses().of(request);
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", base);
        put(metadata, "authorization_endpoint", Duty.AUTHORIZE, base);
        metadata.put("token_endpoint", base + configuration.tokenPath());
        put(metadata, "userinfo_endpoint", Duty.USER_INFO, base);
        metadata.put("jwks_uri", base + PublicDocument.KEYS.path());
        put(metadata, "end_session_endpoint", Duty.END_SESSION, base);
        metadata.put(
                "token_endpoint_auth_methods_supported",
                methods(configuration.profile().credentials()));
        metadata.put("token_endpoint_auth_signing_alg_values_supported", List.of("RS256"));
        metadata.put("scopes_supported", List.of("openid"));
        metadata.put("response_types_supported", List.of("code"));
        metadata.put("subject_types_supported", List.of("public"));
        metadata.put("id_token_signing_alg_values_supported", List.of("RS256"));
        metadata.put("request_object_signing_alg_values_supported", List.of("none"));
        metadata.put("display_values_supported", List.of("page", "popup"));
        metadata.put("claim_types_supported", List.of("normal"));
        metadata.put("code_challenge_methods_supported", List.of("S256"));
        return metadata;
    }

    private void put(Map<String, Object> metadata, String name, Duty duty, String base) {
        pathOf(duty).ifPresent(path -> metadata.put(name, base + path));
    }

    /** Of the default dialect, or else of the first one that has such an endpoint. */
    private Optional<String> pathOf(Duty duty) {
        return Optional.ofNullable(configuration.profile().furtherPaths().get(duty))
                .or(() -> configuration.mounted().stream()
                        .map(Profile::furtherPaths)
                        .flatMap(paths -> Optional.ofNullable(paths.get(duty)).stream())
                        .findFirst());
    }

    private static List<String> methods(AuthMethod credentials) {
        return switch (credentials) {
            case EITHER -> List.of("client_secret_basic", "client_secret_post");
            case BASIC -> List.of("client_secret_basic");
            case BODY -> List.of("client_secret_post");
            case NONE -> List.of("none");
        };
    }
}
