package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.ClientStore;
import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.request.BasicCredentials.UserPass;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Presented credentials held against the registered clients. All comparisons are made at once and take the same time
 * for an unknown client as for a known one.
 */
final class ClientAttempt {
    private static final Client NOBODY = Client.of("nobody", "no secret is compared with this one in earnest");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final PresentedCredentials presented;
    private final List<Client> registered;
    private final Optional<Client> client;
    private final boolean decodedMatches;
    private final boolean asSentMatches;
    private final Instant now;
    private final BusinessUnits units;

    /** @param units what may stand in the place of a client's secret */
    ClientAttempt(PresentedCredentials presented, ClientStore clients, Instant now, BusinessUnits units) {
        this.presented = presented;
        this.registered = clients.all();
        this.client = presented
                .formDecoded()
                .flatMap(reading -> clients.find(reading.userId()))
                .or(() -> clients.find(presented.asSent().userId()));
        boolean decoded = matches(presented.formDecoded().orElse(presented.asSent()));
        this.decodedMatches = decoded && presented.formDecoded().isPresent();
        this.asSentMatches = matches(presented.asSent());
        this.now = now;
        this.units = units;
    }

    private boolean matches(UserPass reading) {
        Client expected = client.orElse(NOBODY);
        boolean secret = expected.hasSecret(reading.password());
        return secret && expected.id().equals(reading.userId()) && client.isPresent();
    }

    PresentedCredentials presented() {
        return presented;
    }

    /** The client of that id; asked only once {@link ClientRules#CLIENT_REGISTERED} is met. */
    Client client() {
        return client.orElse(NOBODY);
    }

    boolean isKnown() {
        return client.isPresent();
    }

    List<String> registeredIds() {
        return registered.stream().map(Client::id).toList();
    }

    boolean secretMatches() {
        return secretMatchesItself() || businessUnit().isPresent();
    }

    /** Whether it is the secret, and not what may stand in its place. */
    boolean secretMatchesItself() {
        return decodedMatches || asSentMatches;
    }

    /** The number that came in the place of the secret and will do for it. */
    Optional<Long> businessUnit() {
        return secretMatchesItself()
                ? Optional.empty()
                : client.flatMap(
                        known -> units.standingIn(known, presented.asSent().password()));
    }

    /** What a secret that does not match is instead, as the object of a sentence. */
    String insteadOfSecret(Redactor show) {
        String sent = presented.asSent().password();
        if (units.named(sent).isPresent()) {
            return units.forUser()
                    ? "the number of a business unit of another tenant"
                    : "the number of a business unit, which is for the grants of users; client_credentials takes the"
                            + " application's secret";
        }
        return isForUnit()
                ? "a number that is no business unit here; there are ["
                        + show.listed(
                                units.numbers().stream().map(String::valueOf).toList(), ", ") + "]"
                : "a secret that is not the registered one";
    }

    /** Whether it is a number where that of a business unit would do. */
    boolean isForUnit() {
        return units.forUser() && NUMBER.matcher(presented.asSent().password()).matches();
    }

    boolean isUnitOfNoUser() {
        return !units.forUser() && units.named(presented.asSent().password()).isPresent();
    }

    /**
     * Whether id and secret came as RFC 6749 section 2.3.1 wants them in Basic; a wrong secret is not held against it.
     */
    boolean isFormEncoded() {
        return decodedMatches || !asSentMatches;
    }

    boolean cameByRegisteredMethod() {
        return client().authMethod().takes(presented.way());
    }

    boolean secretIsCurrent() {
        return client().secretExpires().map(now::isBefore).orElse(true);
    }

    /** The way that its credentials came, as the end of a sentence. */
    String presentedHow() {
        return switch (presented.way()) {
            case BODY -> "in the body";
            case NONE -> "by its id alone";
            default -> "by Basic";
        };
    }

    /** How it authenticated, for the tester. */
    String describe() {
        if (businessUnit().isPresent()) {
            return "by Basic, with the business unit";
        }
        if (presented.way() != AuthMethod.BASIC) {
            return presentedHow();
        }
        boolean noDifference =
                presented.formDecoded().filter(presented.asSent()::equals).isPresent();
        return noDifference ? "by Basic" : decodedMatches ? "by Basic, form-encoded" : "by Basic, not form-encoded";
    }
}
