package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.cxoneauthstub.auth.JsonValue.JsonNumber;
import io.github.cxoneauthstub.auth.JsonValue.JsonObject;
import io.github.cxoneauthstub.auth.JsonValue.JsonString;
import io.github.cxoneauthstub.auth.JsonValue.Member;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes parameters as a word of a command: those of a form or a query as they were sent, those of a JSON object with
 * the same meaning. A name that nobody knows may be half of a secret.
 */
final class CurlBody {
    private static final int LONGEST = 2_000;
    private static final int MOST_PARAMETERS = 20;

    private final ShellVariables variables;

    CurlBody(ShellVariables variables) {
        this.variables = variables;
    }

    /** The option for a body; one that is neither a short form nor a short object of parameters is left to a file. */
    String option(byte[] body, Function<byte[], JsonReading> json) {
        String text = new String(body, ISO_8859_1);
        boolean isPlain =
                body.length <= LONGEST && text.chars().allMatch(c -> (c >= 0x20 && c < 0x7f) || c == '\n' || c == '\r');
        return Optional.of(text)
                .filter(plain -> isPlain)
                .flatMap(plain -> isForm(plain)
                        ? Optional.of(form(new ShellWord(), plain))
                        : json.apply(body) instanceof JsonReading.Whole whole
                                        && whole.value() instanceof JsonObject object
                                ? object(object)
                                : Optional.empty())
                .map(word -> "--data-raw " + word)
                .orElse("--data-binary @body-as-sent");
    }

    private static boolean isForm(String text) {
        String begin = text.strip();
        return begin.indexOf('=') > 0
                && text.indexOf('\n') < 0
                && text.indexOf('\r') < 0
                && !begin.startsWith("{")
                && !begin.startsWith("[")
                && !begin.startsWith("<");
    }

    /** Each parameter as it was sent. */
    ShellWord form(ShellWord word, String encoded) {
        String[] pairs = encoded.split("&", MOST_PARAMETERS + 1);
        for (int i = 0; i < pairs.length; i++) {
            if (i > 0) {
                word.text("&");
            }
            if (i == MOST_PARAMETERS) {
                word.variable(variables.holding("REST", pairs[i]));
            } else {
                parameter(word, pairs[i]);
            }
        }
        return word;
    }

    private void parameter(ShellWord word, String pair) {
        int at = pair.indexOf('=');
        String sent = at < 0 ? pair : pair.substring(0, at);
        String name = FormEncoding.decodeLeniently(sent);
        if (!ParameterNames.isKnown(name)) {
            word.variable(variables.holding("PARAMETER", pair));
            return;
        }
        word.text(sent);
        if (at >= 0) {
            String value = pair.substring(at + 1);
            variables.addValue(word.text("="), name, value, FormEncoding.decodeLeniently(value));
        }
    }

    /** Empty for an object with anything else than strings and numbers under names of parameters. */
    private Optional<ShellWord> object(JsonObject object) {
        ShellWord word = new ShellWord().text("{");
        String between = "";
        for (Member member : object.members()) {
            if (!ParameterNames.isKnown(member.name())) {
                return Optional.empty();
            }
            word.text(between + '"' + member.name() + "\":");
            between = ",";
            if (member.value() instanceof JsonString string) {
                variables.addValue(word.text("\""), member.name(), escaped(string.text()), string.text());
                word.text("\"");
            } else if (member.value() instanceof JsonNumber number) {
                variables.addValue(word, member.name(), number.literal(), number.literal());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(word.text("}"));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
