package io.github.cxoneauthstub.assertj;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import java.time.Duration;
import java.util.List;

/** What the author of a test asks for, if it can be asked for. */
final class Wanted {
    private Wanted() {}

    /** A number of something. */
    static int count(String method, int count) {
        if (count < 0) {
            throw new IllegalArgumentException(method + "(" + count + ") can never hold: give 0 or a positive number");
        }
        return count;
    }

    /** How many there may be at once. */
    static void concurrency(String method, int most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    method + "(" + most + ") says nothing about concurrency: give 1 or more, or use askedForTokens(0)");
        }
    }

    /** A time. */
    static Duration time(String method, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException(
                    method + "(" + time + ") can never hold: give a duration that is not negative");
        }
        return time;
    }

    /** One or more of something. */
    static <T> List<T> some(String method, String noun, List<T> values, String instead) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(
                    method + "() names no " + noun + ": give at least one, or use " + instead);
        }
        return values;
    }

    /** A way to authenticate that one request can go. */
    static void onePlace(AuthMethod method) {
        if (method != AuthMethod.BASIC && method != AuthMethod.BODY) {
            throw new IllegalArgumentException("authenticatedBy(" + method + ") can never hold: one request carries its"
                    + " credentials in one place; give BASIC or BODY");
        }
    }

    /** The path of a request. */
    static String path(String method, String path) {
        if (!path.startsWith("/") || path.indexOf('?') >= 0) {
            throw new IllegalArgumentException(method + "(\"" + path + "\") can never hold: a path begins with a slash"
                    + " and has no query, as /oauth/token");
        }
        return path;
    }
}
