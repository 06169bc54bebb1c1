package io.github.cxoneauthstub;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.github.cxoneauthstub.Draft.basic;
import static io.github.cxoneauthstub.Draft.utf8;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.Canary;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;

/**
 * Whatever bytes come over a connection, each answer is one that is allowed, is told of by an exchange that keeps
 * secrets, and the next request is answered as if nothing had been.
 */
class WholeRequestPropertyTest {
    private static final String SECRET = Canary.CONFIGURED;
    private static final String ENCODED = FormEncoding.encode(SECRET);

    /** Secrets that are sent whole must not come out; one that was damaged on its way is none any more. */
    private static final Canary CANARY = new Canary(
            "the secret",
            SECRET,
            Stream.of(SECRET, utf8(SECRET), ENCODED, basic("reporting:" + ENCODED))
                    .map(text -> text.toLowerCase(Locale.ROOT))
                    .toList(),
            0);

    private final CxoneAuth auth = CxoneAuth.start(Configuration.builder()
            .client(Client.builder("reporting")
                    .secret(SECRET)
                    .scopes("user:read")
                    .build())
            .build());

    {
        auth.api().get("/users/{id}").requires("user:read").answers("{}");
        auth.api().guards(urlPathMatching("/guarded/.*"));
        auth.wireMock().stubFor(any(urlPathMatching("/(?:guarded|open)/.*")).willReturn(okJson("{}")));
    }

    @AfterProperty
    void stop() {
        auth.close();
    }

    /** Replaces, inserts or removes something at a place between the beginning (0) and the end (1). */
    private record Edit(double place, int removed, String inserted) {
        String applyTo(String text) {
            int at = (int) (place * text.length());
            return text.substring(0, at) + inserted + text.substring(Math.min(text.length(), at + removed));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anyBytes_areAnsweredAndTold_andHarmNobody(@ForAll("conversations") String bytes) {
        int known = auth.exchanges().all().size();

        String received = Wire.sendAll(auth.baseUri(), bytes);

        List<WireAnswer> answers = WireAnswer.all(received);
        answers.forEach(WireAnswer::assertAllowed);
        CANARY.assertAbsentFrom("a request, in the answer", received);
        List<Exchange> exchanges = auth.exchanges().all();
        exchanges = exchanges.subList(known, exchanges.size());
        assertThat(exchanges)
                .extracting(Exchange::status)
                .isEqualTo(answers.stream().map(WireAnswer::status).toList());
        assertThat(exchanges).allSatisfy(WholeRequestPropertyTest::assertTold);
        CANARY.assertAbsentFrom("a request, in the timeline", auth.exchanges().timeline());
        auth.exchanges().clear();
        assertThat(Wire.status(Wire.send(auth.baseUri(), Wire.token("/oauth/token", "reporting", ENCODED))))
                .isEqualTo(200);
        auth.exchanges().clear();
    }

    private static void assertTold(Exchange exchange) {
        assertThat(exchange.outcome() == Outcome.REJECTED).isEqualTo(exchange.status() >= 400);
        assertThat(exchange.explanation()
                        .map(why -> why.seen().isBlank() || why.advice().isBlank()))
                .isEqualTo(exchange.reason().map(refused -> false));
        CANARY.assertAbsentFrom("a request, in its exchange", Canary.print(exchange));
    }

    @Provide
    Arbitrary<String> conversations() {
        Arbitrary<String> bytes =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(300).map(array -> new String(array, ISO_8859_1));
        Arbitrary<String> edited = Combinators.combine(
                        Arbitraries.of(good()), edits().list().ofMaxSize(6))
                .as((request, edits) -> {
                    String text = request;
                    for (Edit edit : edits) {
                        text = edit.applyTo(text);
                    }
                    return text;
                });
        return Arbitraries.frequencyOf(
                Tuple.of(1, bytes),
                Tuple.of(6, edited),
                Tuple.of(1, edited.list().ofSize(3).map(three -> String.join("", three))));
    }

    private static Arbitrary<Edit> edits() {
        Arbitrary<String> inserted = Arbitraries.oneOf(
                Arbitraries.of(""),
                Arbitraries.of("\r\n", "\r\n ", "\u0000", "%", "%zz", "&", "=", "?", "0\r\n\r\n", "\r\n\r\n", "\u0085"),
                Arbitraries.of(utf8(SECRET), ENCODED, FormEncoding.encode(ENCODED)),
                Arbitraries.strings().withCharRange('\u0000', '\u00ff').ofMaxLength(5));
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 9),
                        inserted)
                .as(Edit::new);
    }

    private List<String> good() {
        String token = auth.tokens().issue("reporting").value();
        Draft chunked = Draft.tokenByBody("/oauth/token", "reporting", ENCODED);
        chunked.frame("Transfer-Encoding: chunked", chunked.chunks(20));
        Draft json = Draft.tokenByBody("/oauth/token", "reporting", ENCODED);
        json.header("Content-Type", "application/json");
        json.body = utf8("{\"grant_type\":\"client_credentials\",\"client_secret\":\"" + SECRET + "\"}");
        return Stream.of(
                        Draft.tokenByBasic("/oauth/token", "reporting", ENCODED),
                        Draft.tokenByBody("/oauth/token", "reporting", ENCODED),
                        Draft.tokenByBasic("/oauth/token?client_secret=" + ENCODED, "reporting", ENCODED),
                        chunked,
                        json,
                        Draft.call("GET", "/users/" + ENCODED, token),
                        Draft.call("GET", "/users/7", utf8(SECRET)),
                        Draft.call("POST", "/guarded/" + utf8(SECRET), token),
                        Draft.call("DELETE", "/open/x?" + ENCODED + "=1", token),
                        Draft.call("GET", "/nowhere/" + ENCODED, token))
                .map(Draft::text)
                .toList();
    }
}
