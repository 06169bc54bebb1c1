package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.Mishap.Distortion;
import io.github.cxoneauthstub.auth.Mishap.Outage;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Authorization;
import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.auth.token.KeyRing;
import io.github.cxoneauthstub.auth.token.TokenSigner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The simulated server. A request goes one straight way: an endpoint claims it, a mishap may meet it, the endpoint
 * decides, the exchange is recorded, the answer leaves. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class AuthorizationServer {
    private final Simulation simulation;
    private final Common common;
    private final EndpointTable endpoints;
    private final Recorder recorder;
    private final Diagnosis diagnosis;
    private volatile Read read = new Read(List.of(), List.of());

    /** Exchanges as the log has them, and with what they show together. A page asks for them again and again. */
    private record Read(List<Exchange> kept, List<Exchange> shown) {}

    /**
     * What a server is made of besides its state.
     *
     * @param signer signs its tokens until the keys are rotated
     * @param json writes its answers
     * @param diagnosis finds out what clients did wrong
     * @param matchers says which requests its configured resources are for
     * @param addresses its own base URLs
     */
    public record Parts(
            TokenSigner signer, Json json, Diagnosis diagnosis, RequestMatchers matchers, Addresses addresses) {

        private Map<ResourceDescription, Resource> resourcesOf(Configuration configuration) {
            Map<ResourceDescription, Resource> resources = new LinkedHashMap<>();
            configuration.resources().forEach(described -> resources.put(described, resource(described)));
            return resources;
        }

        private Resource resource(ResourceDescription described) {
            return new Resource(
                    matchers.matcher(described.method(), described.path()),
                    described.scope(),
                    Optional.of(new Resource.Served(described.status(), json.write(described.json()))),
                    described.style());
        }
    }

    private AuthorizationServer(Simulation simulation, Parts parts) {
        this.simulation = simulation;
        this.diagnosis = parts.diagnosis();
        this.common = Common.of(simulation, parts.addresses(), parts.json());
        this.endpoints = new EndpointTable(common);
        PathHint hint = new PathHint(
                configuration().tokenPath(),
                List.copyOf(endpoints.paths()),
                simulation.resources(),
                TenantIds.of(configuration()));
        this.recorder = new Recorder(
                simulation,
                endpoints.paths(),
                hint,
                new Examiner(
                        simulation,
                        parts.addresses().plain(),
                        diagnosis,
                        bytes -> parts.json().read(bytes, JsonLimits.USUAL)));
    }

    /**
     * A server in its first state.
     *
     * @param source the time that its virtual clock starts from
     * @param random tells its tokens from those of other servers
     */
    public static AuthorizationServer begin(
            Configuration configuration, Clock source, RandomGenerator random, Parts parts) {
        Map<ResourceDescription, Resource> resources = parts.resourcesOf(configuration);
        return new AuthorizationServer(
                Simulation.begin(configuration, source, random, new KeyRing(parts.signer()), resources), parts);
    }

    /** A server in the first state that this one had; the signing keys stay. */
    public AuthorizationServer restarted(Parts parts) {
        return new AuthorizationServer(simulation.restarted(parts.resourcesOf(configuration())), parts);
    }

    /**
     * A server that begins with this one's state; what either changes later, the other does not see.
     *
     * @param configuration what it goes on with: its dialects are served, what is new in it is added, and what was
     *     configured here and is not in it goes
     * @param others its parts, which may be those of another port
     */
    public AuthorizationServer fork(Configuration configuration, Parts others) {
        return new AuthorizationServer(simulation.fork(configuration, others.resourcesOf(configuration)), others);
    }

    /** What it was started with. */
    public Configuration configuration() {
        return simulation.configuration();
    }

    Simulation simulation() {
        return simulation;
    }

    /** Remembers what went wrong in exchanges that are no longer kept. */
    void remember() {
        simulation.log().remember(diagnosis::over);
    }

    /** Those that are kept, with what they show, oldest first; the same list until something changes. */
    List<Exchange> exchanges() {
        List<Exchange> kept = simulation.log().kept();
        Read last = read;
        if (last.kept() != kept) {
            last = new Read(kept, diagnosis.over(kept));
            read = last;
        }
        return last.shown();
    }

    /** A token that nobody asked for. */
    AccessToken mint(Grant grant, Duration lifetime, Duration ago) {
        String base = common.addresses().plain().toString();
        return common.issuer().mint(grant, configuration().profile(), base, lifetime, ago);
    }

    PresentedTokens tokens() {
        return common.tokens();
    }

    void add(Resource resource) {
        String described = resource.matcher().describe();
        String path = described.substring(Math.max(0, described.indexOf('/'))).split("\\?", 2)[0];
        Optional<Endpoint> before = endpoints.at(path);
        if (resource.answer().isPresent() && before.isPresent()) {
            throw new IllegalArgumentException(described + " would never be asked: an endpoint of profile "
                    + before.get().addressee().profile() + " is served at " + path
                    + "; give the resource another path");
        }
        simulation.resources().add(resource);
    }

    /** Answers a request, or lets the user's own stubs answer it. */
    public Reply reply(ArrivedRequest request) {
        Instant arrived = simulation.time().real();
        Optional<String> before = CrossOrigin.askedFor(request).filter(method -> isServed(request.by(method)));
        if (before.isPresent()) {
            return new Reply.Answered(
                    CrossOrigin.allowed(before.get()), recorder.preflight(request, arrived, before.get()));
        }
        Optional<Claimed> claimed = claim(request);
        if (claimed.isEmpty()) {
            return new Reply.PassOn(recorder.unclaimed(request, arrived));
        }
        Endpoint endpoint = claimed.get().endpoint();
        Optional<Mishap> mishap = mishap(endpoint, request.path());
        if (mishap.orElse(null) instanceof Outage outage) {
            Optional<AccessToken> token = presented(request);
            Endpoint.Told told = endpoint.disrupted(outage, token)
                    .orElseGet(() -> new Endpoint.Told(common.answers().dated(outage.answer()), ""));
            Runnable leaving = recorder.disrupted(request, arrived, endpoint, outage, told.error(), token);
            return new Reply.Answered(CrossOrigin.readable(told.answer(), request), leaving);
        }
        Decision decision = endpoint.decide(claimed.get().request());
        if (endpoint.isBeforeStubs() && decision instanceof Decision.Admitted) {
            return new Reply.PassOn(recorder.admitted(request, arrived, endpoint, decision));
        }
        Answer answer = mishap.orElse(null) instanceof Distortion distortion
                ? distortion.distort(decision.answer())
                : decision.answer();
        Runnable leaving = recorder.decided(request, arrived, endpoint, decision, answer.heldFor());
        return new Reply.Answered(CrossOrigin.readable(answer, request), leaving);
    }

    /** Not what a stub of the test may answer: whether pages may read that, is up to the stub. */
    private boolean isServed(ArrivedRequest request) {
        return claim(request)
                .filter(claimed -> !claimed.endpoint().isBeforeStubs())
                .isPresent();
    }

    /**
     * What answers a request.
     *
     * @param request as the endpoint is to see it
     */
    private record Claimed(Endpoint endpoint, ArrivedRequest request) {}

    private Optional<Claimed> claim(ArrivedRequest request) {
        return endpoints
                .at(request.path())
                .map(endpoint -> new Claimed(endpoint, request))
                .or(() -> guarded(request, Optional.empty(), configuration().profile()))
                .or(() -> endpoints.prefixOf(request).flatMap(prefix -> behind(prefix, request)));
    }

    /** A resource at its second address; who brings a token of another product has come to the wrong one. */
    private Optional<Claimed> behind(EndpointTable.Prefix prefix, ArrivedRequest request) {
        boolean isWelcome = prefix.profile()
                .flatMap(profile -> presented(request)
                        .map(token -> common.tokens().profile(token.profile()))
                        .map(profile::isOfProductOf))
                .orElse(true);
        return Optional.of(prefix.takenOff(request))
                .filter(inner -> isWelcome)
                .flatMap(inner -> guarded(
                        inner,
                        prefix.tenantId(),
                        prefix.profile().orElseGet(() -> configuration().profile())))
                .filter(claimed -> !claimed.endpoint().isBeforeStubs());
    }

    /** @param fallback the dialect of those who have no token that is known */
    private Optional<Claimed> guarded(ArrivedRequest request, Optional<String> tenantId, Profile fallback) {
        return simulation
                .resources()
                .find(request)
                .map(resource -> new Claimed(new ResourceGuard(resource, tenantId, fallback, common), request));
    }

    private Optional<AccessToken> presented(ArrivedRequest request) {
        return request.value("Authorization")
                .map(Authorization::parse)
                .filter(header -> header.is("Bearer"))
                .flatMap(header -> common.tokens().present(header.credentials()).token());
    }

    private Optional<Mishap> mishap(Endpoint endpoint, String path) {
        Kind kind = endpoint.addressee().kind();
        return endpoint.isBeforeStubs()
                ? simulation.script().nextOutage(kind, path)
                : simulation.script().next(kind, path);
    }

    /** What a path gets that nothing answers: the 404 of an API gateway. */
    public Answer nothingHere() {
        return common.answers().object(404, Map.of("message", "Not Found"), List.of());
    }

    /**
     * Records what the front refused because it was no request.
     *
     * @param method the method, if it could be read; otherwise empty
     * @param path the path, if it could be read; otherwise empty
     * @param status what the front answers
     * @param why the front's sentence, which quotes nothing
     */
    public void unreadable(String method, String path, int status, String why) {
        recorder.unreadable(method, path, status, why);
    }

    /**
     * Records a client that came over HTTPS and broke off.
     *
     * @param why one sentence, which quotes nothing
     * @param advice what the client can do about it
     */
    public void notAgreed(String why, String advice) {
        recorder.notAgreed(why, advice);
    }

    /** Records a client that went on with a wrong certificate. */
    public void taken(WrongCertificate certificate) {
        recorder.taken(certificate);
    }

    /** What is to be wrong with the certificate that the next connection is shown; whoever asks shows it. */
    public Optional<WrongCertificate> nextCertificate() {
        Optional<WrongCertificate> next = simulation.script().nextCertificate();
        next.ifPresent(recorder::shown);
        return next;
    }
}
