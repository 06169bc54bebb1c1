package io.github.cxoneauthstub.auth.request;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request as it arrived, before anything is believed of it. Immutable; safe for use by several threads as long as
 * nobody writes into {@link #body()}.
 *
 * @since 0.1.0
 */
public final class ArrivedRequest {
    private static final Pattern AUTHORITY = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?]*");

    private final String method;
    private final String path;
    private final Optional<String> query;
    private final String url;
    private final List<Header> headers;
    private final byte[] body;
    private final int connection;
    private final boolean secure;

    /**
     * Holds what the front received.
     *
     * @param method the method as sent, case included
     * @param target the request target as sent: a path with or without a query, or an absolute URL
     * @param headers the header lines in their order, repeated ones included
     * @param body the exact bytes of the body; empty for none; not copied
     */
    public ArrivedRequest(String method, String target, List<Header> headers, byte[] body) {
        this(method, target, local(target), headers, body, 0, false);
    }

    /**
     * Holds what the front received, beside the URL that the engine makes of it.
     *
     * @param target the request target as sent
     * @param url path and query as the engine matches them: what no URL may hold is escaped
     * @param connection a number that is equal for the requests of one connection; 0 if that is not known
     * @param secure whether it came over HTTPS
     */
    public ArrivedRequest(
            String method,
            String target,
            String url,
            List<Header> headers,
            byte[] body,
            int connection,
            boolean secure) {
        String local = local(target);
        int mark = local.indexOf('?');
        this.method = method;
        this.path = mark < 0 ? local : local.substring(0, mark);
        this.query = mark < 0 ? Optional.empty() : Optional.of(local.substring(mark + 1));
        this.url = url;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.connection = connection;
        this.secure = secure;
    }

    private static String local(String target) {
        String local = AUTHORITY.matcher(target).replaceFirst("");
        return local.isEmpty() || local.startsWith("?") ? "/" + local : local;
    }

    /** Path and query as the engine matches them: the path and query as sent, with what no URL may hold escaped. */
    public String url() {
        return url;
    }

    /** The method as sent, case included. */
    public String method() {
        return method;
    }

    /** The path as sent: not decoded, not normalised, without the query. */
    public String path() {
        return path;
    }

    /** What follows the first question mark, as sent; empty if there is none. */
    public Optional<String> query() {
        return query;
    }

    /** All header lines in their order. */
    public List<Header> headers() {
        return headers;
    }

    /** The values of all lines of one header, in their order; the name's case does not matter. */
    public List<String> values(String name) {
        return headers.stream()
                .filter(header -> header.isNamed(name))
                .map(Header::value)
                .toList();
    }

    /** The first value of a header. */
    public Optional<String> value(String name) {
        return values(name).stream().findFirst();
    }

    /** The exact bytes of the body. */
    public byte[] body() {
        return body;
    }

    /** The media type of the body in lower case, without parameters; empty when no Content-Type was sent. */
    public Optional<String> mediaType() {
        return value("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty());
    }

    /** Whether the body is labelled as a form, whatever parameters the label has. */
    public boolean isForm() {
        return mediaType().filter("application/x-www-form-urlencoded"::equals).isPresent();
    }

    /** Whether the body is labelled as JSON, whatever parameters the label has. */
    public boolean isJson() {
        return mediaType()
                .filter(type -> type.equals("application/json") || type.endsWith("+json"))
                .isPresent();
    }

    /** The query read as a form, leniently: only its names are ever looked at, nothing in it is believed. */
    public Form queryParameters() {
        return query.map(Form::parse).orElse(Form.EMPTY);
    }

    /** A number that is equal for the requests of one connection; 0 if that is not known. */
    public int connection() {
        return connection;
    }

    /** Whether it came over HTTPS. */
    public boolean isSecure() {
        return secure;
    }

    /** The same by another method. */
    public ArrivedRequest by(String otherMethod) {
        String target = path + query.map(text -> "?" + text).orElse("");
        return new ArrivedRequest(otherMethod, target, url, headers, body, connection, secure);
    }

    /**
     * The same request for what stands behind the beginning of its path.
     *
     * @param prefix a path that this one begins with
     */
    public ArrivedRequest below(String prefix) {
        return new ArrivedRequest(
                method,
                path.substring(prefix.length()) + query.map(text -> "?" + text).orElse(""),
                url.startsWith(prefix) ? url.substring(prefix.length()) : url,
                headers,
                body,
                connection,
                secure);
    }

    /** A number that is equal for the requests of one program, as far as they tell by their User-Agent. */
    public int program() {
        return values("User-Agent").hashCode();
    }

    /** A number that is equal for requests that are equal to the byte in all that a client decides on. */
    public long fingerprint() {
        long hash = 31L * (method + ' ' + path).hashCode() + query.hashCode();
        hash = 1_000_003L * hash + values("Authorization").hashCode();
        return 1_000_003L * hash + Arrays.hashCode(body);
    }

    /** Names method and number of bytes only: path, headers and body may hold secrets. */
    @Override
    public String toString() {
        return "ArrivedRequest[" + body.length + " bytes of body]";
    }
}
