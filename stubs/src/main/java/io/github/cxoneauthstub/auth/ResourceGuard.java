package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Refusal;
import io.github.cxoneauthstub.auth.profile.ResourceStyle;
import io.github.cxoneauthstub.auth.profile.Trait;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Authorization;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stands before one resource and lets through who has a token for it (RFC 6750). A refused token is answered in the
 * dialect that issued it; without a token that is known, in the default dialect. A resource with a style of its own
 * answers in that, in the words of a dialect that has it.
 */
final class ResourceGuard implements Endpoint {
    private final Resource resource;
    private final Optional<String> tenantId;
    private final Profile fallback;
    private final Common common;

    /**
     * @param tenantId the tenant at whose address the resource is asked for; empty for an address of all
     * @param fallback the dialect of those who have no token
     */
    ResourceGuard(Resource resource, Optional<String> tenantId, Profile fallback, Common common) {
        this.resource = resource;
        this.tenantId = tenantId;
        this.fallback = fallback;
        this.common = common;
    }

    @Override
    public Addressee addressee() {
        return Addressee.of(Kind.RESOURCE, fallback);
    }

    @Override
    public boolean isBeforeStubs() {
        return resource.answer().isEmpty();
    }

    @Override
    public Decision decide(ArrivedRequest arrived) {
        Trail trail = common.trail(fallback, arrived);
        Optional<AccessToken> known = Optional.empty();
        try {
            PresentedToken presented = common.tokens().present(bearer(arrived, trail));
            known = presented.token();
            known.map(AccessToken::profile).map(common.tokens()::profile).ifPresent(trail::follow);
            AccessToken token = BearerRules.valid(presented, trail);
            trail.demand(BearerRules.TENANT, new BearerRules.AtTenant(token, tenantId));
            trail.demand(BearerRules.SCOPE, new BearerRules.Opening(token, required(token, trail.profile())));
            return new Decision.Admitted(token, served(token, trail.profile(), arrived));
        } catch (Trail.Fallen fallen) {
            return rejected(fallen.explanation(), trail.profile(), known);
        }
    }

    @Override
    public Optional<Told> disrupted(Mishap.Outage outage, Optional<AccessToken> token) {
        Profile dialect =
                token.map(AccessToken::profile).map(common.tokens()::profile).orElse(fallback);
        return ResourceAnswers.in(resource.style().orElse(style(dialect)), common)
                .disrupted(outage, token);
    }

    /** Returns what follows the word Bearer, or ends the decision. */
    static String bearer(ArrivedRequest arrived, Trail trail) {
        List<String> headers = arrived.values("Authorization");
        trail.demand(BearerRules.ONCE, headers);
        trail.demand(BearerRules.PRESENT, arrived);
        Authorization header = Authorization.parse(headers.get(0));
        trail.demand(BearerRules.SCHEME, header);
        trail.demand(BearerRules.SINGLE, header);
        return header.credentials();
    }

    /** In whose words is answered: those of the dialect unless the resource has a style that the dialect has not. */
    private Profile speaking(Profile dialect) {
        return resource.style()
                .filter(style -> style != style(dialect))
                .flatMap(style -> Stream.concat(
                                Stream.of(fallback), common.simulation().configuration().mounted().stream())
                        .filter(other -> style(other) == style)
                        .findFirst())
                .orElse(dialect);
    }

    private Optional<String> required(AccessToken token, Profile dialect) {
        return dialect.has(Trait.SCOPES_OF_CENTRAL)
                ? resource.scope().map(scope -> CentralScopes.spelt(scope, token.scopes()))
                : resource.scope();
    }

    private static ResourceStyle style(Profile dialect) {
        return dialect.resourceStyle().value();
    }

    private Answer served(AccessToken token, Profile dialect, ArrivedRequest arrived) {
        ResourceStyle style = resource.style().orElse(style(dialect));
        return resource.answer()
                .map(answer -> ResourceAnswers.in(style, common).served(answer, token, arrived))
                .orElseGet(() -> new Answer(200, List.of(), ""));
    }

    private Decision rejected(Explanation why, Profile dialect, Optional<AccessToken> known) {
        Profile speaker = speaking(dialect);
        Refusal refusal = speaker.refusal(why.reason())
                .or(() -> dialect.refusal(why.reason()))
                .orElseThrow();
        Answer answer = ResourceAnswers.in(resource.style().orElse(style(dialect)), common)
                .refused(new ResourceAnswers.Refused(why.reason(), refusal, speaker, resource.scope(), known));
        return new Decision.Rejected(why, dialect, refusal, answer, known, Optional.empty());
    }
}
