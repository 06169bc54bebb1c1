package io.github.cxoneauthstub.auth.request;

import java.util.Set;

/**
 * Tells the server's own page from one that a developer has open beside it: a browser sends simple POSTs of any page to
 * any address, 127.0.0.1 included, and only keeps the answer from that page (Fetch Standard, section 3.2).
 *
 * @since 0.1.0
 */
public final class Origin {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private Origin() {}

    /** Whether a page of another origin would change something. Programs send neither header. */
    public static boolean isForeign(ArrivedRequest request) {
        return !READING.contains(request.method())
                && request.value("Sec-Fetch-Site")
                        .map(site -> !OWN.contains(site))
                        .orElseGet(() -> request.value("Origin")
                                .map(origin ->
                                        !isOf(origin, request.value("Host").orElse("")))
                                .orElse(false));
    }

    private static boolean isOf(String origin, String host) {
        return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
    }
}
