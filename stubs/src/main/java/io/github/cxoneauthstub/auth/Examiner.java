package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.Case.Known;
import io.github.cxoneauthstub.auth.Case.Outcome;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.ExchangeBuilder;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Puts decided requests before the diagnosis, with what one simulation knew at that moment that has a bearing on them.
 * What it returns completes an exchange, and may do so at any later time: it sees nothing that changed since.
 */
final class Examiner {
    private final Simulation simulation;
    private final URI base;
    private final Diagnosis diagnosis;
    private final Function<byte[], JsonReading> json;
    private final Map<String, Profile> tokenPaths = new LinkedHashMap<>();

    /** @param base what a command that sends a request again begins with */
    Examiner(Simulation simulation, URI base, Diagnosis diagnosis, Function<byte[], JsonReading> json) {
        this.simulation = simulation;
        this.base = base;
        this.diagnosis = diagnosis;
        this.json = json;
        for (Profile profile : simulation.configuration().mounted()) {
            profile.paths().forEach(path -> tokenPaths.put(path, profile));
        }
    }

    /** What a request shows that an endpoint decided, and the command that sends it again if it was refused. */
    Consumer<ExchangeBuilder> examination(ArrivedRequest request, Kind kind, Decision decision) {
        return decision instanceof Decision.Served
                ? exchange -> {}
                : examination(request, outcome(request, kind, decision));
    }

    /** The same of a request that nothing answered. */
    Consumer<ExchangeBuilder> examinationOfUnanswered(ArrivedRequest request, Explanation why) {
        return examination(
                request,
                new Outcome(
                        Kind.OTHER,
                        simulation.configuration().profile(),
                        Optional.of(why),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** What a request shows that a stub of the test answered: a secret in its URL, and nothing without a query. */
    Consumer<ExchangeBuilder> examinationOfPassage(ArrivedRequest request) {
        return request.query().isEmpty() ? exchange -> {} : examination(request, undecided(Kind.OTHER));
    }

    /** The id of the registered client that an undecided request names, whether or not it is the one. */
    Optional<String> named(ArrivedRequest request, Kind kind) {
        return of(request, undecided(kind)).client().map(Client::id);
    }

    private Outcome undecided(Kind kind) {
        return new Outcome(
                kind, simulation.configuration().profile(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Consumer<ExchangeBuilder> examination(ArrivedRequest request, Outcome outcome) {
        Case decided = of(request, outcome);
        return exchange -> complete(exchange, decided);
    }

    private Case of(ArrivedRequest request, Outcome outcome) {
        List<String> secrets = simulation.secrets();
        Known known = new Known(
                simulation.time().now(),
                simulation.clients().all(),
                simulation.accessKeys().all(),
                tokenPaths);
        return new Case(request, outcome, known, () -> RequestSecrets.redactor(request, secrets), json);
    }

    private void complete(ExchangeBuilder exchange, Case decided) {
        if (decided.kind() != Kind.DOCUMENT) {
            exchange.findings(diagnosis.of(decided));
        }
        if (decided.reason().isPresent()) {
            exchange.curl(CurlCommand.of(decided.request(), base, decided.show(), decided.clientIds(), json));
        }
    }

    private Outcome outcome(ArrivedRequest request, Kind kind, Decision decision) {
        Profile usual = tokenPaths.getOrDefault(
                request.path(), simulation.configuration().profile());
        if (decision instanceof Decision.Rejected rejected) {
            return new Outcome(
                    kind, rejected.profile(), Optional.of(rejected.why()), rejected.clientId(), rejected.token());
        }
        if (decision instanceof Decision.Refused refused) {
            return new Outcome(kind, usual, Optional.of(refused.why()), Optional.empty(), Optional.empty());
        }
        if (decision instanceof Decision.Issued issued) {
            return accepted(kind, usual, issued.token());
        }
        return decision instanceof Decision.Admitted admitted
                ? accepted(
                        kind,
                        simulation.configuration().mountedAs(admitted.token().profile()),
                        admitted.token())
                : new Outcome(kind, usual, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Outcome accepted(Kind kind, Profile profile, AccessToken token) {
        return new Outcome(kind, profile, Optional.empty(), Optional.of(token.clientId()), Optional.of(token));
    }
}
