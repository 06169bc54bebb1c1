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
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The simulated server. A request goes one straight way: an endpoint claims it, a mishap may meet it, the endpoint
 * decides, the exchange is recorded, the answer leaves. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class AuthorizationServer {
    private final Simulation simulation;
    private final TokenIssuer issuer;
    private final Answers answers;
    private final ResourceGuard.Tokens tokens;
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
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
     * @param base its own base URL, without a slash at the end
     */
    public record Parts(TokenSigner signer, Json json, Diagnosis diagnosis, RequestMatchers matchers, URI base) {

        private Map<ResourceDescription, Resource> resourcesOf(Configuration configuration) {
            Map<ResourceDescription, Resource> resources = new LinkedHashMap<>();
            configuration.resources().forEach(described -> resources.put(described, resource(described)));
            return resources;
        }

        private Resource resource(ResourceDescription described) {
            return new Resource(
                    matchers.matcher(described.method(), described.path()),
                    described.scope(),
                    Optional.of(new Resource.Served(described.status(), json.write(described.json()))));
        }
    }

    private AuthorizationServer(Simulation simulation, Parts parts) {
        Configuration configuration = simulation.configuration();
        KeyRing keys = simulation.keys();
        Json json = parts.json();
        String issuerName = parts.base().toString();
        this.simulation = simulation;
        this.diagnosis = parts.diagnosis();
        this.issuer = new TokenIssuer(
                keys,
                issuerName,
                simulation.clients(),
                simulation.ledger(),
                simulation.time(),
                client -> configuration.tenantOrFirst(client.tenantId()));
        this.answers = new Answers(json, simulation.time());
        this.tokens = new ResourceGuard.Tokens(
                keys, issuerName, simulation.ledger(), simulation.time(), configuration::mountedAs);
        ClientAuthenticator authenticator = new ClientAuthenticator(simulation.clients(), simulation.time());
        for (Profile profile : configuration.mounted()) {
            Endpoint endpoint = new TokenEndpoint(profile, simulation::secrets, authenticator, issuer, answers, json);
            profile.paths().forEach(path -> endpoints.put(path, endpoint));
        }
        endpoints.putAll(Documents.endpoints(configuration, issuerName, keys, json, answers));
        PathHint hint =
                new PathHint(configuration.tokenPath(), List.copyOf(endpoints.keySet()), simulation.resources());
        this.recorder = new Recorder(
                simulation,
                Set.copyOf(endpoints.keySet()),
                hint,
                new Examiner(simulation, parts.base(), diagnosis, bytes -> json.read(bytes, JsonLimits.USUAL)));
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

    TokenIssuer issuer() {
        return issuer;
    }

    void add(Resource resource) {
        String described = resource.matcher().describe();
        String path = described.substring(Math.max(0, described.indexOf('/'))).split("\\?", 2)[0];
        if (resource.answer().isPresent() && endpoints.containsKey(path)) {
            throw new IllegalArgumentException(described + " would never be asked: an endpoint of profile "
                    + endpoints.get(path).profile() + " is served at " + path + "; give the resource another path");
        }
        simulation.resources().add(resource);
    }

    /** Answers a request, or lets the user's own stubs answer it. */
    public Reply reply(ArrivedRequest request) {
        Instant arrived = simulation.time().real();
        Optional<Endpoint> claimed = claim(request);
        if (claimed.isEmpty()) {
            return new Reply.PassOn(recorder.unclaimed(request, arrived));
        }
        Endpoint endpoint = claimed.get();
        Optional<Mishap> mishap = mishap(endpoint, request.path());
        if (mishap.orElse(null) instanceof Outage outage) {
            Runnable leaving = recorder.disrupted(request, arrived, endpoint, outage, presented(request));
            return new Reply.Answered(answers.dated(outage.answer()), leaving);
        }
        Decision decision = endpoint.decide(request);
        if (endpoint.isBeforeStubs() && decision instanceof Decision.Admitted) {
            return new Reply.PassOn(recorder.admitted(request, arrived, endpoint, decision));
        }
        Answer answer = mishap.orElse(null) instanceof Distortion distortion
                ? distortion.distort(decision.answer())
                : decision.answer();
        Runnable leaving = recorder.decided(request, arrived, endpoint, decision, answer.heldFor());
        return new Reply.Answered(answer, leaving);
    }

    private Optional<Endpoint> claim(ArrivedRequest request) {
        return Optional.ofNullable(endpoints.get(request.path()))
                .or(() -> simulation.resources().find(request).map(this::guard));
    }

    private Endpoint guard(Resource resource) {
        return new ResourceGuard(resource, tokens, simulation.configuration().profile(), simulation::secrets, answers);
    }

    private Optional<AccessToken> presented(ArrivedRequest request) {
        return request.value("Authorization")
                .map(Authorization::parse)
                .filter(header -> header.is("Bearer"))
                .flatMap(header -> tokens.present(header.credentials()).token());
    }

    private Optional<Mishap> mishap(Endpoint endpoint, String path) {
        if (endpoint.kind() == Kind.DOCUMENT) {
            return Optional.empty();
        }
        return endpoint.isBeforeStubs()
                ? simulation.script().nextOutage(endpoint.kind(), path)
                : simulation.script().next(endpoint.kind(), path);
    }

    /** What a path gets that nothing answers: the 404 of an API gateway. */
    public Answer nothingHere() {
        return answers.object(404, Map.of("message", "Not Found"), List.of());
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
     * @param why the front's sentence, which quotes nothing
     */
    public void notAgreed(String why) {
        recorder.notAgreed(why);
    }

    /** What is to be wrong with the certificate that the next connection is shown; whoever asks shows it. */
    public Optional<WrongCertificate> nextCertificate() {
        Optional<WrongCertificate> next = simulation.script().nextCertificate();
        next.ifPresent(recorder::shown);
        return next;
    }
}
