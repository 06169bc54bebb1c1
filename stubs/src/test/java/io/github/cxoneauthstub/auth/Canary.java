package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A secret that is put into a request, in one of its disguises, and must come out nowhere.
 *
 * @param kind which secret in which disguise, for reports: it is not looked for
 * @param text what is put into the request
 * @param needles what must not come out, in lower case
 * @param ordinal its place among the disguises of a secret; negative for one that has no other
 */
public record Canary(String kind, String text, List<String> needles, int ordinal) {
    /** A part that no encoding changes is in each of them, so that half a secret is found too. */
    public static final String CONFIGURED = "Kn4ckebrot+/=%&\u00e4";

    public static final String FORMER = "Zw1eback+&%=x\u20acy";
    public static final String IN_QUERY = "Pump3rnickel+%=z";
    public static final String OF_ACCESS_KEY = "L4ugenbrezel=/+&q";

    /**
     * A reader of Basic or of a form that takes it as it is cuts it into pieces, one of which is then an id or a name.
     */
    public static final String IN_PIECES =
            "F0cacc1a:Gr1ssini&Br1oche=Cr0issant+B4guette C1abatta;Bl1ni,W4ffel\\Str0edel";

    private static final int ALONE = -1;

    private static final List<String> CORES = List.of(
            "kn4ckebrot",
            "zw1eback",
            "pump3rnickel",
            "l4ugenbrezel",
            "f0cacc1a",
            "gr1ssini",
            "br1oche",
            "cr0issant",
            "b4guette",
            "c1abatta",
            "bl1ni",
            "w4ffel",
            "str0edel");

    /** The secret in every disguise. */
    public static Stream<Canary> disguises(String name, String secret) {
        String once = FormEncoding.encode(secret);
        List<Canary> all = List.of(
                of(name + " as it is", secret),
                of(name + " in upper case", secret.toUpperCase(Locale.ROOT)),
                of(name + " in lower case", secret.toLowerCase(Locale.ROOT)),
                of(name + " encoded", once),
                of(name + " encoded in lower case", once.toLowerCase(Locale.ROOT)),
                of(name + " encoded twice", FormEncoding.encode(once)),
                of(name + " escaped byte by byte", escaped(secret)),
                of(name + " in base64", base64(secret)),
                of(
                        name + " in base64url",
                        base64(secret + "?>").replace('+', '-').replace('/', '_')),
                of(name + " in base64 without padding", base64("id:" + secret).replace("=", "")),
                of(name + " in encoded base64", FormEncoding.encode(base64(secret))),
                of(name + " as a Basic value", base64("reporting:" + once)),
                of(name + " as a raw Basic value", base64("reporting:" + secret)));
        return IntStream.range(0, all.size()).mapToObj(i -> all.get(i).at(i));
    }

    private Canary at(int place) {
        return new Canary(kind, text, needles, place);
    }

    /** A token as it is, and what else of it is a secret. */
    public static Canary token(String token) {
        List<String> needles = new ArrayList<>(List.of(token.toLowerCase(Locale.ROOT)));
        Arrays.stream(token.split("\\.", -1))
                .skip(1)
                .map(part -> part.toLowerCase(Locale.ROOT))
                .forEach(needles::add);
        return new Canary("token", token, List.copyOf(needles), ALONE);
    }

    private static Canary of(String kind, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return new Canary(
                kind,
                text,
                Stream.concat(Stream.of(lower), CORES.stream().filter(lower::contains))
                        .toList(),
                ALONE);
    }

    /** As a front hands it on: one character for each byte. */
    public String wire() {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    public String encoded() {
        return FormEncoding.encode(text);
    }

    /** Fails if any part of it is in the text. */
    public void assertAbsentFrom(String where, String output) {
        assertThat(output.toLowerCase(Locale.ROOT))
                .as("%s put into %s", kind, where)
                .doesNotContain(needles);
    }

    /** All that a tester can read of an exchange. */
    public static String print(Exchange exchange) {
        String explanation = exchange.explanation()
                .map(why -> why + "\n" + why.rule() + "\n" + why.seen() + "\n" + why.advice() + "\n" + why.demand())
                .orElse("");
        return String.join(
                "\n",
                exchange.toString(),
                exchange.method(),
                exchange.path(),
                exchange.profile(),
                exchange.error(),
                exchange.note(),
                exchange.clientId().orElse(""),
                exchange.scopes().map(Object::toString).orElse(""),
                exchange.reason().map(Object::toString).orElse(""),
                exchange.explanation()
                        .map(Explanation::evidence)
                        .map(Object::toString)
                        .orElse(""),
                explanation,
                exchange.curl().orElse(""),
                exchange.findings().stream()
                        .map(finding -> finding + finding.advice() + finding.code() + finding.evidence())
                        .collect(Collectors.joining("\n")));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            escaped.append(String.format(Locale.ROOT, "%%%02X", b));
        }
        return escaped.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
