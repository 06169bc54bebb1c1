package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Scopes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The scopes of the older server, whose case does not matter, and the numbers that its tokens have for them. Which is
 * which is not public.
 */
final class CentralScopes {
    private static final List<String> IN_ORDER = List.of(
            "AdminApi", "AgentApi", "AuthenticationApi", "PatronApi", "RealTimeApi", "ReportingApi", "CustomApi");

    /** What a client gets for itself. */
    static final Scopes PATRON = Scopes.of("PatronApi");

    private CentralScopes() {}

    /** As in {@code 1,2,4}: a power of two for each; empty for none. */
    static String numbers(Scopes scopes) {
        return IntStream.range(0, IN_ORDER.size())
                .filter(i -> scopes.contains(spelt(IN_ORDER.get(i), scopes)))
                .mapToObj(i -> String.valueOf(1 << i))
                .collect(Collectors.joining(","));
    }

    /** As the answer tells them: every scope is the seven that there are. */
    static String told(Scopes scopes) {
        return scopes.isAll() ? String.join(" ", IN_ORDER) : scopes.toString();
    }

    /** A scope as it is written among those; otherwise as it is. */
    static String spelt(String scope, Scopes among) {
        return Stream.concat(among.toList().stream(), IN_ORDER.stream())
                .filter(scope::equalsIgnoreCase)
                .findFirst()
                .orElse(scope);
    }

    /** Scopes as they are written among others. */
    static Scopes spelt(Scopes scopes, Scopes among) {
        return Scopes.of(
                scopes.toList().stream().map(scope -> spelt(scope, among)).toList());
    }
}
