package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.Mishap.Distortion;
import io.github.cxoneauthstub.auth.Mishap.Outage;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.token.TokenSigner;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The simulated server. A request goes one straight way: an endpoint claims it, a mishap may meet it, the endpoint
 * decides, the exchange is recorded, the answer leaves. Safe for use by several threads.
 */
public final class AuthorizationServer {
    private final Simulation simulation;
    private final TokenIssuer issuer;
    private final Answers answers;
    private final ResourceGuard.Tokens tokens;
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private final PathHint hint;

    /**
     * What a server is made of besides its state.
     *
     * @param signer signs its tokens
     * @param json writes its answers
     * @param base its own base URL, without a slash at the end
     */
    public record Parts(TokenSigner signer, Json json, URI base) {}

    private AuthorizationServer(Simulation simulation, Parts parts) {
        Configuration configuration = simulation.configuration();
        TokenSigner signer = parts.signer();
        Json json = parts.json();
        String issuerName = parts.base().toString();
        this.simulation = simulation;
        this.issuer = new TokenIssuer(signer, issuerName, simulation.ledger(), simulation.time());
        this.answers = new Answers(json, simulation.time());
        this.tokens = new ResourceGuard.Tokens(
                signer, issuerName, simulation.ledger(), simulation.time(), configuration::mountedAs);
        ClientAuthenticator authenticator = new ClientAuthenticator(simulation.clients(), simulation.time());
        for (Profile profile : configuration.mounted()) {
            Endpoint endpoint = new TokenEndpoint(profile, simulation.clients(), authenticator, issuer, answers, json);
            profile.paths().forEach(path -> endpoints.put(path, endpoint));
        }
        endpoints.putAll(Documents.endpoints(configuration, issuerName, signer, json, answers));
        this.hint =
                new PathHint(configuration.tokenPath(), new ArrayList<>(endpoints.keySet()), simulation.resources());
    }

    /**
     * A server in its first state.
     *
     * @param source the time that its virtual clock starts from
     * @param random tells its tokens from those of other servers
     */
    public static AuthorizationServer begin(
            Configuration configuration, Clock source, RandomGenerator random, Parts parts) {
        return new AuthorizationServer(Simulation.begin(configuration, source, random), parts);
    }

    /**
     * A server that begins with this one's state; what either changes later, the other does not see.
     *
     * @param configuration what it goes on with: its dialects are served, and clients that are new in it are registered
     * @param others its parts, which may be those of another port
     */
    public AuthorizationServer fork(Configuration configuration, Parts others) {
        return new AuthorizationServer(simulation.fork(configuration), others);
    }

    /** What it was started with. */
    public Configuration configuration() {
        return simulation.configuration();
    }

    Simulation simulation() {
        return simulation;
    }

    TokenIssuer issuer() {
        return issuer;
    }

    /** Answers a request, or lets the user's own stubs answer it. */
    public Reply reply(ArrivedRequest request) {
        Optional<Endpoint> endpoint = claim(request);
        if (endpoint.isEmpty()) {
            return new Reply.PassOn(new Unguarded(request));
        }
        Optional<Mishap> mishap = mishap(endpoint.get());
        if (mishap.orElse(null) instanceof Outage outage) {
            return disrupted(request, endpoint.get(), outage);
        }
        return decided(request, endpoint.get(), mishap);
    }

    private Optional<Endpoint> claim(ArrivedRequest request) {
        return Optional.ofNullable(endpoints.get(request.path()))
                .or(() -> simulation
                        .resources()
                        .find(request)
                        .map(resource -> new ResourceGuard(
                                resource,
                                tokens,
                                simulation.configuration().profile(),
                                simulation.clients(),
                                answers)));
    }

    private Optional<Mishap> mishap(Endpoint endpoint) {
        if (endpoint.kind() == Kind.DOCUMENT) {
            return Optional.empty();
        }
        boolean stubsAnswer = endpoint instanceof ResourceGuard guard && guard.isBeforeStubs();
        return stubsAnswer
                ? simulation.script().nextOutage()
                : simulation.script().next();
    }

    private Reply disrupted(ArrivedRequest request, Endpoint endpoint, Outage outage) {
        Answer answer = answers.dated(outage.answer());
        simulation
                .log()
                .record(exchange(request)
                        .askedOf(endpoint.kind(), endpoint.profile())
                        .outcome(Outcome.DISRUPTED)
                        .answered(answer.status(), "")
                        .retryAfter(outage.retryAfter())
                        .note("as the test asked, Retry-After "
                                + outage.retryAfter().toSeconds() + " s"));
        return new Reply.Answered(answer);
    }

    private Reply decided(ArrivedRequest request, Endpoint endpoint, Optional<Mishap> mishap) {
        Decision decision = endpoint.decide(request);
        Exchange.Builder exchange = decision.tell(exchange(request).askedOf(endpoint.kind(), endpoint.profile()));
        boolean stubsAnswer = endpoint instanceof ResourceGuard guard && guard.isBeforeStubs();
        if (decision instanceof Decision.Admitted && stubsAnswer) {
            return new Reply.PassOn(new Guarded(request, exchange));
        }
        simulation.log().record(exchange);
        Answer answer = decision.answer();
        return new Reply.Answered(
                mishap.orElse(null) instanceof Distortion distortion ? distortion.distort(answer) : answer);
    }

    /**
     * Records what the front refused because it was no request.
     *
     * @param method the method, if it could be read; otherwise empty
     * @param path the path, if it could be read; otherwise empty
     * @param why the front's sentence, which quotes nothing
     */
    public void unreadable(String method, String path, int status, String why) {
        Redactor show = new Redactor(simulation.clients().secrets());
        simulation
                .log()
                .record(Exchange.builder(simulation.time().now(), show.shown(method), show.shown(path))
                        .askedOf(
                                Kind.OTHER, simulation.configuration().profile().name())
                        .answered(status, "")
                        .rejected(new Explanation(
                                Reason.HTTP_UNREADABLE,
                                "what arrives is an HTTP/1.1 request of a size that is served",
                                why,
                                "look at what the client really sends, for example with curl -v",
                                Evidence.assumed("RFC 9112; no answer of CXone's gateway is public"))));
    }

    private Exchange.Builder exchange(ArrivedRequest request) {
        boolean known = endpoints.containsKey(request.path());
        String method = METHODS.contains(request.method())
                ? request.method()
                : show(request).shown(request.method());
        return Exchange.builder(
                        simulation.time().now(),
                        method,
                        known ? request.path() : show(request).shown(request.path()))
                .fingerprint(request.fingerprint());
    }

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private Redactor show(ArrivedRequest request) {
        return RequestSecrets.redactor(request, simulation.clients().secrets());
    }

    private void nobodyAnswered(ArrivedRequest request, Exchange.Builder exchange, int status) {
        simulation.log().record(exchange.answered(status, "").rejected(hint.explain(request, show(request))));
    }

    /** A request that no endpoint claimed. */
    private final class Unguarded implements Reply.Passage {
        private final ArrivedRequest request;

        Unguarded(ArrivedRequest request) {
            this.request = request;
        }

        @Override
        public void answered(int status, boolean matched) {
            Exchange.Builder exchange = exchange(request)
                    .askedOf(Kind.OTHER, simulation.configuration().profile().name());
            if (matched) {
                simulation.log().record(exchange.answered(status, "").note("by a stub of the test"));
            } else {
                nobodyAnswered(request, exchange, status);
            }
        }
    }

    /** A request that a guard let through to the user's own stubs. */
    private final class Guarded implements Reply.Passage {
        private final ArrivedRequest request;
        private final Exchange.Builder exchange;

        Guarded(ArrivedRequest request, Exchange.Builder exchange) {
            this.request = request;
            this.exchange = exchange;
        }

        @Override
        public void answered(int status, boolean matched) {
            if (matched) {
                simulation.log().record(exchange.answered(status, ""));
            } else {
                nobodyAnswered(request, exchange, status);
            }
        }
    }
}
