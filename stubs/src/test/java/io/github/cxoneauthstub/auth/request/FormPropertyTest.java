package io.github.cxoneauthstub.auth.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class FormPropertyTest {
    private static final String QUOTES_NOTHING = "|there are more than 1000 parameters|parameter \\d+ has "
            + "(a % that two hexadecimal digits do not follow|bytes that are not UTF-8)";

    @Property
    void anyBytes_areReadOrAFault(@ForAll byte[] body) {
        Form form = Form.parse(body);

        assertThat(form.names())
                .allSatisfy(name -> assertThat(form.values(name)).isNotEmpty());
        assertThat(form.fault().orElse("")).matches(QUOTES_NOTHING);
    }

    @Property
    void anyText_isReadOrAFault(@ForAll("formLike") String encoded) {
        Form form = Form.parse(encoded);

        assertThat(form.names()).doesNotContain("");
        assertThat(form.fault().orElse("")).matches(QUOTES_NOTHING);
    }

    @Property
    void whatIsEncoded_isReadBack(@ForAll("maps") @Size(max = 20) Map<String, String> parameters) {
        String body = parameters.entrySet().stream()
                .map(entry -> FormEncoding.encode(entry.getKey()) + "=" + FormEncoding.encode(entry.getValue()))
                .collect(Collectors.joining("&"));

        Form form = Form.parse(body.getBytes(UTF_8));

        assertThat(form.fault()).isEmpty();
        assertThat(form.names()).isEqualTo(parameters.keySet());
        assertThat(parameters)
                .allSatisfy((name, value) -> assertThat(form.values(name)).containsExactly(value));
    }

    @Property
    void decoding_undoesEncoding(@ForAll("texts") String text) {
        assertThat(FormEncoding.decode(FormEncoding.encode(text))).contains(text);
        assertThat(FormEncoding.decodeLeniently(FormEncoding.encode(text))).isEqualTo(text);
    }

    @Property
    void anyText_isDecodedOrHasAFault(@ForAll("formLike") String encoded) {
        assertThat(FormEncoding.decode(encoded).isEmpty())
                .isEqualTo(FormEncoding.fault(encoded).isPresent());
    }

    @Provide
    Arbitrary<Map<String, String>> maps() {
        return Arbitraries.maps(texts(), texts());
    }

    /** Unicode text of at least one character; a lone surrogate is no text. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .all()
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(text -> text.equals(new String(text.getBytes(UTF_8), UTF_8)));
    }

    @Provide
    Arbitrary<String> formLike() {
        return Arbitraries.strings().withChars("ab%2f+=&;\u00ff\u20ac \n\0").ofMaxLength(60);
    }
}
