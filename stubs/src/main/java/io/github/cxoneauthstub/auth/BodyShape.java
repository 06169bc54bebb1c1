package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.cxoneauthstub.auth.request.Form;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a body is, told without its content. */
final class BodyShape {
    private BodyShape() {}

    /** As the object of a sentence: {@code a JSON object with grant_type, client_id, client_secret}. */
    static String of(byte[] body, Json json) {
        if (body.length == 0) {
            return "an empty body";
        }
        Optional<List<String>> members = json.memberNames(body);
        if (members.isPresent()) {
            return "a JSON object" + (members.get().isEmpty() ? "" : " with " + ParameterNames.shown(members.get()));
        }
        Form form = Form.parse(body);
        String begin = new String(body, 0, Math.min(body.length, 200), ISO_8859_1).strip();
        if (!form.names().isEmpty() && !begin.matches("(?s)[{\\[<\"].*")) {
            return "a form with " + ParameterNames.shown(form.names());
        }
        return "a body of " + body.length + " bytes"
                + (begin.toLowerCase(Locale.ROOT).contains("%3d") ? " that was encoded as a whole" : "");
    }
}
