package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets pages of other origins ask and read, as applications in a browser do (Fetch Standard, section 3.2). Every page
 * may: what is answered here is invented. Which headers CXone sends is not public; NICE's browser SDK asks from a page
 * of another origin, so that some must come.
 */
final class CrossOrigin {
    private static final Header ANY = new Header("Access-Control-Allow-Origin", "*");

    /** What else a client writes there is shown nowhere. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private CrossOrigin() {}

    /** The method that a browser asks for before it lets a page use it; empty for every other request. */
    static Optional<String> askedFor(ArrivedRequest request) {
        return isOfPage(request) && request.method().equals("OPTIONS")
                ? request.value("Access-Control-Request-Method").filter(METHODS::contains)
                : Optional.empty();
    }

    /**
     * What a browser is told that asks before.
     *
     * @param method one that is served
     */
    static Answer allowed(String method) {
        return new Answer(
                204,
                List.of(
                        ANY,
                        new Header("Access-Control-Allow-Methods", method),
                        // the wildcard is for all but this one
                        new Header("Access-Control-Allow-Headers", "Authorization, *")),
                "");
    }

    /** The answer as the page may read it that the request came from, if it came from one. */
    static Answer readable(Answer answer, ArrivedRequest request) {
        if (!isOfPage(request)) {
            return answer;
        }
        List<Header> headers = new ArrayList<>(answer.headers());
        headers.add(ANY);
        headers.add(new Header("Access-Control-Expose-Headers", "*"));
        return new Answer(answer.status(), headers, answer.body(), answer.heldFor());
    }

    private static boolean isOfPage(ArrivedRequest request) {
        return request.value("Origin").isPresent();
    }
}
