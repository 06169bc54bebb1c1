package io.github.cxoneauthstub.samples.benchmarks.micro;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.cxoneauthstub.auth.Addresses;
import io.github.cxoneauthstub.auth.Answer;
import io.github.cxoneauthstub.auth.AuthorizationServer;
import io.github.cxoneauthstub.auth.AuthorizationServer.Parts;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.Reply;
import io.github.cxoneauthstub.auth.RequestMatcher;
import io.github.cxoneauthstub.auth.Resource;
import io.github.cxoneauthstub.auth.SimulationView;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Header;
import io.github.cxoneauthstub.auth.token.TokenSigner;
import io.github.cxoneauthstub.diagnosis.Detectors;
import io.github.cxoneauthstub.json.JacksonJson;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The model without HTTP: one client, one guarded resource, and requests that arrive as the front would hand them. */
final class Simulated {
    static final URI BASE = URI.create("http://127.0.0.1:4711");
    private static final String ME = "/api/v2/users/me";

    private final AuthorizationServer server;
    private final SimulationView view;

    Simulated(TokenSigner signer) {
        Configuration configuration = Configuration.builder()
                .client(Client.builder("reporting")
                        .secret("s3cret+/=")
                        .scopes("admin:api", "user:read")
                        .build())
                .build();
        this.server = AuthorizationServer.begin(
                configuration,
                Clock.systemUTC(),
                new Random(),
                new Parts(signer, new JacksonJson(), new Detectors(), OnePath::new, Addresses.of(BASE)));
        this.view = new SimulationView(() -> server, BASE.getAuthority());
        view.add(new Resource(
                new OnePath("GET", ME),
                Optional.of("user:read"),
                Optional.of(new Resource.Served(200, "{\"id\":\"42\"}"))));
    }

    /** The answer, whose status is checked: a benchmark of another decision than was meant measures nothing. */
    Answer answer(ArrivedRequest request, int status) {
        Reply reply = server.reply(request);
        if (reply instanceof Reply.Answered answered && answered.answer().status() == status) {
            return answered.answer();
        }
        throw new IllegalStateException("not answered with " + status + ": " + reply);
    }

    /** What was recorded of a request, read at once and alone. */
    Exchange exchange(ArrivedRequest request) {
        view.exchanges().clear();
        server.reply(request);
        return view.exchanges().last();
    }

    /** A token that opens the resource. */
    String token() {
        return view.tokens().issue("reporting").value();
    }

    static ArrivedRequest token(String plainCredentials, String body) {
        String basic = Base64.getEncoder().encodeToString(plainCredentials.getBytes(ISO_8859_1));
        return post("application/x-www-form-urlencoded", body, List.of(new Header("Authorization", "Basic " + basic)));
    }

    static ArrivedRequest token(String body) {
        return post("application/x-www-form-urlencoded", body, List.of());
    }

    static ArrivedRequest json(String body) {
        return post("application/json", body, List.of());
    }

    private static ArrivedRequest post(String type, String body, List<Header> more) {
        List<Header> usual = List.of(
                new Header("Host", BASE.getAuthority()),
                new Header("User-Agent", "benchmark"),
                new Header("Accept", "*/*"),
                new Header("Content-Type", type),
                new Header("Content-Length", Integer.toString(body.length())));
        List<Header> headers = new ArrayList<>(usual);
        headers.addAll(more);
        return new ArrivedRequest("POST", "/oauth/token", headers, body.getBytes(ISO_8859_1));
    }

    static ArrivedRequest resource(String token) {
        return new ArrivedRequest(
                "GET",
                ME,
                List.of(
                        new Header("Host", BASE.getAuthority()),
                        new Header("User-Agent", "benchmark"),
                        new Header("Accept", "*/*"),
                        new Header("Authorization", "Bearer " + token)),
                new byte[0]);
    }

    /** In place of WireMock's patterns. */
    private record OnePath(String method, String path) implements RequestMatcher {
        @Override
        public boolean matchesUrl(ArrivedRequest request) {
            return request.path().equals(path);
        }

        @Override
        public boolean matchesMethod(ArrivedRequest request) {
            return request.method().equals(method);
        }

        @Override
        public int specificity() {
            return path.length();
        }

        @Override
        public String describe() {
            return method + " " + path;
        }
    }
}
