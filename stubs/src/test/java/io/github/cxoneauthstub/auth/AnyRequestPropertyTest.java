package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.API_V2;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH2;
import static io.github.cxoneauthstub.auth.TestServer.RFC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Header;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever arrives is answered and recorded, and harms nobody who comes later. */
class AnyRequestPropertyTest {

    @Property
    void anyRequest_isAnsweredAndRecorded(@ForAll("requests") ArrivedRequest request) {
        TestServer server = TestServer.inBothDialects();

        int status = status(server.server().reply(request));

        assertThat(server.view().exchanges().all()).hasSize(1);
        Exchange exchange = server.view().exchanges().last();
        assertThat(exchange.status()).isEqualTo(status);
        assertThat(exchange.reason().isPresent()).isEqualTo(exchange.outcome() == Outcome.REJECTED);
        assertThat(server.view().exchanges().timeline()).isNotBlank();
        assertThat(server.exchange(TestRequest.token(RFC)).outcome()).isEqualTo(Outcome.ISSUED);
    }

    /** 200 or 4xx, as the wire says it. */
    private static int status(Reply reply) {
        if (reply instanceof Reply.PassOn passOn) {
            passOn.passage().answered(404, false);
            return 404;
        }
        int status = ((Reply.Answered) reply).answer().status();
        assertThat(status == 200 || (status >= 400 && status < 500)).isTrue();
        return status;
    }

    @Provide
    Arbitrary<ArrivedRequest> requests() {
        return Combinators.combine(methods(), targets(), headers().list().ofMaxSize(4), bodies())
                .as((method, target, headers, body) -> new ArrivedRequest(method, target, headers, body));
    }

    private static Arbitrary<String> methods() {
        return Arbitraries.oneOf(Arbitraries.of("POST", "GET", "PUT", "post"), texts());
    }

    private static Arbitrary<String> targets() {
        Arbitrary<String> paths = Arbitraries.of(
                OAUTH, OAUTH2, API_V2, RFC, "/users/me", "/auth/jwks", "/nowhere", "http://h/oauth/token", "*", "");
        Arbitrary<String> queries =
                Arbitraries.oneOf(Arbitraries.of("", "?", "?client_secret=x"), texts().map(t -> "?" + t));
        return Arbitraries.oneOf(Combinators.combine(paths, queries).as(String::concat), texts());
    }

    private static Arbitrary<Header> headers() {
        Arbitrary<String> names = Arbitraries.oneOf(Arbitraries.of("Authorization", "Content-Type"), texts());
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of(
                        TestRequest.FORM,
                        "application/json",
                        "Basic cmVwb3J0aW5nOnMzY3JldCUyQiUyRiUzRA==",
                        "Bearer e30.e30.e30"),
                texts().map(text -> "Basic " + text),
                texts().map(text -> "Bearer " + text),
                texts());
        return Combinators.combine(names, values).as(Header::new);
    }

    private static Arbitrary<byte[]> bodies() {
        Arbitrary<String> forms = Arbitraries.of(
                        "grant_type=client_credentials",
                        TestServer.CREDENTIALS,
                        "scope=user:read",
                        "scope=a++b",
                        "grant_type=x",
                        "x=%zz",
                        "{\"a\":1}")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("&", parts));
        return Arbitraries.oneOf(
                forms.map(text -> text.getBytes(StandardCharsets.UTF_8)),
                texts().map(text -> text.getBytes(StandardCharsets.UTF_8)),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(50));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(30),
                Arbitraries.strings().withChars("%2fB+=&?/:. \n\"\\ab-_").ofMaxLength(30));
    }
}
