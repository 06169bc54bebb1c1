package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.profile.Refusal;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Authorization;
import io.github.cxoneauthstub.auth.request.Header;
import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.auth.token.KeyRing;
import io.github.cxoneauthstub.auth.token.TokenLedger;
import io.github.cxoneauthstub.auth.token.TokenLedger.Standing;
import io.github.cxoneauthstub.auth.token.TokenSigner.Reading;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Stands before one resource and lets through who has a token for it (RFC 6750). A refused token is answered in the
 * dialect that issued it; without a token that is known, in the default dialect.
 */
final class ResourceGuard implements Endpoint {
    private final Resource resource;
    private final Tokens tokens;
    private final Profile fallback;
    private final Supplier<List<String>> secrets;
    private final Answers answers;

    /** How presented tokens are read and looked up. */
    record Tokens(
            KeyRing keys, String issuer, TokenLedger ledger, VirtualTime time, Function<String, Profile> profiles) {
        PresentedToken present(String value) {
            Reading reading = keys.read(value);
            Standing standing = reading instanceof Reading.Genuine genuine
                    ? ledger.standing(genuine.id())
                    : new Standing.OfEarlierSimulation();
            boolean issuedHere = reading instanceof Reading.Genuine genuine
                    && genuine.issuer().equals(issuer);
            return new PresentedToken(reading, standing, issuedHere, time.now());
        }
    }

    ResourceGuard(Resource resource, Tokens tokens, Profile fallback, Supplier<List<String>> secrets, Answers answers) {
        this.resource = resource;
        this.tokens = tokens;
        this.fallback = fallback;
        this.secrets = secrets;
        this.answers = answers;
    }

    @Override
    public Exchange.Kind kind() {
        return Exchange.Kind.RESOURCE;
    }

    @Override
    public String profile() {
        return fallback.name();
    }

    @Override
    public boolean isBeforeStubs() {
        return resource.answer().isEmpty();
    }

    @Override
    public Decision decide(ArrivedRequest arrived) {
        Trail trail = new Trail(fallback, () -> RequestSecrets.redactor(arrived, secrets.get()));
        Optional<AccessToken> known = Optional.empty();
        try {
            PresentedToken presented = tokens.present(bearer(arrived, trail));
            known = presented.token();
            known.map(AccessToken::profile).map(tokens.profiles()).ifPresent(trail::follow);
            AccessToken token = valid(presented, trail);
            trail.demand(BearerRules.SCOPE, new BearerRules.Opening(token, resource.scope()));
            return new Decision.Admitted(token, served());
        } catch (Trail.Fallen fallen) {
            return rejected(fallen.explanation(), trail.profile(), known);
        }
    }

    private static String bearer(ArrivedRequest arrived, Trail trail) {
        List<String> headers = arrived.values("Authorization");
        trail.demand(BearerRules.ONCE, headers);
        trail.demand(BearerRules.PRESENT, arrived);
        Authorization header = Authorization.parse(headers.get(0));
        trail.demand(BearerRules.SCHEME, header);
        trail.demand(BearerRules.SINGLE, header);
        return header.credentials();
    }

    private static AccessToken valid(PresentedToken presented, Trail trail) {
        trail.demand(BearerRules.SYNTAX, presented);
        trail.demand(BearerRules.ALGORITHM, presented);
        trail.demand(BearerRules.KEY, presented);
        trail.demand(BearerRules.SIGNATURE, presented);
        trail.demand(BearerRules.ISSUER, presented);
        trail.demand(BearerRules.OF_THIS_TEST, presented);
        trail.demand(BearerRules.NOT_REVOKED, presented);
        trail.demand(BearerRules.NOT_EXPIRED, presented);
        return presented.token().orElseThrow();
    }

    private Answer served() {
        return resource.answer().map(this::served).orElseGet(() -> new Answer(200, List.of(), ""));
    }

    private Answer served(Resource.Served served) {
        return served.hasBody()
                ? answers.text(served.status(), served.json(), List.of())
                : answers.dated(new Answer(served.status(), List.of(), ""));
    }

    private Decision rejected(Explanation why, Profile dialect, Optional<AccessToken> known) {
        Refusal refusal = dialect.refusal(why.reason()).orElseThrow();
        Header challenge = new Header("WWW-Authenticate", challenge(why.reason(), dialect, refusal));
        Answer answer = answers.refused(refusal, List.of(challenge));
        return new Decision.Rejected(why, dialect, refusal, answer, known, Optional.empty());
    }

    /** RFC 6750 section 3. */
    private String challenge(Reason reason, Profile dialect, Refusal refusal) {
        StringBuilder challenge = new StringBuilder("Bearer realm=\"" + dialect.realm() + "\"");
        if (!refusal.error().isEmpty()) {
            challenge.append(", error=\"").append(refusal.error()).append('"');
        }
        if (!refusal.description().isEmpty()) {
            challenge
                    .append(", error_description=\"")
                    .append(refusal.description())
                    .append('"');
        }
        if (reason == Reason.SCOPE_INSUFFICIENT) {
            resource.scope()
                    .ifPresent(scope ->
                            challenge.append(", scope=\"").append(scope).append('"'));
        }
        return challenge.toString();
    }
}
