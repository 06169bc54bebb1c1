package io.github.cxoneauthstub.control;

import io.github.cxoneauthstub.auth.request.Header;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a call ends in.
 *
 * @param status the HTTP status
 * @param body the members of the body, in their order
 * @param headers more header lines
 */
record Result(int status, Map<String, ?> body, List<Header> headers) {

    private static final int LONGEST = 100;
    private static final int MOST = 20;

    static Result ok(Map<String, ?> body) {
        return new Result(200, body, List.of());
    }

    static Result created(Map<String, ?> body) {
        return new Result(201, body, List.of());
    }

    static Result deleted() {
        return new Result(204, Map.of(), List.of());
    }

    static Result refused(int status, String message) {
        return new Result(status, Map.of("message", message), List.of());
    }

    /** 404 for an id in the path. */
    static Result unknown(String what, String id, List<String> known) {
        String named = id.length() <= LONGEST ? "'" + id + "'" : "of an id of " + id.length() + " characters";
        String others = known.stream()
                .limit(MOST)
                .map(other -> other.length() <= LONGEST ? other : other.substring(0, LONGEST) + "...")
                .collect(Collectors.joining(", "));
        String more = known.size() > MOST ? " and " + (known.size() - MOST) + " more" : "";
        return refused(404, "there is no " + what + " " + named + ": there are [" + others + "]" + more);
    }

    Result with(Header header) {
        return new Result(
                status, body, Stream.concat(headers.stream(), Stream.of(header)).toList());
    }
}
