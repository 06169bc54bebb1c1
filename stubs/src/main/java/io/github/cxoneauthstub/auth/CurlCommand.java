package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Authorization;
import io.github.cxoneauthstub.auth.request.BasicCredentials;
import io.github.cxoneauthstub.auth.request.BasicCredentials.UserPass;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Writes a request as a command for a POSIX shell that sends the same again. What is a secret by its place, and
 * whatever the redactor would hide, is a variable of the environment, which is to hold it as it was sent, its encoding
 * included.
 */
final class CurlCommand {
    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");

    /** What curl sends as it stands in an address: it takes dots out of a path, and reads brackets as patterns. */
    private static final Pattern PLAIN_TARGET = Pattern.compile("(?!.*/\\.)/[\\w/.~%?&=$+,:;@!*'()-]*");

    private final ArrivedRequest request;
    private final ShellVariables variables;
    private final CurlBody parameters;
    private final Function<byte[], JsonReading> json;

    private CurlCommand(ArrivedRequest request, ShellVariables variables, Function<byte[], JsonReading> json) {
        this.request = request;
        this.variables = variables;
        this.parameters = new CurlBody(variables);
        this.json = json;
    }

    /**
     * In one line; empty for a request whose method could not be told.
     *
     * @param ids those registered: in the place of any other may stand half a secret
     * @param json reads a body that may be an object of parameters
     */
    static Optional<String> of(
            ArrivedRequest request,
            URI base,
            Redactor show,
            Collection<String> ids,
            Function<byte[], JsonReading> json) {
        return METHOD.matcher(request.method()).matches()
                ? Optional.of(new CurlCommand(request, new ShellVariables(show, ids), json).line(base.toString()))
                : Optional.empty();
    }

    private String line(String base) {
        List<String> words = new ArrayList<>();
        // with -X HEAD, curl would wait for a body
        words.add(request.method().equals("HEAD") ? "curl --head" : "curl -i -X " + request.method());
        String sent = request.path() + request.query().map(query -> "?" + query).orElse("");
        if (PLAIN_TARGET.matcher(sent).matches()) {
            words.add(target(new ShellWord().text(base)).toString());
        } else {
            words.add("--request-target " + target(new ShellWord()));
            words.add(new ShellWord().text(base).toString());
        }
        List<String> headers = request.values("Authorization");
        headers.forEach(value -> words.add(authorization(value, headers.size() == 1)));
        contentType().ifPresent(words::add);
        if (request.body().length > 0) {
            words.add(parameters.option(request.body(), json));
        }
        return String.join(" ", words);
    }

    private ShellWord target(ShellWord word) {
        variables.add(word, request.path(), "REQUEST_PATH");
        request.query().ifPresent(query -> parameters.form(word.text("?"), query));
        return word;
    }

    /** Without the header in its command, curl labels each body as a form. */
    private Optional<String> contentType() {
        Optional<String> none = request.body().length == 0 ? Optional.empty() : Optional.of("-H \"Content-Type:\"");
        return request.value("Content-Type")
                .map(type -> "-H " + variables.add(new ShellWord().text("Content-Type: "), type, "CONTENT_TYPE"))
                .or(() -> none);
    }

    /** @param isOnly curl sends no credentials of -u beside an Authorization header */
    private String authorization(String value, boolean isOnly) {
        Authorization header = Authorization.parse(value);
        String credentials = header.credentials();
        if (isOnly
                && header.is("Basic")
                && BasicCredentials.read(credentials) instanceof UserPass basic
                && credentials.equals(encoded(basic))
                && variables.isRegistered(basic.userId())) {
            String secret = variables.holding("CLIENT_SECRET", basic.password());
            return "-u " + new ShellWord().text(basic.userId() + ":").variable(secret);
        }
        ShellWord word = new ShellWord().text("Authorization: ");
        return "-H "
                + (header.is("Bearer") && !credentials.isEmpty()
                        ? word.text(header.scheme() + " ").variable(variables.holding("ACCESS_TOKEN", credentials))
                        : word.variable(variables.holding("AUTHORIZATION", value)));
    }

    private static String encoded(UserPass basic) {
        return Base64.getEncoder().encodeToString((basic.userId() + ":" + basic.password()).getBytes(UTF_8));
    }
}
