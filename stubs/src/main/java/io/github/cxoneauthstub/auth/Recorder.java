package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.ExchangeLog;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Authorization;
import io.github.cxoneauthstub.auth.request.Form;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes the exchanges of one simulation: what is shown of a request and of what became of it. */
final class Recorder {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Simulation simulation;
    private final Function<ArrivedRequest, Optional<String>> again;
    private final Set<String> endpointPaths;
    private final PathHint hint;
    private final Examiner examiner;

    /**
     * @param again writes a command that sends a request again
     * @param endpointPaths paths that are ours and so hold no secret
     */
    Recorder(
            Simulation simulation,
            Function<ArrivedRequest, Optional<String>> again,
            Set<String> endpointPaths,
            PathHint hint,
            Examiner examiner) {
        this.simulation = simulation;
        this.again = again;
        this.endpointPaths = endpointPaths;
        this.hint = hint;
        this.examiner = examiner;
    }

    /** What was decided, and how long the answer is held back; the rest of its way is told by what is returned. */
    Runnable decided(ArrivedRequest request, Instant arrived, Endpoint endpoint, Decision decision, Duration heldFor) {
        return enter(told(request, endpoint, decision), arrived, heldFor);
    }

    /**
     * What the test had asked for.
     *
     * @param token the token that came with it, if it is known here
     */
    Runnable disrupted(
            ArrivedRequest request,
            Instant arrived,
            Endpoint endpoint,
            Mishap.Outage outage,
            Optional<AccessToken> token) {
        Exchange.Builder exchange = of(request, endpoint)
                .outcome(Outcome.DISRUPTED)
                .answered(outage.answer().status(), "")
                .retryAfter(outage.retryAfter())
                .note("as the test asked, Retry-After " + outage.retryAfter().toSeconds() + " s");
        token.map(AccessToken::clientId)
                .or(() -> examiner.named(request, endpoint.kind()))
                .ifPresent(exchange::client);
        return enter(exchange, arrived, Duration.ZERO);
    }

    /** A request that no endpoint claims, before the user's own stubs. */
    Reply.Passage unclaimed(ArrivedRequest request, Instant arrived) {
        return passage(
                request,
                arrived,
                begin(request).askedOf(Kind.OTHER, defaultProfile()).note("by a stub of the test"));
    }

    /** A request that a guard let through to the user's own stubs. */
    Reply.Passage admitted(ArrivedRequest request, Instant arrived, Endpoint guard, Decision decision) {
        return passage(request, arrived, told(request, guard, decision));
    }

    /** The one place where an exchange gets its time of the machine, whatever became of it. */
    private Runnable enter(Exchange.Builder exchange, Instant arrived, Duration heldFor) {
        VirtualTime time = simulation.time();
        ExchangeLog log = simulation.log();
        Instant due = time.real().plus(heldFor);
        int number = log.record(exchange.underWay(arrived, Duration.between(arrived, due)))
                .number();
        return () -> log.left(number, time.real());
    }

    private Exchange.Builder told(ArrivedRequest request, Endpoint endpoint, Decision decision) {
        Exchange.Builder exchange = decision.tell(of(request, endpoint), show(request))
                .findings(examiner.examine(request, endpoint.kind(), decision));
        return decision instanceof Decision.Rejected || decision instanceof Decision.Refused
                ? exchange.curl(again.apply(request))
                : exchange;
    }

    private Reply.Passage passage(ArrivedRequest request, Instant arrived, Exchange.Builder exchange) {
        return (status, matched) -> {
            exchange.answered(status, "");
            if (!matched) {
                Explanation why = hint.explain(request, show(request));
                exchange.note("")
                        .rejected(why)
                        .findings(examiner.examineUnanswered(request, why))
                        .curl(again.apply(request));
            }
            return enter(exchange, arrived, Duration.ZERO);
        };
    }

    /** What the front refused because it was no request. */
    void unreadable(String method, String path, int status, String why) {
        Redactor show = new Redactor(simulation.secrets());
        enter(
                Exchange.builder(simulation.time().now(), show.shown(method), show.shown(path))
                        .askedOf(Kind.OTHER, defaultProfile())
                        .answered(status, "")
                        .rejected(new Explanation(
                                Reason.HTTP_UNREADABLE,
                                "what arrives is an HTTP/1.1 request of a size that is served",
                                why,
                                "look at what the client really sends, for example with curl -v",
                                Evidence.assumed("RFC 9112; no answer of CXone's gateway is public"))),
                simulation.time().real(),
                Duration.ZERO);
    }

    private Exchange.Builder of(ArrivedRequest request, Endpoint endpoint) {
        Exchange.Builder exchange = begin(request).askedOf(endpoint.kind(), endpoint.profile());
        return endpoint.kind() == Kind.TOKEN ? exchange.sent(request.isForm(), authMethod(request)) : exchange;
    }

    private static Optional<AuthMethod> authMethod(ArrivedRequest request) {
        if (request.value("Authorization")
                .map(Authorization::parse)
                .filter(header -> header.is("Basic"))
                .isPresent()) {
            return Optional.of(AuthMethod.BASIC);
        }
        return request.isForm() && Form.parse(request.body()).has("client_secret")
                ? Optional.of(AuthMethod.BODY)
                : Optional.empty();
    }

    private Exchange.Builder begin(ArrivedRequest request) {
        String method = request.method();
        String path = request.path();
        return Exchange.builder(
                        simulation.time().now(),
                        METHODS.contains(method) ? method : show(request).shown(method),
                        endpointPaths.contains(path) ? path : show(request).shown(path))
                .fingerprint(request.fingerprint())
                .from(request.connection(), request.program());
    }

    private Redactor show(ArrivedRequest request) {
        return RequestSecrets.redactorOfHead(request, simulation.secrets());
    }

    private String defaultProfile() {
        return simulation.configuration().profile().name();
    }
}
