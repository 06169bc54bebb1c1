package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.API_V2;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH2;
import static io.github.cxoneauthstub.auth.TestServer.RFC;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Header;
import io.github.cxoneauthstub.diagnosis.BareDetectors;
import io.github.cxoneauthstub.diagnosis.Detectors;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Whatever a client sends, no detector throws, and none says a word of a secret that is anywhere in the request. */
class AnyFindingPropertyTest {
    private static final List<Canary> CANARIES = Stream.of(
                    Canary.disguises("the secret", Canary.CONFIGURED),
                    Canary.disguises("the former secret", Canary.FORMER),
                    Canary.disguises("the secret of the access key", Canary.OF_ACCESS_KEY),
                    Canary.disguises("the secret in pieces", Canary.IN_PIECES))
            .flatMap(each -> each)
            .toList();

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anyRequest_isDiagnosedWithoutTellingASecret(@ForAll("requests") ArrivedRequest request) {
        Exchange exchange = exchange(server(new Detectors()), request);

        String told = Canary.print(exchange);
        CANARIES.forEach(canary -> canary.assertAbsentFrom("a request", told));
        Statistics.label("found")
                .collect(!exchange.findings().isEmpty())
                .coverage(check -> check.check(true).percentage(percent -> percent > 50));
    }

    /** What a detector throws is caught before it does harm; here it is not. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void anyRequest_isLookedAtByAllDetectors(@ForAll("requests") ArrivedRequest request) {
        List<Finding> found = exchange(server(new BareDetectors()), request).findings();

        found.forEach(finding -> Statistics.label("mistake").collect(finding.mistake()));
        Statistics.label("number")
                .collect(found.size() > 1)
                .coverage(check -> check.check(true).percentage(percent -> percent > 10));
    }

    private static Exchange exchange(TestServer server, ArrivedRequest request) {
        if (server.server().reply(request) instanceof Reply.PassOn passOn) {
            passOn.passage().answered(404, false);
        }
        return server.view().exchanges().last();
    }

    private static TestServer server(Diagnosis diagnosis) {
        TestServer server = TestServer.with(
                Configuration.builder()
                        .mount(Profiles.RFC6749.withPaths(RFC))
                        .client(Client.builder("reporting")
                                .secret(Canary.FORMER)
                                .scopes("user:read")
                                .build())
                        .client(Client.of("all", "h4rmless"))
                        .client(Client.of("pieces", Canary.IN_PIECES))
                        .accessKey(AccessKey.builder("KEYID====")
                                .secret(Canary.OF_ACCESS_KEY)
                                .build())
                        .build(),
                diagnosis);
        server.view().clients().rotateSecret("reporting", Canary.CONFIGURED);
        return server;
    }

    @Provide
    Arbitrary<ArrivedRequest> requests() {
        return Combinators.combine(methods(), targets(), headers().list().ofMaxSize(4), bodies())
                .as(ArrivedRequest::new);
    }

    private static Arbitrary<String> methods() {
        return Arbitraries.frequencyOf(Tuple.of(8, Arbitraries.of("POST", "GET")), Tuple.of(1, pieces("", "post")));
    }

    private static Arbitrary<String> targets() {
        Arbitrary<String> paths = Arbitraries.of(
                OAUTH,
                OAUTH2,
                API_V2,
                RFC,
                "/users/me",
                "/users/me",
                "/auth/token",
                "/OAuth/token/",
                "/x/oauth/token",
                "/");
        Arbitrary<String> queries = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just("")),
                Tuple.of(
                        1,
                        pieces("grant_type=", "client_secret=", "access_token=", "token=", "&")
                                .map(text -> "?" + text)),
                Tuple.of(1, pieces("/", "&").map(text -> "/" + text)));
        return Combinators.combine(paths, queries).as(String::concat);
    }

    private static Arbitrary<Header> headers() {
        return Arbitraries.oneOf(
                pieces("Basic ", "Bearer ", "bearer", "\"", "{\"access_token\":\"", ".", "b'", "cmVwb3J0aW5nOg==")
                        .map(value -> new Header("Authorization", value)),
                pieces("cmVwb3J0aW5nOg==", "reporting:", "b'", "eyJhbGciOiJSUzI1NiJ9", ".e30.", "Basic ", "\n")
                        .map(value -> new Header("Authorization", "Basic " + value)),
                pieces("eyJhbGciOiJSUzI1NiJ9", ".e30.", "\"", "Bearer ", "{", "[object Object]", "undefined")
                        .map(value -> new Header("Authorization", "Bearer " + value)),
                Arbitraries.of(TestRequest.FORM, TestRequest.FORM, "application/json")
                        .map(type -> new Header("Content-Type", type)),
                pieces("text/", "multipart/form-data", ";", TestRequest.FORM)
                        .map(type -> new Header("Content-Type", type)),
                Combinators.combine(
                                Arbitraries.of("Host", "Accept", "User-Agent", "X-Auth-Token"),
                                pieces("a", ".pure.cloud"))
                        .as(Header::new));
    }

    private static Arbitrary<byte[]> bodies() {
        Arbitrary<String> forms = Combinators.combine(
                        Arbitraries.of("grant_type", "client_id", "client_secret", "scope", "refresh_token", "x"),
                        pieces("client_credentials", "reporting", "all", "user:read", ",", "%2B", "+", "undefined"))
                .as((name, value) -> name + "=" + value)
                .list()
                .ofMaxSize(5)
                .map(parts -> String.join("&", parts));
        Arbitrary<String> json = Combinators.combine(
                        Arbitraries.of("grant_type", "client_id", "client_secret", "scope"), pieces("reporting", "\\"))
                .as((name, value) -> "{\"" + name + "\":\"" + value + "\"}");
        return Arbitraries.oneOf(forms, forms, json, pieces("{", "%3D", "=", "&", "grant_type"))
                .map(text -> text.getBytes(ISO_8859_1));
    }

    /** Up to five pieces in a row: a secret in some disguise, hostile text, or one of these. */
    private static Arbitrary<String> pieces(String... usual) {
        return Arbitraries.oneOf(
                        Arbitraries.of(CANARIES).map(Canary::wire),
                        Arbitraries.of(CANARIES).map(Canary::encoded),
                        Arbitraries.of(usual),
                        Arbitraries.of(usual),
                        Arbitraries.strings()
                                .withChars("%2fB+=&?/:. \n\"'\\{}[]<>ab-_\u0000\u00e4\u00ff\u00c2\u00a0")
                                .ofMaxLength(6))
                .list()
                .ofMaxSize(5)
                .map(parts -> String.join("", parts));
    }
}
