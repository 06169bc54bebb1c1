package io.github.cxoneauthstub.jose;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import io.github.cxoneauthstub.auth.Json;
import io.github.cxoneauthstub.auth.JsonLimits;
import io.github.cxoneauthstub.auth.JsonReading.Whole;
import io.github.cxoneauthstub.auth.JsonValue.JsonObject;
import io.github.cxoneauthstub.auth.JsonValue.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The private key that is published with this library, a JWK (RFC 7518 section 6.3) among its resources. */
final class PublishedKey {
    private static final String KEY = "published-test-key.json";

    private final JsonObject members;

    private PublishedKey(JsonObject members) {
        this.members = members;
    }

    static RSAKey read(Json json) {
        try (InputStream in = PublishedKey.class.getResourceAsStream(KEY)) {
            if (in == null) {
                throw new IllegalStateException(KEY + " is missing in the jar of cxone-auth-stubs: was it repackaged?");
            }
            if (json.read(in.readAllBytes(), JsonLimits.USUAL) instanceof Whole read
                    && read.value() instanceof JsonObject object) {
                return new PublishedKey(object).key();
            }
            throw damaged();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RSAKey key() {
        return new RSAKey.Builder(number("n"), number("e"))
                .privateExponent(number("d"))
                .firstPrimeFactor(number("p"))
                .secondPrimeFactor(number("q"))
                .firstFactorCRTExponent(number("dp"))
                .secondFactorCRTExponent(number("dq"))
                .firstCRTCoefficient(number("qi"))
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyID(text("kid"))
                .build();
    }

    private Base64URL number(String name) {
        return new Base64URL(text(name));
    }

    private String text(String name) {
        return members.find(name)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).text())
                .orElseThrow(PublishedKey::damaged);
    }

    private static IllegalStateException damaged() {
        return new IllegalStateException(KEY + " is damaged");
    }
}
