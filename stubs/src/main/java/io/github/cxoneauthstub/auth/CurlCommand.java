package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Authorization;
import io.github.cxoneauthstub.auth.request.BasicCredentials;
import io.github.cxoneauthstub.auth.request.BasicCredentials.UserPass;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a request as a command for a shell that sends the same again. What is a secret by its place, and whatever the
 * redactor would hide, is a variable of the environment, which is to hold it as it was sent, its encoding included.
 */
final class CurlCommand {
    private static final int LONGEST_BODY = 2_000;
    private static final int MOST_PARAMETERS = 20;

    private final ArrivedRequest request;
    private final Redactor show;
    private final Collection<String> ids;

    private CurlCommand(ArrivedRequest request, Redactor show, Collection<String> ids) {
        this.request = request;
        this.show = show;
        this.ids = ids;
    }

    /**
     * In one line; empty for a request whose method could not be told.
     *
     * @param ids those registered: in the place of any other may stand half a secret
     */
    static Optional<String> of(ArrivedRequest request, URI base, Redactor show, Collection<String> ids) {
        return request.method().matches("[A-Z]{1,20}")
                ? Optional.of(new CurlCommand(request, show, ids).line(base))
                : Optional.empty();
    }

    private String line(URI base) {
        String query = request.query().map(text -> "?" + parameters(text, "&")).orElse("");
        return Stream.of(
                        Stream.of(method() + " " + quoted(base + path() + query)),
                        request.values("Authorization").stream().map(this::authorization),
                        contentType().stream(),
                        body().stream())
                .flatMap(parts -> parts)
                .collect(Collectors.joining(" "));
    }

    /** With -X HEAD, curl would wait for a body. */
    private String method() {
        return request.method().equals("HEAD") ? "curl --head" : "curl -i -X " + request.method();
    }

    /** Without the header in its command, curl labels each body as a form. */
    private Optional<String> contentType() {
        Optional<String> none = request.body().length == 0 ? Optional.empty() : Optional.of("-H \"Content-Type:\"");
        return request.value("Content-Type")
                .map(type -> "-H " + quoted("Content-Type: " + shown(type, "CONTENT_TYPE")))
                .or(() -> none);
    }

    private String path() {
        return shown(request.path(), "REQUEST_PATH");
    }

    private String authorization(String value) {
        Authorization header = Authorization.parse(value);
        String credentials = header.credentials();
        if (header.is("Basic")
                && BasicCredentials.read(credentials) instanceof UserPass basic
                && credentials.equals(encoded(basic))
                && ids.contains(basic.userId())) {
            return "-u " + quoted(escaped(basic.userId()) + ":$CLIENT_SECRET");
        }
        return "-H "
                + (header.is("Bearer") && !credentials.isEmpty()
                        ? quoted("Authorization: " + header.scheme() + " $ACCESS_TOKEN")
                        : quoted("Authorization: $AUTHORIZATION"));
    }

    private static String encoded(UserPass basic) {
        return Base64.getEncoder().encodeToString((basic.userId() + ":" + basic.password()).getBytes(UTF_8));
    }

    private List<String> body() {
        byte[] body = request.body();
        if (body.length == 0) {
            return List.of();
        }
        String text = new String(body, ISO_8859_1);
        boolean isPlain = body.length <= LONGEST_BODY && text.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
        if (!isPlain || !isForm(text)) {
            return List.of("--data-binary @body");
        }
        return List.of("--data-raw " + quoted(parameters(text, "&")));
    }

    private static boolean isForm(String text) {
        String begin = text.strip();
        return begin.indexOf('=') > 0 && !begin.startsWith("{") && !begin.startsWith("[") && !begin.startsWith("<");
    }

    /** Each parameter as it was sent; a name that nobody knows may be half of a secret. */
    private String parameters(String encoded, String separator) {
        String[] pairs = encoded.split("&", MOST_PARAMETERS + 1);
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < pairs.length; i++) {
            shown.add(i == MOST_PARAMETERS ? "$REST" : parameter(pairs[i], i + 1));
        }
        return String.join(separator, shown);
    }

    private String parameter(String pair, int number) {
        String[] parts = pair.split("=", 2);
        String name = FormEncoding.decodeLeniently(parts[0]);
        if (!ParameterNames.isKnown(name)) {
            return "$PARAMETER_" + number;
        }
        if (parts.length == 1) {
            return parts[0];
        }
        String variable =
                name.replaceAll("([a-z])([A-Z])", "$1_$2").replace('-', '_').toUpperCase(Locale.ROOT);
        boolean isHidden = ParameterNames.isSecret(name)
                || (variable.equals("CLIENT_ID") && !ids.contains(FormEncoding.decodeLeniently(parts[1])));
        return parts[0] + "=" + (isHidden ? "$" + variable : shown(parts[1], variable));
    }

    /** The text, if it may be shown as it is; otherwise the variable. */
    private String shown(String text, String variable) {
        return show.shown(text).equals(text) ? escaped(text) : "$" + variable;
    }

    private static String escaped(String text) {
        return text.replaceAll("[\"$`\\\\]", "\\\\$0");
    }

    /** In double quotes, so that a shell fills the variables in. */
    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
