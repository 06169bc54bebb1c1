package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.cxoneauthstub.auth.JsonReading.Whole;
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
            return "a JSON object"
                    + (isUtf16(body) ? " in UTF-16" : "")
                    + (members.get().isEmpty() ? "" : " with " + ParameterNames.shown(members.get()));
        }
        if (json.read(body, JsonLimits.OF_REQUEST) instanceof Whole whole) {
            return ofJson(whole.value().kind());
        }
        return isCompressed(body) || isUtf16(body) ? bytes(body) : ofText(body);
    }

    private static String ofJson(String kind) {
        return kind.equals("null") ? "a JSON null" : "a JSON " + kind.substring(kind.indexOf(' ') + 1);
    }

    private static String ofText(byte[] body) {
        Form form = Form.parse(body);
        String begin = new String(body, 0, Math.min(body.length, 200), ISO_8859_1).strip();
        if (!form.names().isEmpty() && !begin.matches("(?s)[{\\[<\"].*")) {
            return "a form with " + ParameterNames.shown(form.names());
        }
        return bytes(body) + (begin.toLowerCase(Locale.ROOT).contains("%3d") ? " that was encoded as a whole" : "");
    }

    private static String bytes(byte[] body) {
        return "a body of " + body.length + " bytes"
                + (isCompressed(body) ? " that was compressed by gzip" : isUtf16(body) ? " in UTF-16" : "");
    }

    /** RFC 1952 section 2.3.1. */
    static boolean isCompressed(byte[] body) {
        return body.length > 1 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
    }

    /** With a byte order mark, or by the zero in one half of an ASCII character. */
    static boolean isUtf16(byte[] body) {
        if (body.length < 2) {
            return false;
        }
        int first = body[0] & 0xFF;
        int second = body[1] & 0xFF;
        return (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE) || (first == 0) != (second == 0);
    }
}
