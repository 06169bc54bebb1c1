package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.profile.Refusal;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells of the user of an access token (OpenID Connect Core 1.0 section 5.3). What CXone tells is not public. */
final class UserInfoEndpoint implements Endpoint {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
    private static final Set<Reason> WITHOUT_TOKEN = Set.of(Reason.BEARER_MISSING, Reason.BEARER_SCHEME_WRONG);

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
        if (!METHODS.contains(arrived.method())) {
            return DocumentEndpoint.otherMethod("user info", DocumentEndpoint.OR_FORM, common.answers());
        }
        Trail trail = common.trail(profile, arrived);
        Optional<AccessToken> known = Optional.empty();
        try {
            PresentedToken presented = common.tokens().present(ResourceGuard.bearer(arrived, trail));
            known = presented.token();
            AccessToken token = BearerRules.valid(presented, trail);
            return new Decision.Admitted(token, common.answers().issued(facts(token)));
        } catch (Trail.Fallen fallen) {
            return rejected(fallen.explanation(), known);
        }
    }

    private Decision rejected(Explanation why, Optional<AccessToken> known) {
        Refusal refusal = withError(why.reason(), profile.refusal(why.reason()).orElseThrow());
        Answer answer = new Rfc6750Answers(common)
                .refused(new ResourceAnswers.Refused(
                        why.reason(), refusal, profile, Optional.empty(), Optional.empty()));
        return new Decision.Rejected(why, profile, refusal, answer, known, Optional.empty());
    }

    /** OpenID Connect Core 1.0 section 5.3.3 wants the errors of RFC 6750 section 3.1, for who brought a token. */
    private static Refusal withError(Reason reason, Refusal refusal) {
        return refusal.status() == 401 && refusal.error().isEmpty() && !WITHOUT_TOKEN.contains(reason)
                ? Refusal.of(401, "invalid_token")
                : refusal;
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
