package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.TokenFormat;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells whose a token is, as the older server does: the token comes in a JSON object. */
final class WhoAmIEndpoint implements Endpoint {
    private final Profile profile;
    private final Common common;
    private final RequestReader reader;

    WhoAmIEndpoint(Profile profile, Common common) {
        this.profile = profile;
        this.common = common;
        this.reader = new RequestReader(common.json());
    }

    @Override
    public Addressee addressee() {
        return Addressee.of(profile, Duty.WHO_AM_I);
    }

    @Override
    public Decision decide(ArrivedRequest arrived) {
        Trail trail = common.trail(profile, arrived);
        try {
            TokenRequest request = reader.read(arrived, Duty.WHO_AM_I, trail);
            trail.demand(QuestionRules.TOKEN, request);
            PresentedToken presented =
                    common.tokens().present(request.form().value("token").orElseThrow());
            AccessToken token = BearerRules.valid(ofThisProduct(presented), trail);
            return new Decision.Served(
                            common.answers().object(200, facts(token, arrived), List.of()),
                            "whose the token of " + token.clientId() + " is")
                    .to(token.clientId());
        } catch (Trail.Fallen fallen) {
            return Rejections.of(fallen.explanation(), arrived, trail, common.answers());
        }
    }

    /** A token that tells nothing is another product's, which this one cannot look up. */
    private PresentedToken ofThisProduct(PresentedToken presented) {
        return presented
                .token()
                .map(AccessToken::profile)
                .filter(name ->
                        common.tokens().profile(name).issuance().format().value() == TokenFormat.OPAQUE)
                .map(name -> presented.unreadable("an opaque token that profile " + name + " issued, not a JWT"))
                .orElse(presented);
    }

    private Map<String, Object> facts(AccessToken token, ArrivedRequest arrived) {
        Simulation simulation = common.simulation();
        String base = common.addresses().of(arrived);
        Tenant tenant = simulation.configuration().tenantOrFirst(Optional.of(token.tenantId()));
        Map<String, Object> facts = new LinkedHashMap<>();
        token.accessKeyId()
                .flatMap(simulation.accessKeys()::find)
                .map(key -> new UserFacts(key.user(), tenant))
                .ifPresentOrElse(
                        user -> {
                            facts.put("agent_id", user.agent());
                            facts.put("team_id", user.team());
                            facts.put("sub", "user:" + user.agent());
                        },
                        () -> facts.put("sub", token.clientId()));
        facts.put("bus_no", tenant.businessUnit());
        facts.put("iss", base);
        facts.put(
                "expires_in",
                Duration.between(simulation.time().now(), token.expiresAt()).toSeconds());
        facts.put("resource_server_base_uri", base + profile.apiPrefix().orElse("") + "/");
        if (isRenewable(token)) {
            facts.put("refresh_token_server_uri", base + profile.paths().get(0));
        }
        return facts;
    }

    /** A refresh token comes with that of a user for whom a client asked. */
    private static boolean isRenewable(AccessToken token) {
        return token.accessKeyId().filter(key -> !key.equals(token.clientId())).isPresent();
    }
}
