package io.github.cxoneauthstub.wiremock;

import com.github.tomakehurst.wiremock.matching.UrlPattern;
import io.github.cxoneauthstub.auth.Json;
import io.github.cxoneauthstub.auth.Resource;
import io.github.cxoneauthstub.auth.client.Scopes;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The resources behind the tokens. Each is guarded: it opens for a valid token of any dialect, and refuses all others
 * as the dialect does that issued the token, or in a {@link ResourceStub#style} of its own. A path is written as a text
 * ({@code /users/me}, {@code /users/{id}}, {@code /users?page=2}) or as one of WireMock's patterns
 * ({@code urlPathMatching("/v1/.*")}).
 *
 * <p>Where two fit one request, the most specific path wins: an exact one before a template, a template before a
 * regular expression, of two of a kind the one with the longer literal beginning, of two templates then the one with
 * more literal text; then the one with more query conditions; of two that are equal, the later one.
 *
 * <pre>{@code
 * auth.api().get("/api/v2/users/me").requires("user:read").answers("{\"id\":\"42\"}");
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Api {
    private final Consumer<Resource> resources;
    private final Json json;

    /** A vocabulary that hands what it builds to a consumer; users get theirs from {@code auth.api()}. */
    public Api(Consumer<Resource> resources, Json json) {
        this.resources = resources;
        this.json = json;
    }

    /** Begins a resource for GET. */
    public ResourceStub get(String path) {
        return request("GET", path);
    }

    /** Begins a resource for GET. */
    public ResourceStub get(UrlPattern url) {
        return request("GET", url);
    }

    /** Begins a resource for POST. */
    public ResourceStub post(String path) {
        return request("POST", path);
    }

    /** Begins a resource for POST. */
    public ResourceStub post(UrlPattern url) {
        return request("POST", url);
    }

    /** Begins a resource for PUT. */
    public ResourceStub put(String path) {
        return request("PUT", path);
    }

    /** Begins a resource for PUT. */
    public ResourceStub put(UrlPattern url) {
        return request("PUT", url);
    }

    /** Begins a resource for PATCH. */
    public ResourceStub patch(String path) {
        return request("PATCH", path);
    }

    /** Begins a resource for PATCH. */
    public ResourceStub patch(UrlPattern url) {
        return request("PATCH", url);
    }

    /** Begins a resource for DELETE. */
    public ResourceStub delete(String path) {
        return request("DELETE", path);
    }

    /** Begins a resource for DELETE. */
    public ResourceStub delete(UrlPattern url) {
        return request("DELETE", url);
    }

    /**
     * Begins a resource for any method.
     *
     * @throws IllegalArgumentException if the path does not begin with a slash
     */
    public ResourceStub request(String method, String path) {
        return new ResourceStub(resources, json, UrlMatcher.of(method, path));
    }

    /** Begins a resource for any method. */
    public ResourceStub request(String method, UrlPattern url) {
        return new ResourceStub(resources, json, UrlMatcher.of(method, url));
    }

    /** Puts a guard before the stubs of {@code auth.wireMock()} at these URLs; any valid token opens it. */
    public void guards(UrlPattern url) {
        resources.accept(new Resource(UrlMatcher.ofAnyMethod(url), Optional.empty(), Optional.empty()));
    }

    /**
     * Puts a guard before the stubs of {@code auth.wireMock()} at these URLs; a valid token with this scope opens it.
     *
     * @throws IllegalArgumentException if it is not one scope
     */
    public void guards(UrlPattern url, String scope) {
        Scopes.of(scope);
        resources.accept(new Resource(UrlMatcher.ofAnyMethod(url), Optional.of(scope), Optional.empty()));
    }
}
