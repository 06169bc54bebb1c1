package io.github.cxoneauthstub.front;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.github.tomakehurst.wiremock.extension.requestfilter.RequestWrapper;
import com.github.tomakehurst.wiremock.http.Cookie;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.ImmutableRequest;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.multipart.PartParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived, in WireMock's terms. WireMock sees a URL in which everything illegal is escaped, since it
 * would throw at any other; {@link #target()}, {@link #lines()} and {@link #body()} keep what was sent. WireMock hands
 * this very object to a request filter, unless a filter before it has wrapped it.
 *
 * <p>Method and header names keep their case. The body is never decompressed. For one thread at a time: the one that
 * serves the connection.
 *
 * @since 0.1.0
 */
public final class WireRequest extends RequestWrapper {

    private final Head head;
    private final int connection;
    private final HttpHeaders headers;
    private final Map<String, QueryParameter> query;
    private final Map<String, FormParameter> form;
    private @Nullable Collection<Part> parts;
    private @Nullable Object attachment;

    WireRequest(Head head, byte[] body, Line line) {
        super(ImmutableRequest.create()
                .withMethod(RequestMethod.fromString(head.method()))
                .withAbsoluteUrl(RepairedUrl.of(head, line))
                .withProtocol(head.version())
                .withClientIp(line.socket().getInetAddress().getHostAddress())
                .withHeaders(new HttpHeaders(head.lines()))
                .withBody(body)
                .withMultipart(isOf(head, "multipart/"))
                .build());
        this.head = head;
        this.connection = line.socket().getRemoteSocketAddress().hashCode();
        this.headers = new HttpHeaders(head.lines());
        String[] pathAndQuery = RepairedUrl.pathAndQuery(head).split("\\?", 2);
        this.query = Parameters.of(pathAndQuery.length > 1 ? pathAndQuery[1] : "", QueryParameter::new);
        boolean isForm = isOf(head, "application/x-www-form-urlencoded");
        this.form = Parameters.of(isForm ? new String(body, ISO_8859_1) : "", FormParameter::new);
    }

    private static boolean isOf(Head head, String type) {
        return head.values("Content-Type").stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).startsWith(type));
    }

    /** The request target exactly as sent, one character for each byte. */
    public String target() {
        return head.target();
    }

    /**
     * The header lines as sent: one entry for each line, in order, names in their case, one character for each byte;
     * without the blanks around the value. A line that was folded into several is one.
     */
    public List<HttpHeader> lines() {
        return head.lines();
    }

    /** The body exactly as sent, without the framing of chunks; not a copy. */
    public byte[] body() {
        return getBody();
    }

    /** A number that is equal for the requests of one connection. */
    public int connection() {
        return connection;
    }

    /**
     * Keeps something with this request, in place of what was kept before. Set by the request filter, for
     * {@link FrontListener} to read on the same thread.
     */
    public void attach(Object thing) {
        attachment = Objects.requireNonNull(thing, "thing");
    }

    /** What was attached; read by {@link FrontListener}, on the thread of the request filter that set it. */
    public Optional<Object> attachment() {
        return Optional.ofNullable(attachment);
    }

    Head head() {
        return head;
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public @Nullable String getHeader(String key) {
        HttpHeader header = headers.getHeader(key);
        return header.isPresent() ? header.firstValue() : null;
    }

    @Override
    public QueryParameter queryParameter(String key) {
        return query.getOrDefault(key, QueryParameter.absent(key));
    }

    @Override
    public FormParameter formParameter(String key) {
        return form.getOrDefault(key, FormParameter.absent(key));
    }

    @Override
    public Map<String, FormParameter> formParameters() {
        return form;
    }

    @Override
    public Map<String, Cookie> getCookies() {
        Map<String, Cookie> cookies = new LinkedHashMap<>();
        for (String pair : String.join(";", head.values("Cookie")).split(";", -1)) {
            String[] cookie = pair.strip().split("=", 2);
            if (cookie.length == 2) {
                List<String> values = new ArrayList<>(
                        cookies.getOrDefault(cookie[0], Cookie.absent()).getValues());
                values.add(cookie[1]);
                cookies.put(cookie[0], new Cookie(cookie[0], values));
            }
        }
        return cookies;
    }

    @Override
    public Collection<Part> getParts() {
        if (parts == null) {
            parts = isMultipart() ? readParts() : List.of();
        }
        return parts;
    }

    /**
     * A body that only claims to be multipart has no parts. WireMock throws checked exceptions here without declaring
     * them.
     */
    private Collection<Part> readParts() {
        try {
            return PartParser.parseFrom(this);
        } catch (Exception unreadable) {
            return List.of();
        }
    }

    @Override
    public @Nullable Part getPart(String name) {
        return getParts().stream()
                .filter(part -> name.equals(part.getName()))
                .findFirst()
                .orElse(null);
    }
}
