package io.github.cxoneauthstub.assertj;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.cxoneauthstub.auth.JsonLimits;
import io.github.cxoneauthstub.auth.JsonReading;
import io.github.cxoneauthstub.auth.JsonReading.Faulty;
import io.github.cxoneauthstub.auth.JsonReading.Whole;
import io.github.cxoneauthstub.auth.JsonValue.JsonObject;
import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.json.JacksonJson;
import java.util.Base64;
import java.util.Map;

/** What the payload of a token holds (RFC 7519 section 4). Nothing of it quotes the token. */
sealed interface Claims {

    /** They could be read: text, {@code Long} or {@code BigDecimal}, booleans, lists, maps and nulls. */
    record Read(Map<String, Object> values) implements Claims {}

    /** They could not, and why. */
    record Unread(String why) implements Claims {}

    /** Reads them; the signature is not looked at. */
    static Claims of(AccessToken token) {
        String[] parts = token.value().split("\\.", -1);
        if (parts.length != 3) {
            return new Unread("it is opaque: no JWT, whose three parts are joined by dots");
        }
        byte[] payload;
        try {
            payload = Base64.getUrlDecoder().decode(parts[1].getBytes(ISO_8859_1));
        } catch (IllegalArgumentException noBase64) {
            return new Unread("its payload is not base64url");
        }
        return of(new JacksonJson().read(payload, JsonLimits.USUAL));
    }

    private static Claims of(JsonReading reading) {
        if (reading instanceof Faulty faulty) {
            return new Unread("its payload is no JSON: in " + faulty.place() + " " + faulty.sentence());
        }
        return reading instanceof Whole whole && whole.value() instanceof JsonObject object
                ? new Read(PlainValues.of(object))
                : new Unread("its payload is no JSON object");
    }
}
