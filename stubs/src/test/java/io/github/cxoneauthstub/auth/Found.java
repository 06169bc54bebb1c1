package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.provider.Arguments;

/** What a detector finds in a request, for tables of requests. */
final class Found {
    private Found() {}

    /** A row: the request shows the mistake, and this is how it is told. */
    static Arguments row(Mistake mistake, String what, TestRequest request, String seen) {
        return Arguments.of(mistake, what, request, seen);
    }

    /** A row: the request is the nearest to the mistake that does not show it. */
    static Arguments nearMiss(Mistake mistake, String what, TestRequest request) {
        return Arguments.of(mistake, what, request);
    }

    /** How the mistake was seen; empty if it was not. */
    static Optional<String> seen(Exchange exchange, Mistake mistake) {
        List<Finding> found = exchange.findings().stream()
                .filter(finding -> finding.mistake() == mistake)
                .toList();
        assertThat(found).as("one detector for each mistake").hasSizeLessThan(2);
        return found.stream().map(Finding::seen).findFirst();
    }

    static Optional<String> seen(TestServer server, TestRequest request, Mistake mistake) {
        return seen(recorded(server, request), mistake);
    }

    /** What was recorded of the request, whether an endpoint or nobody answered it. */
    static Exchange recorded(TestServer server, TestRequest request) {
        if (server.server().reply(request.arrived()) instanceof Reply.PassOn passOn) {
            passOn.passage().answered(404, false);
        }
        return server.view().exchanges().last();
    }
}
