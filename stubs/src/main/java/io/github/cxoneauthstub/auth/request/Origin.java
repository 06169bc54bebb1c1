package io.github.cxoneauthstub.auth.request;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells the server's own page from one that a developer has open beside it. A browser sends simple POSTs of any page to
 * any address, 127.0.0.1 included, and only keeps the answer from that page (Fetch Standard, section 3.2); and whoever
 * owns a name can let it lead here, so that their page and this server are of one origin (DNS rebinding). Immutable.
 *
 * @since 0.1.0
 */
public final class Origin {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    /** IPv4, or IPv6 in brackets: no name leads to them. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+]");

    /** A port, and the dot at the end of a name that is whole. */
    private static final Pattern END = Pattern.compile("\\.?(?::[0-9]*)?$");

    /** Nobody can own a name below these (RFC 6761, ICANN's resolution 2024.07.29.06, and "localtest"). */
    private static final List<String> UNOWNED = List.of(".localhost", ".localtest", ".test", ".internal");

    private final Set<String> names;
    private final boolean isForAll;

    private Origin(Set<String> names, boolean isForAll) {
        this.names = names.stream().map(Origin::name).collect(Collectors.toUnmodifiableSet());
        this.isForAll = isForAll;
    }

    /**
     * Of a server that this machine alone can reach.
     *
     * @param names what else it is known by, whoever owns them
     */
    public static Origin ofThisMachine(Set<String> names) {
        return new Origin(names, false);
    }

    /** Of a server that others reach by names that it cannot know: it is heard by all of them. */
    public static Origin ofAnyName() {
        return new Origin(Set.of(), true);
    }

    /** As names are compared: without a port, or the dot at the end. */
    private static String name(String host) {
        return END.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
    }

    /** Why a request to administrate the server must not be heard, in one sentence of ours; empty if it may. */
    public Optional<String> objection(ArrivedRequest request) {
        if (isForeign(request)) {
            return Optional.of("a page of another origin may not move this server");
        }
        return request.value("Host")
                .map(Origin::name)
                .filter(host -> !isForAll && !isOwn(host))
                .map(host -> "the Host of this request is a name that a stranger may own, who could let it lead here:"
                        + " use 127.0.0.1 or localhost, or let --public-url have that name");
    }

    /** Whether a page of another origin would change something. Programs send neither header. */
    private static boolean isForeign(ArrivedRequest request) {
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

    /** A name without a dot is one of the machine, of its network or of a container's neighbours. */
    private boolean isOwn(String host) {
        return host.indexOf('.') < 0
                || ADDRESS.matcher(host).matches()
                || UNOWNED.stream().anyMatch(host::endsWith)
                || names.contains(host);
    }
}
