package io.github.cxoneauthstub.control;

import io.github.cxoneauthstub.auth.request.Header;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a call ends in.
 *
 * @param status the HTTP status
 * @param body the members of the body, in their order
 * @param headers more header lines
 */
record Result(int status, Map<String, ?> body, List<Header> headers) {

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

    Result with(Header header) {
        return new Result(
                status, body, Stream.concat(headers.stream(), Stream.of(header)).toList());
    }
}
