package io.github.cxoneauthstub.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.token.TokenSigner.Reading;
import io.github.cxoneauthstub.json.JacksonJson;
import java.util.Base64;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class Rs256SignerPropertyTest {
    private static final Rs256Signer SIGNER = new Rs256Signer(new JacksonJson());

    @Property
    void anyText_isReadAndNeverGenuine(@ForAll("presented") String presented) {
        Reading reading = SIGNER.read(presented);

        assertThat(reading).isNotInstanceOf(Reading.Genuine.class);
    }

    @Property
    void anyIdAndIssuer_areReadBack(@ForAll("texts") String id, @ForAll("texts") String issuer) {
        assertThat(SIGNER.read(SIGNER.sign(Map.of("jti", id, "iss", issuer))))
                .isEqualTo(new Reading.Genuine(id, issuer));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(20)
                .filter(text -> text.equals(new String(text.getBytes(UTF_8), UTF_8)));
    }

    @Provide
    Arbitrary<String> presented() {
        Arbitrary<String> parts = Arbitraries.of(
                        "{\"alg\":\"RS256\"}",
                        "{\"alg\":\"RS256\",\"crit\":[\"x\"]}",
                        "{\"alg\":1}",
                        "{}",
                        "[]",
                        "{",
                        "\"\\ud800\"",
                        "")
                .map(text -> Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8)));
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(60),
                Arbitraries.strings().withChars("eyJabc-_.").ofMaxLength(40),
                Combinators.combine(parts, parts, parts).as((a, b, c) -> a + "." + b + "." + c));
    }
}
