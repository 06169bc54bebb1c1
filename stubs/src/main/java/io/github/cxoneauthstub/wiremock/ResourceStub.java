package io.github.cxoneauthstub.wiremock;

import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import io.github.cxoneauthstub.auth.Json;
import io.github.cxoneauthstub.auth.Resource;
import io.github.cxoneauthstub.auth.ResourceDescription;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.profile.ResourceStyle;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A guarded resource in the making: nothing is served until {@link #answers(String)} is called. Immutable; each method
 * returns another one.
 *
 * @since 0.1.0
 */
public final class ResourceStub {
    private final Consumer<Resource> resources;
    private final Json json;
    private final UrlMatcher matcher;
    private final Optional<String> scope;
    private final Optional<ResourceStyle> style;

    ResourceStub(Consumer<Resource> resources, Json json, UrlMatcher matcher) {
        this(resources, json, matcher, Optional.empty(), Optional.empty());
    }

    private ResourceStub(
            Consumer<Resource> resources,
            Json json,
            UrlMatcher matcher,
            Optional<String> scope,
            Optional<ResourceStyle> style) {
        this.resources = resources;
        this.json = json;
        this.matcher = matcher;
        this.scope = scope;
        this.style = style;
    }

    /**
     * Demands that the token has this scope; without it any valid token will do.
     *
     * @throws IllegalArgumentException if it is not one scope
     */
    public ResourceStub requires(String requiredScope) {
        Scopes.of(requiredScope);
        return new ResourceStub(resources, json, matcher, Optional.of(requiredScope), style);
    }

    /**
     * Answers in the style of this product, whoever issued the token; without it the style is that of the dialect that
     * issued the token, and that of the default dialect for who presents none.
     */
    public ResourceStub style(ResourceStyle ofProduct) {
        Objects.requireNonNull(ofProduct, "ofProduct");
        return new ResourceStub(resources, json, matcher, scope, Optional.of(ofProduct));
    }

    /** Is for requests only whose query has a parameter with a value that fits. */
    public ResourceStub withQueryParam(String name, StringValuePattern value) {
        return new ResourceStub(resources, json, matcher.withQueryParam(name, value), scope, style);
    }

    /**
     * Serves this JSON with status 200, from now on.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    public void answers(String body) {
        answers(200, body);
    }

    /**
     * Serves this JSON, from now on; with the statuses 204, 205 and 304 no body is sent (RFC 9110).
     *
     * @throws IllegalArgumentException if it is not JSON, or if the status is not between 200 and 599
     */
    public void answers(int status, String body) {
        ResourceDescription.checkedStatus(status);
        json.fault(body).ifPresent(fault -> {
            throw new IllegalArgumentException("the answer of " + matcher.describe() + " is not JSON: " + fault
                    + "; for another type of content use auth.wireMock() with auth.api().guards(...)");
        });
        resources.accept(new Resource(matcher, scope, Optional.of(new Resource.Served(status, body)), style));
    }
}
