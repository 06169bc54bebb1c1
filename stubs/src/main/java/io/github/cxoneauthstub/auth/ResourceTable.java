package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** The guarded resources of one simulation. Safe for use by several threads. */
final class ResourceTable {
    static final int MOST = 1000;

    private final List<Resource> resources;
    private final Map<ResourceDescription, Resource> configured;

    /** Those of the configuration. */
    ResourceTable(Map<ResourceDescription, Resource> configured) {
        this(configured.values(), configured);
    }

    private ResourceTable(Collection<Resource> resources, Map<ResourceDescription, Resource> configured) {
        this.resources = new CopyOnWriteArrayList<>(resources);
        this.configured = configured;
    }

    /** @throws IllegalStateException if there are a thousand already */
    synchronized void add(Resource resource) {
        if (resources.size() >= MOST) {
            throw new IllegalStateException(
                    "there are " + MOST + " resources already, and each request is compared with"
                            + " each of them: use templates as /users/{id}, or begin anew");
        }
        resources.add(resource);
    }

    /**
     * The same resources, but of those of the configuration only what another configuration has too, and what is new in
     * it.
     */
    ResourceTable fork(Map<ResourceDescription, Resource> other) {
        List<Resource> next = new ArrayList<>(resources);
        Map<ResourceDescription, Resource> kept = new LinkedHashMap<>(other);
        configured.forEach((description, resource) -> {
            if (kept.replace(description, resource) == null) {
                next.remove(resource);
            }
        });
        kept.values().stream().filter(resource -> !next.contains(resource)).forEach(next::add);
        return new ResourceTable(next, kept);
    }

    /** The most specific one for this request; of two that are equal, the later one. */
    Optional<Resource> find(ArrivedRequest request) {
        List<Resource> all = List.copyOf(resources);
        return IntStream.range(0, all.size())
                .boxed()
                .filter(i -> all.get(i).matcher().matchesUrl(request)
                        && all.get(i).matcher().matchesMethod(request))
                .max(Comparator.<Integer>comparingInt(i -> all.get(i).matcher().specificity())
                        .thenComparing(Comparator.naturalOrder()))
                .map(all::get);
    }

    /** Those that are for this path and query but for other methods. */
    List<Resource> ofOtherMethods(ArrivedRequest request) {
        return resources.stream()
                .filter(resource -> resource.matcher().matchesUrl(request)
                        && !resource.matcher().matchesMethod(request))
                .toList();
    }

    List<Resource> all() {
        return List.copyOf(resources);
    }
}
