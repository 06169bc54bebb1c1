package io.github.cxoneauthstub.auth.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.request.BasicCredentials.Unreadable;
import io.github.cxoneauthstub.auth.request.BasicCredentials.UserPass;
import java.util.Base64;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BasicCredentialsPropertyTest {

    @Property
    void idWithoutColonAndAnySecret_areReadBack(@ForAll("ids") String id, @ForAll("texts") String secret) {
        String token = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));

        assertThat(BasicCredentials.read(token)).isEqualTo(new UserPass(id, secret));
    }

    @Property
    void formEncodedHalves_areReadBack(@ForAll("texts") String id, @ForAll("texts") String secret) {
        String plain = FormEncoding.encode(id) + ":" + FormEncoding.encode(secret);
        String token = Base64.getEncoder().encodeToString(plain.getBytes(UTF_8));

        BasicCredentials read = BasicCredentials.read(token);

        assertThat(read)
                .isInstanceOfSatisfying(
                        UserPass.class,
                        halves -> assertThat(halves.formDecoded()).isEqualTo(Optional.of(new UserPass(id, secret))));
    }

    @Property
    void anyText_isReadOrToldWhyNot(@ForAll("tokens") String token) {
        BasicCredentials read = BasicCredentials.read(token);

        assertThat(read instanceof UserPass || read instanceof Unreadable).isTrue();
        assertThat(read.toString()).doesNotContain(token.length() < 8 ? "\0" : token);
    }

    @Property
    void anyBytesInBase64_areReadOrToldWhyNot(@ForAll byte[] bytes) {
        BasicCredentials read = BasicCredentials.read(Base64.getEncoder().encodeToString(bytes));

        boolean isText = FormEncoding.strictUtf8(bytes)
                .filter(text -> text.indexOf(':') >= 0)
                .isPresent();
        assertThat(read instanceof UserPass).isEqualTo(isText);
    }

    @Property
    void anyHeaderValue_isSplit(@ForAll("tokens") String value) {
        Authorization header = Authorization.parse(value);

        assertThat(value).contains(header.scheme()).contains(header.credentials());
        assertThat(header.schemeName()).isNotEmpty();
    }

    @Provide
    Arbitrary<String> ids() {
        return texts().filter(text -> text.indexOf(':') < 0);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(40)
                .filter(text -> text.equals(new String(text.getBytes(UTF_8), UTF_8)));
    }

    @Provide
    Arbitrary<String> tokens() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(60),
                Arbitraries.strings().withChars("abAB09+/=-_' \n:b\"").ofMaxLength(30));
    }
}
