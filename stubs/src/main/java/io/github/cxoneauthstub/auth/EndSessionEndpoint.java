package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Header;
import java.util.List;
import java.util.Optional;

/**
 * Ends a session (OpenID Connect RP-Initiated Logout 1.0 section 2). There is no login page and so no session: it sends
 * back whoever names a registered address, and changes nothing.
 */
final class EndSessionEndpoint implements Endpoint {
    private final Profile profile;
    private final Common common;

    EndSessionEndpoint(Profile profile, Common common) {
        this.profile = profile;
        this.common = common;
    }

    @Override
    public Addressee addressee() {
        return Addressee.of(profile, Duty.END_SESSION);
    }

    @Override
    public Decision decide(ArrivedRequest arrived) {
        if (!DocumentEndpoint.reads(arrived)) {
            return DocumentEndpoint.otherMethod("logout", common.answers());
        }
        Optional<String> back = arrived.queryParameters()
                .value("post_logout_redirect_uri")
                .filter(uri -> common.simulation().clients().all().stream()
                        .anyMatch(client -> client.redirectUris().contains(uri)));
        return back.map(uri -> new Decision.Served(
                        common.answers().bare(302, List.of(new Header("Location", uri))), "logout, sent back"))
                .orElseGet(() -> new Decision.Served(common.answers().bare(204, List.of()), "logout"));
    }
}
