package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.profile.Refusal;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Form;
import io.github.cxoneauthstub.auth.request.Header;
import io.github.cxoneauthstub.auth.token.AuthorizationCode;
import io.github.cxoneauthstub.auth.token.Fingerprint;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gives authorization codes (RFC 6749 section 4.1.1). There is no login page: whoever comes is logged in as the user of
 * the first active access key of the client's tenant, and is sent back at once.
 */
final class AuthorizeEndpoint implements Endpoint {
    /** RFC 6749 section 4.1.2 allows ten minutes at most. */
    static final Duration CODE_LIFETIME = Duration.ofSeconds(60);

    private final Profile profile;
    private final Common common;

    AuthorizeEndpoint(Profile profile, Common common) {
        this.profile = profile;
        this.common = common;
    }

    @Override
    public Addressee addressee() {
        return Addressee.of(profile, Duty.AUTHORIZE);
    }

    @Override
    public Decision decide(ArrivedRequest arrived) {
        if (!DocumentEndpoint.reads(arrived) && !DocumentEndpoint.isPostedForm(arrived)) {
            return DocumentEndpoint.otherMethod("authorization endpoint", DocumentEndpoint.OR_FORM, common.answers());
        }
        // OpenID Connect Core 1.0 section 3.1.2.1: by GET, or as a form by POST
        Form query = DocumentEndpoint.parameters(arrived);
        Trail trail = common.trail(profile, arrived);
        AuthorizeRules.Asked asked;
        try {
            trail.demand(RequestRules.QUERY_WITHOUT_SECRET, new RequestRules.Coming(arrived, true));
            trail.demand(RequestRules.FORM_ENCODING, query);
            trail.demand(RequestRules.PARAMETERS_ONCE, query);
            asked = known(query, trail);
        } catch (Trail.Fallen fallen) {
            return Rejections.of(fallen.explanation(), arrived, trail, common.answers());
        }
        String redirectUri = asked.redirectUri().orElseThrow();
        try {
            AccessKey user = user(asked, trail);
            return new Decision.Served(
                            redirect(redirectUri, query, Map.of("code", code(asked, user, redirectUri))),
                            "a code for " + user.user() + ", sent back to "
                                    + asked.client().id())
                    .to(asked.client().id());
        } catch (Trail.Fallen fallen) {
            return sentBack(fallen.explanation(), redirectUri, query, trail);
        }
    }

    /** What is wrong with these is told to nobody but who asks: no address is known that it may be sent to. */
    private AuthorizeRules.Asked known(Form query, Trail trail) {
        ClientAttempt attempt = new ClientAttempt(
                PresentedCredentials.byName(query.value("client_id").orElse("")),
                common.simulation().clients(),
                common.simulation().time().now(),
                BusinessUnits.NONE);
        trail.demand(ClientRules.CLIENT_REGISTERED, attempt);
        trail.comesFrom(attempt.client());
        trail.demand(ClientRules.CLIENT_ENABLED, attempt);
        AuthorizeRules.Asked asked = new AuthorizeRules.Asked(query, attempt.client());
        trail.demand(AuthorizeRules.REDIRECT_URI, asked);
        return asked;
    }

    private AccessKey user(AuthorizeRules.Asked asked, Trail trail) {
        Client client = asked.client();
        trail.demand(GrantRules.GRANT_ENABLED, new GrantRules.AskedBy(GrantType.AUTHORIZATION_CODE, client));
        trail.demand(AuthorizeRules.RESPONSE_TYPE, asked.query());
        trail.demand(AuthorizeRules.CHALLENGE, asked);
        Optional<AccessKey> user = common.simulation().accessKeys().all().stream()
                .filter(AccessKey::active)
                .filter(key -> isOfTenant(key, client.tenantId()))
                .filter(key -> isOfTenant(key, asked.query().value("tenantId")))
                .findFirst();
        trail.demand(
                AuthorizeRules.USER,
                new AuthorizeRules.Users(
                        user,
                        asked.query().value("tenantId"),
                        TenantIds.of(common.simulation().configuration())));
        return user.orElseThrow();
    }

    private boolean isOfTenant(AccessKey key, Optional<String> tenantId) {
        String own = common.simulation()
                .configuration()
                .tenantOrFirst(key.tenantId())
                .tenantId();
        return tenantId.isEmpty() || tenantId.get().equals(own);
    }

    private String code(AuthorizeRules.Asked asked, AccessKey user, String redirectUri) {
        String code = common.simulation().ledger().nextSecret();
        AuthorizationCode meaning = new AuthorizationCode(
                asked.client().id(),
                user.id(),
                redirectUri,
                asked.challenge(),
                asked.query().value("nonce"),
                common.simulation().time().now().plus(CODE_LIFETIME));
        common.simulation().codes().add(Fingerprint.of(code), meaning, Optional.empty());
        return code;
    }

    private Decision sentBack(Explanation why, String redirectUri, Form query, Trail trail) {
        Reason reason = why.reason();
        Refusal refusal = profile.refusal(reason).orElseThrow();
        Answer answer = redirect(redirectUri, query, Map.of("error", refusal.error()));
        return new Decision.Rejected(why, profile, refusal, answer, Optional.empty(), trail.clientId());
    }

    /** RFC 6749 sections 4.1.2 and 4.1.2.1: with the state, if there was one. */
    private Answer redirect(String redirectUri, Form query, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        query.value("state").ifPresent(state -> all.put("state", state));
        String added = all.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        String location = redirectUri + (redirectUri.indexOf('?') < 0 ? "?" : "&") + added;
        return common.answers()
                .bare(302, List.of(new Header("Location", location), new Header("Cache-Control", "no-store")));
    }
}
