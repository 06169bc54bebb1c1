package io.github.cxoneauthstub.control;

import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One call of the control API.
 *
 * @param method the HTTP method
 * @param path the path below the prefix; its last segment may be {@code {id}}
 * @param action what it does, with the id of the path and the body
 */
record Call(String method, String path, BiFunction<String, CallBody, Result> action) {
    private static final String ID = "{id}";

    /** A call about no single thing. */
    static Call of(String method, String path, Function<CallBody, Result> action) {
        return new Call(method, path, (id, body) -> action.apply(body));
    }

    /** A call about the thing whose id ends the path. */
    static Call ofOne(String method, String path, BiFunction<String, CallBody, Result> action) {
        return new Call(method, path + "/" + ID, action);
    }

    /** The id in this path, if the call is at this path; for a call about no single thing it is empty text. */
    Optional<String> id(String asked) {
        if (!path.endsWith(ID)) {
            return asked.equals(path) ? Optional.of("") : Optional.empty();
        }
        String before = path.substring(0, path.length() - ID.length());
        boolean here =
                asked.startsWith(before) && asked.length() > before.length() && asked.indexOf('/', before.length()) < 0;
        // in a path a plus is a plus
        return here
                ? Optional.of(FormEncoding.decodeLeniently(
                        asked.substring(before.length()).replace("+", "%2B")))
                : Optional.empty();
    }

    Result make(String asked, CallBody body) {
        return action.apply(id(asked).orElseThrow(), body);
    }

    @Override
    public String toString() {
        return method + " " + ControlApi.PREFIX + path;
    }
}
