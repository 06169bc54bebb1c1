package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.ExchangeBuilder;
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
import java.util.function.Consumer;

/** Makes the exchanges of one simulation: what is shown of a request and of what became of it. */
final class Recorder {
    /** Characters of a request that is examined when its exchange is read: far more than a token request has. */
    static final int MOST_KEPT = 8 << 10;

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Simulation simulation;
    private final Set<String> endpointPaths;
    private final PathHint hint;
    private final Examiner examiner;

    /** @param endpointPaths paths that are ours and so hold no secret */
    Recorder(Simulation simulation, Set<String> endpointPaths, PathHint hint, Examiner examiner) {
        this.simulation = simulation;
        this.endpointPaths = endpointPaths;
        this.hint = hint;
        this.examiner = examiner;
    }

    /** What was decided, and how long the answer is held back; the rest of its way is told by what is returned. */
    Runnable decided(ArrivedRequest request, Instant arrived, Endpoint endpoint, Decision decision, Duration heldFor) {
        return enter(
                request,
                told(request, endpoint, decision),
                examiner.examination(request, endpoint.addressee(), decision),
                arrived,
                heldFor);
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
            String error,
            Optional<AccessToken> token) {
        ExchangeBuilder exchange = of(request, endpoint)
                .outcome(Outcome.DISRUPTED)
                .answered(outage.answer().status(), error)
                .retryAfter(outage.retryAfter())
                .note("as the test asked, Retry-After " + outage.retryAfter().toSeconds() + " s");
        Addressee addressee = endpoint.addressee();
        if (addressee.kind() == Kind.RESOURCE) {
            token.map(AccessToken::profile).ifPresent(exchange::inDialect);
        }
        token.map(AccessToken::clientId)
                .or(() -> examiner.named(request, addressee))
                .ifPresent(exchange::client);
        return enter(exchange, whole -> {}, arrived, Duration.ZERO);
    }

    /**
     * What a browser asks before a page of another origin may send a request.
     *
     * @param method one that is served
     */
    Runnable preflight(ArrivedRequest request, Instant arrived, String method) {
        ExchangeBuilder exchange = begin(request)
                .askedOf(Kind.OTHER, defaultProfile())
                .outcome(Outcome.SERVED)
                .answered(204, "")
                .note("a browser asked whether a page of another origin may send a " + method);
        return enter(exchange, whole -> {}, arrived, Duration.ZERO);
    }

    /** A request that no endpoint claims, before the user's own stubs. */
    Reply.Passage unclaimed(ArrivedRequest request, Instant arrived) {
        return passage(
                request,
                arrived,
                begin(request).askedOf(Kind.OTHER, defaultProfile()).note("by a stub of the test"),
                examiner.examinationOfPassage(request));
    }

    /** A request that a guard let through to the user's own stubs. */
    Reply.Passage admitted(ArrivedRequest request, Instant arrived, Endpoint guard, Decision decision) {
        return passage(
                request,
                arrived,
                told(request, guard, decision),
                examiner.examination(request, guard.addressee(), decision));
    }

    /** Most exchanges are never read, so what completes them waits until then; a large request is not kept for it. */
    private Runnable enter(
            ArrivedRequest request,
            ExchangeBuilder exchange,
            Consumer<ExchangeBuilder> examination,
            Instant arrived,
            Duration heldFor) {
        if (size(request) <= MOST_KEPT) {
            return enter(exchange, examination, arrived, heldFor);
        }
        examination.accept(exchange);
        return enter(exchange, whole -> {}, arrived, heldFor);
    }

    /** The one place where an exchange gets its time of the machine, whatever became of it. */
    private Runnable enter(
            ExchangeBuilder exchange, Consumer<ExchangeBuilder> later, Instant arrived, Duration heldFor) {
        VirtualTime time = simulation.time();
        ExchangeLog log = simulation.log();
        Instant due = time.real().plus(heldFor);
        int number = log.record(exchange.underWay(arrived, Duration.between(arrived, due)), later);
        return () -> log.left(number, time.real());
    }

    private static int size(ArrivedRequest request) {
        return request.body().length
                + request.url().length()
                + request.headers().stream()
                        .mapToInt(header ->
                                header.name().length() + header.value().length())
                        .sum();
    }

    private ExchangeBuilder told(ArrivedRequest request, Endpoint endpoint, Decision decision) {
        return decision.tell(of(request, endpoint), quotesBody(decision) ? show(request) : showOfHead(request));
    }

    /** Whether what is told of it may have words of the body: why it was refused, or the scopes that it asked for. */
    private static boolean quotesBody(Decision decision) {
        return decision instanceof Decision.Rejected
                || decision instanceof Decision.Refused
                || (decision instanceof Decision.Issued issued
                        && !issued.token().scopes().isAll()
                        && !issued.token().scopes().isEmpty());
    }

    private Reply.Passage passage(
            ArrivedRequest request, Instant arrived, ExchangeBuilder exchange, Consumer<ExchangeBuilder> ifAnswered) {
        return (status, matched) -> {
            exchange.answered(status, "");
            if (matched) {
                return enter(request, exchange, ifAnswered, arrived, Duration.ZERO);
            }
            Explanation why = hint.explain(request, show(request));
            return enter(
                    request,
                    exchange.note("").rejected(why),
                    examiner.examinationOfUnanswered(request, why),
                    arrived,
                    Duration.ZERO);
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
                whole -> {},
                simulation.time().real(),
                Duration.ZERO);
    }

    /** A client that broke off before it had asked anything. */
    void notAgreed(String why, String advice) {
        enterConnection(connection()
                .rejected(new Explanation(
                        Reason.TLS_NOT_AGREED,
                        "client and server agree on TLS, and the client trusts the certificate",
                        why,
                        advice,
                        Evidence.assumed("RFC 8446 section 6.2: what an alert means"))));
    }

    /** A certificate that the test had asked for. */
    void shown(WrongCertificate certificate) {
        enterConnection(connection()
                .outcome(Outcome.DISRUPTED)
                .note("the certificate " + certificate.fault() + ", as the test asked"));
    }

    /** That certificate, and a client that went on with it. */
    void taken(WrongCertificate certificate) {
        enterConnection(connection()
                .rejected(new Explanation(
                        Reason.CERTIFICATE_NOT_CHECKED,
                        "a client breaks off at a certificate that " + certificate.fault(),
                        "the client took the certificate, and whoever stands between it and CXone reads its secret",
                        "let the client check certificates and host names: no verify=False, no curl -k, no"
                                + " rejectUnauthorized: false, no TrustManager or HostnameVerifier that takes"
                                + " everything; what it is to trust is auth.https().trust()",
                        Evidence.assumed("RFC 9110 section 4.3.4, RFC 5280 section 6: what a client has to check"))));
    }

    private void enterConnection(ExchangeBuilder exchange) {
        enter(exchange, whole -> {}, simulation.time().real(), Duration.ZERO);
    }

    private ExchangeBuilder connection() {
        return Exchange.builder(simulation.time().now(), "TLS", "handshake").askedOf(Kind.OTHER, defaultProfile());
    }

    private ExchangeBuilder of(ArrivedRequest request, Endpoint endpoint) {
        Addressee addressee = endpoint.addressee();
        ExchangeBuilder exchange =
                begin(request).askedOf(addressee.kind(), addressee.profile().name());
        return addressee.kind() == Kind.TOKEN ? exchange.sent(request.isForm(), authMethod(request)) : exchange;
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

    private ExchangeBuilder begin(ArrivedRequest request) {
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
        return RequestSecrets.redactor(request, simulation.secrets());
    }

    /** Enough for a request that is in order, and quicker. */
    private Redactor showOfHead(ArrivedRequest request) {
        return RequestSecrets.redactorOfHead(request, simulation.secrets());
    }

    private String defaultProfile() {
        return simulation.configuration().profile().name();
    }
}
