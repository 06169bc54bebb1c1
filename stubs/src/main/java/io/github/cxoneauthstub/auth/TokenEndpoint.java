package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.profile.Refusal;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Form;
import io.github.cxoneauthstub.auth.request.Header;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides token requests in one dialect (RFC 6749 sections 3.2 and 4.4). Read {@link #decide} from top to bottom. */
final class TokenEndpoint implements Endpoint {
    private final Profile profile;
    private final Supplier<List<String>> secrets;
    private final ClientAuthenticator authenticator;
    private final TokenIssuer issuer;
    private final Answers answers;
    private final Json json;

    TokenEndpoint(
            Profile profile,
            Supplier<List<String>> secrets,
            ClientAuthenticator authenticator,
            TokenIssuer issuer,
            Answers answers,
            Json json) {
        this.profile = profile;
        this.secrets = secrets;
        this.authenticator = authenticator;
        this.issuer = issuer;
        this.answers = answers;
        this.json = json;
    }

    @Override
    public Exchange.Kind kind() {
        return Exchange.Kind.TOKEN;
    }

    @Override
    public String profile() {
        return profile.name();
    }

    @Override
    public Decision decide(ArrivedRequest arrived) {
        Trail trail = new Trail(profile, () -> RequestSecrets.redactor(arrived, secrets.get()));
        try {
            TokenRequest request = read(arrived, trail);
            Client client = authenticator.authenticate(request, trail);
            Scopes scopes = grant(request, client, trail);
            AccessToken token = issuer.issue(client, scopes, profile);
            return new Decision.Issued(token, answers.issued(token), trail.note());
        } catch (Trail.Fallen fallen) {
            return rejected(fallen.explanation(), arrived, trail);
        }
    }

    private TokenRequest read(ArrivedRequest arrived, Trail trail) {
        trail.demand(RequestRules.POST, arrived);
        trail.demand(RequestRules.QUERY_WITHOUT_SECRET, arrived);
        trail.demand(RequestRules.FORM_BODY, new RequestRules.Arrival(arrived, json));
        // a dialect that does not demand the label ignores the body without it
        Form form = arrived.isForm() ? Form.parse(arrived.body()) : Form.EMPTY;
        trail.demand(RequestRules.FORM_ENCODING, form);
        trail.demand(RequestRules.PARAMETERS_ONCE, form);
        return new TokenRequest(arrived, form, json);
    }

    private Scopes grant(TokenRequest request, Client client, Trail trail) {
        trail.demand(GrantRules.GRANT_TYPE, request);
        String asked = request.grantType().orElse("");
        trail.demand(GrantRules.GRANT_SUPPORTED, new GrantRules.Asked(asked, profile.grants()));
        GrantType grantType = GrantType.of(asked).orElseThrow();
        trail.demand(GrantRules.GRANT_ENABLED, new GrantRules.AskedBy(grantType, client));
        Optional<String> scope = request.form().value("scope");
        if (scope.isEmpty()) {
            return client.scopes();
        }
        trail.demand(GrantRules.SCOPE_SYNTAX, scope.get());
        Scopes wanted = Scopes.parse(scope.get()).orElse(Scopes.NONE);
        trail.demand(GrantRules.SCOPE_GRANTED, new GrantRules.Wanted(wanted, client));
        return client.scopes().narrowedTo(wanted);
    }

    private Decision rejected(Explanation why, ArrivedRequest arrived, Trail trail) {
        Refusal refusal = profile.refusal(why.reason()).orElseThrow();
        Answer answer = answers.refused(refusal, headers(why.reason(), refusal, arrived));
        return new Decision.Rejected(why, profile, refusal, answer, Optional.empty(), trail.clientId());
    }

    /** RFC 9110 section 15.5.6 for Allow; RFC 6749 section 5.2 for the challenge after an Authorization header. */
    private List<Header> headers(Reason reason, Refusal refusal, ArrivedRequest arrived) {
        if (reason == Reason.METHOD_NOT_POST) {
            return List.of(new Header("Allow", "POST"));
        }
        boolean attempted = !arrived.values("Authorization").isEmpty();
        return refusal.status() == 401 && attempted
                ? List.of(new Header("WWW-Authenticate", "Basic realm=\"" + profile.realm() + "\""))
                : List.of();
    }
}
