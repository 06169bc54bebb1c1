package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Refusal;
import java.util.Optional;
import java.util.function.Supplier;

/** The rules asked of one request so far, in one dialect. One thread, one request. */
final class Trail {
    private final Supplier<Redactor> redactor;
    private Profile profile;
    private Optional<Client> client = Optional.empty();
    private Optional<Long> businessUnit = Optional.empty();
    private String note = "";
    private String askedAs = "";

    /** @param redactor made only when a rule falls, because most requests need none */
    Trail(Profile profile, Supplier<Redactor> redactor) {
        this.profile = profile;
        this.redactor = redactor;
    }

    /**
     * Goes on if {@code subject} meets {@code rule} or the dialect does not ask for it; otherwise ends the decision.
     */
    <T> void demand(Rule<T> rule, T subject) {
        Optional<Refusal> refusal = profile.refusal(rule.reason());
        if (refusal.isPresent() && !rule.isMetBy(subject)) {
            throw new Fallen(new Explanation(
                    rule.reason(),
                    rule.demand(),
                    rule.seenIn(subject, redactor.get()),
                    rule.adviceFor(subject),
                    profile.evidence(rule.reason())));
        }
    }

    /** From here on another dialect answers: the one that issued the token presented. */
    void follow(Profile issuing) {
        this.profile = issuing;
    }

    /** Notes as whom the client asks, registered or not. */
    void asksAs(String id) {
        this.askedAs = id;
    }

    /** The id as which the client asks, as it may be shown: in its place may stand a secret, and answers are logged. */
    String askedAs() {
        return redactor.get().shown(askedAs);
    }

    /** From here on it is known which registered client it is. */
    void comesFrom(Client known) {
        this.client = Optional.of(known);
    }

    /** From here on it is known which business unit's number stands for the client's secret. */
    void comesFromUnit(long number) {
        this.businessUnit = Optional.of(number);
    }

    /** Adds what a tester may want to know although nothing was refused. */
    void note(String sentence) {
        this.note = sentence;
    }

    Profile profile() {
        return profile;
    }

    Optional<String> clientId() {
        return client.map(Client::id);
    }

    /** The number of the business unit that stands for the client's secret, if one does. */
    Optional<Long> businessUnit() {
        return businessUnit;
    }

    String note() {
        return note;
    }

    /** Carries a refusal from {@link #demand} to the endpoint's {@code decide}, the one place that catches it. */
    static final class Fallen extends RuntimeException {
        private final transient Explanation explanation;

        Fallen(Explanation explanation) {
            super(explanation.rule(), null, false, false);
            this.explanation = explanation;
        }

        Explanation explanation() {
            return explanation;
        }
    }
}
