package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Scopes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The scopes of the older server by the numbers that its tokens have for them. Which is which is not public. */
final class CentralScopes {
    private static final List<String> IN_ORDER = List.of(
            "AdminApi", "AgentApi", "AuthenticationApi", "PatronApi", "RealTimeApi", "ReportingApi", "CustomApi");

    private CentralScopes() {}

    /** As in {@code 1,2,4}: a power of two for each. */
    static String numbers(Scopes scopes) {
        return IntStream.range(0, IN_ORDER.size())
                .filter(i -> scopes.contains(IN_ORDER.get(i)))
                .mapToObj(i -> String.valueOf(1 << i))
                .collect(Collectors.joining(","));
    }
}
