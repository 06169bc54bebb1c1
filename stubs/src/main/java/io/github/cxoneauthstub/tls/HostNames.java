package io.github.cxoneauthstub.tls;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The names that certificates are made for: this machine, and names below top-level domains that nobody can own (RFC
 * 6761 reserves {@code test} and {@code localhost}; {@code localtest} is in nobody's root zone).
 */
final class HostNames {
    /** What every certificate is for. */
    static final List<String> ALWAYS = List.of("localhost");

    /** The addresses that every certificate is for. */
    static final List<String> ADDRESSES = List.of("127.0.0.1", "::1");

    /** The domains to which the authority is confined. */
    static final List<String> DOMAINS = List.of("localhost", "localtest", "test");

    private static final Pattern LABELS =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final int LONGEST = 253;

    private HostNames() {}

    /** Whether the authority may make a certificate for it. */
    static boolean mayBe(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.length() <= LONGEST
                && LABELS.matcher(lower).matches()
                && DOMAINS.stream().anyMatch(domain -> lower.equals(domain) || lower.endsWith("." + domain));
    }
}
