package io.github.cxoneauthstub.wiremock;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.Urls;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.matching.EqualToPattern;
import com.github.tomakehurst.wiremock.matching.MultiValuePattern;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import com.github.tomakehurst.wiremock.matching.UrlPathTemplatePattern;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import io.github.cxoneauthstub.auth.RequestMatcher;
import io.github.cxoneauthstub.auth.ResourceDescription;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Matches requests by WireMock's own patterns for URL and query. Immutable. */
final class UrlMatcher implements RequestMatcher {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
    private static final Pattern LITERAL = Pattern.compile("[\\w/%~-]*");

    private final Optional<String> method;
    private final UrlPattern url;
    private final Map<String, StringValuePattern> query;

    private UrlMatcher(Optional<String> method, UrlPattern url, Map<String, StringValuePattern> query) {
        this.method = method;
        this.url = url;
        this.query = query;
    }

    static UrlMatcher ofAnyMethod(UrlPattern url) {
        return new UrlMatcher(Optional.empty(), url, Map.of());
    }

    /** @throws IllegalArgumentException if the method is not written in capitals */
    static UrlMatcher of(String method, UrlPattern url) {
        return new UrlMatcher(Optional.of(ResourceDescription.checkedMethod(method)), url, Map.of());
    }

    /**
     * Reads what a person types: a path, a template with braces, either with a query.
     *
     * @throws IllegalArgumentException if it does not begin with a slash, or has a blank or a fragment
     */
    static UrlMatcher of(String method, String path) {
        String[] parts = ResourceDescription.checkedPath(path).split("\\?", 2);
        UrlPattern url =
                parts[0].indexOf('{') >= 0 ? WireMock.urlPathTemplate(parts[0]) : WireMock.urlPathEqualTo(parts[0]);
        UrlMatcher matcher = of(method, url);
        for (String pair : parts.length == 1 ? new String[0] : parts[1].split("&", -1)) {
            String[] parameter = new String(pair.getBytes(UTF_8), ISO_8859_1).split("=", 2);
            matcher = matcher.withQueryParam(
                    FormEncoding.decodeLeniently(parameter[0]),
                    WireMock.equalTo(FormEncoding.decodeLeniently(parameter.length > 1 ? parameter[1] : "")));
        }
        return matcher;
    }

    UrlMatcher withQueryParam(String name, StringValuePattern pattern) {
        Map<String, StringValuePattern> more = new LinkedHashMap<>(query);
        more.put(name, pattern);
        return new UrlMatcher(method, url, more);
    }

    @Override
    public boolean matchesMethod(ArrivedRequest request) {
        return method.map(request.method()::equals).orElse(true);
    }

    @Override
    public boolean matchesUrl(ArrivedRequest request) {
        return url.match(request.url()).isExactMatch() && matchesQuery(request);
    }

    private boolean matchesQuery(ArrivedRequest request) {
        if (query.isEmpty()) {
            return true;
        }
        Map<String, QueryParameter> sent = Urls.splitQueryFromUrl(request.url());
        return query.entrySet().stream()
                .allMatch(wanted -> MultiValuePattern.of(wanted.getValue())
                        .match(sent.getOrDefault(wanted.getKey(), QueryParameter.absent(wanted.getKey())))
                        .isExactMatch());
    }

    @Override
    public int specificity() {
        String expected = String.valueOf(url.getExpected());
        Matcher literal = LITERAL.matcher(expected);
        int prefix = literal.lookingAt() ? literal.end() : 0;
        boolean template = url instanceof UrlPathTemplatePattern;
        boolean exact = !template && url.getPattern() instanceof EqualToPattern;
        int rank = (exact ? 8_000 : template ? 4_000 : 0) + Math.min(prefix, 3_999);
        int literals = template ? VARIABLE.matcher(expected).replaceAll("").length() : 0;
        return rank * 100_000
                + Math.min(literals, 999) * 100
                + 2 * Math.min(query.size(), 40)
                + (method.isPresent() ? 1 : 0);
    }

    @Override
    public String describe() {
        String conditions = query.isEmpty() ? "" : "?" + String.join("&", query.keySet());
        return method.orElse("any method") + " " + url.getExpected() + conditions;
    }
}
