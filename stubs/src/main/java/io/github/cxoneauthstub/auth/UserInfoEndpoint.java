package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Refusal;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells of the user of an access token (OpenID Connect Core 1.0 section 5.3). What CXone tells is not public. */
final class UserInfoEndpoint implements Endpoint {
    private final Profile profile;
    private final Common common;

    UserInfoEndpoint(Profile profile, Common common) {
        this.profile = profile;
        this.common = common;
    }

    @Override
    public Addressee addressee() {
        return Addressee.of(profile, Duty.USER_INFO);
    }

    @Override
    public Decision decide(ArrivedRequest arrived) {
        Trail trail = common.trail(profile, arrived);
        Optional<AccessToken> known = Optional.empty();
        try {
            PresentedToken presented = common.tokens().present(ResourceGuard.bearer(arrived, trail));
            known = presented.token();
            AccessToken token = BearerRules.valid(presented, trail);
            return new Decision.Admitted(token, common.answers().object(200, facts(token), List.of()));
        } catch (Trail.Fallen fallen) {
            return rejected(fallen.explanation(), known);
        }
    }

    private Decision rejected(Explanation why, Optional<AccessToken> known) {
        Refusal refusal = profile.refusal(why.reason()).orElseThrow();
        Answer answer = new Rfc6750Answers(common)
                .refused(new ResourceAnswers.Refused(
                        why.reason(), refusal, profile, Optional.empty(), Optional.empty()));
        return new Decision.Rejected(why, profile, refusal, answer, known, Optional.empty());
    }

    private Map<String, Object> facts(AccessToken token) {
        Simulation simulation = common.simulation();
        Tenant tenant = simulation.configuration().tenantOrFirst(Optional.of(token.tenantId()));
        Map<String, Object> facts = new LinkedHashMap<>();
        Optional<UserFacts> user = token.accessKeyId()
                .flatMap(simulation.accessKeys()::find)
                .map(key -> new UserFacts(key.user(), tenant));
        facts.put("sub", user.map(each -> "user:" + each.uuid()).orElse(token.clientId()));
        user.ifPresent(each -> {
            facts.put("name", each.name());
            facts.put("given_name", each.givenName());
            facts.put("family_name", each.familyName());
            facts.put("userId", each.uuid());
        });
        facts.put("tenantId", tenant.tenantId());
        facts.put("icBUId", tenant.businessUnit());
        return facts;
    }
}
