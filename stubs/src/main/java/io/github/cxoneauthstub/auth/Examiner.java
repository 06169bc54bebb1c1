package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.Case.Known;
import io.github.cxoneauthstub.auth.Case.Outcome;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts decided requests before the diagnosis, with what one simulation knows that has a bearing on them. */
final class Examiner {
    private final Simulation simulation;
    private final Diagnosis diagnosis;
    private final Function<byte[], JsonReading> json;
    private final Map<String, Profile> tokenPaths = new LinkedHashMap<>();

    Examiner(Simulation simulation, Diagnosis diagnosis, Function<byte[], JsonReading> json) {
        this.simulation = simulation;
        this.diagnosis = diagnosis;
        this.json = json;
        for (Profile profile : simulation.configuration().mounted()) {
            profile.paths().forEach(path -> tokenPaths.put(path, profile));
        }
    }

    /** What a request shows that an endpoint decided. */
    List<Finding> examine(ArrivedRequest request, Kind kind, Decision decision) {
        return kind == Kind.DOCUMENT ? List.of() : examine(request, outcome(request, kind, decision));
    }

    /** What a request shows that nothing answered. */
    List<Finding> examineUnanswered(ArrivedRequest request, Explanation why) {
        return examine(
                request,
                new Outcome(
                        Kind.OTHER,
                        simulation.configuration().profile(),
                        Optional.of(why),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** The id of the registered client that an undecided request names, whether or not it is the one. */
    Optional<String> named(ArrivedRequest request, Kind kind) {
        return of(
                        request,
                        new Outcome(
                                kind,
                                simulation.configuration().profile(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                .client()
                .map(Client::id);
    }

    private List<Finding> examine(ArrivedRequest request, Outcome outcome) {
        return diagnosis.of(of(request, outcome));
    }

    private Case of(ArrivedRequest request, Outcome outcome) {
        return new Case(
                request,
                outcome,
                new Known(
                        simulation.time().now(),
                        simulation.clients().all(),
                        simulation.accessKeys().all().stream()
                                .map(AccessKey::id)
                                .toList(),
                        tokenPaths),
                new Lazy<>(() -> RequestSecrets.redactor(request, simulation.secrets())),
                json);
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
