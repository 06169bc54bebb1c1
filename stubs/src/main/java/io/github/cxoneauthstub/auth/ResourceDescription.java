package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.profile.ResourceStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A guarded resource as it is written down: it becomes a {@link Resource} once there is a server. Immutable.
 *
 * @param method a word in capitals, as GET
 * @param path a path, a template with braces, either with a query: {@code /users/{id}?page=2}
 * @param scope the scope that a token must have; empty if any valid token opens it
 * @param status the HTTP status of the answer, 200 to 599
 * @param json the body of the answer; not sent with the statuses 204, 205 and 304, which have none (RFC 9110)
 * @param style whose answers it gives; empty for that of the dialect that issued the token
 * @since 0.1.0
 */
public record ResourceDescription(
        String method, String path, Optional<String> scope, int status, JsonValue json, Optional<ResourceStyle> style) {
    private static final Pattern METHOD = Pattern.compile("[A-Z]+(?:-[A-Z]+)*");
    private static final Pattern PATH = Pattern.compile("/[^\\s\\p{Cntrl}#?]*(?:\\?[^\\p{Cntrl}#]*)?");

    private static final Pattern VARIABLE = Pattern.compile("\\{[^{}/]+}");

    /** One that answers as the dialect does that issued the token. */
    public ResourceDescription(String method, String path, Optional<String> scope, int status, JsonValue json) {
        this(method, path, scope, status, json, Optional.empty());
    }

    /**
     * Checks that a request can ask for it.
     *
     * @throws IllegalArgumentException if method, path, scope or status are none
     */
    public ResourceDescription {
        checkedMethod(method);
        checkedPath(path);
        scope.ifPresent(ResourceDescription::checkedScope);
        checkedStatus(status);
    }

    /**
     * The method.
     *
     * @throws IllegalArgumentException if the method is not written in capitals
     */
    public static String checkedMethod(String method) {
        if (!METHOD.matcher(method).matches()) {
            throw new IllegalArgumentException("'" + method + "' is no method that a client sends: methods are words in"
                    + " capitals, as GET or POST");
        }
        return method;
    }

    /**
     * The path.
     *
     * @throws IllegalArgumentException if it does not begin with a slash, has a blank, a fragment or a broken template,
     *     or is below the address of a tenant
     */
    public static String checkedPath(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("'" + path + "' is no path of a resource: it must begin with a slash and"
                    + " have neither blanks nor a #, as /api/v2/users/me; host and port are the server's own");
        }
        if (TenantAddresses.isBelow(path)) {
            throw new IllegalArgumentException("'" + path + "' is no path of a resource: below "
                    + TenantAddresses.PREFIX + " each tenant has every resource once more, by the path that it has"
                    + " here, as /users/me; leave " + TenantAddresses.PREFIX + "{tenantId} out");
        }
        String pathOnly = path.split("\\?", 2)[0];
        if (VARIABLE.matcher(pathOnly).replaceAll("").matches(".*[{}].*")) {
            throw new IllegalArgumentException("'" + path
                    + "' has a brace without its fellow: a variable is one part of" + " a path, as /users/{id}");
        }
        return path;
    }

    /**
     * The scope.
     *
     * @throws IllegalArgumentException if it is not one scope
     */
    public static String checkedScope(String scope) {
        return Scopes.of(scope).toString();
    }

    /**
     * The status.
     *
     * @throws IllegalArgumentException if it is not between 200 and 599
     */
    public static int checkedStatus(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status " + status + " is no answer: use 200 to 599");
        }
        return status;
    }
}
