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
            profile.furtherPaths().forEach((duty, path) -> {
                if (Addressee.of(profile, duty).kind() == Kind.TOKEN) {
                    tokenPaths.put(path, profile);
                }
            });
        }
    }

    /** What a request shows that an endpoint decided, and the command that sends it again if it was refused. */
    Consumer<ExchangeBuilder> examination(ArrivedRequest request, Addressee asked, Decision decision) {
        return decision instanceof Decision.Served ? exchange -> {} : examination(request, outcome(asked, decision));
    }

    /** The same of a request that nothing answered. */
    Consumer<ExchangeBuilder> examinationOfUnanswered(ArrivedRequest request, Explanation why) {
        return examination(request, new Outcome(nobody(), Optional.of(why), Optional.empty(), Optional.empty()));
    }

    /** What a request shows that a stub of the test answered: a secret in its URL, and nothing without a query. */
    Consumer<ExchangeBuilder> examinationOfPassage(ArrivedRequest request) {
        return request.query().isEmpty() ? exchange -> {} : examination(request, undecided(nobody()));
    }

    /** The id of the registered client that an undecided request names, whether or not it is the one. */
    Optional<String> named(ArrivedRequest request, Addressee asked) {
        return of(request, undecided(asked)).client().map(Client::id);
    }

    private static Outcome undecided(Addressee asked) {
        return new Outcome(asked, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Addressee nobody() {
        return Addressee.of(Kind.OTHER, simulation.configuration().profile());
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

    private Outcome outcome(Addressee asked, Decision decision) {
        if (decision instanceof Decision.Rejected rejected) {
            return new Outcome(
                    answering(asked, rejected.profile()),
                    Optional.of(rejected.why()),
                    rejected.clientId(),
                    rejected.token());
        }
        if (decision instanceof Decision.Refused refused) {
            return new Outcome(asked, Optional.of(refused.why()), Optional.empty(), Optional.empty());
        }
        if (decision instanceof Decision.Issued issued) {
            return accepted(asked, issued.token());
        }
        return decision instanceof Decision.Admitted admitted
                ? accepted(
                        answering(
                                asked,
                                simulation
                                        .configuration()
                                        .mountedAs(admitted.token().profile())),
                        admitted.token())
                : undecided(asked);
    }

    /** A resource answers in the dialect of the token. */
    private static Addressee answering(Addressee asked, Profile dialect) {
        return new Addressee(asked.kind(), dialect, asked.duty());
    }

    private static Outcome accepted(Addressee asked, AccessToken token) {
        return new Outcome(asked, Optional.empty(), Optional.of(token.clientId()), Optional.of(token));
    }
}
