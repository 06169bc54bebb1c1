package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** The guarded resources of one simulation. Safe for use by several threads. */
final class ResourceTable {
    private static final int MOST = 1000;

    private final List<Resource> resources;

    ResourceTable(List<Resource> resources) {
        this.resources = new CopyOnWriteArrayList<>(resources);
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

    ResourceTable fork() {
        return new ResourceTable(resources);
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
