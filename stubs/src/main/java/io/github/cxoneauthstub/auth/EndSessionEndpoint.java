package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Form;
import io.github.cxoneauthstub.auth.request.Header;
import java.net.URLEncoder;
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
        if (!DocumentEndpoint.reads(arrived) && !DocumentEndpoint.isPostedForm(arrived)) {
            return DocumentEndpoint.otherMethod("logout", DocumentEndpoint.OR_FORM, common.answers());
        }
        Form parameters = DocumentEndpoint.parameters(arrived);
        Optional<String> asked = parameters.value("post_logout_redirect_uri");
        return asked.filter(this::isRegistered)
                .map(uri -> new Decision.Served(
                        common.answers().bare(302, List.of(new Header("Location", withState(uri, parameters)))),
                        "logout, sent back"))
                .orElseGet(() -> new Decision.Served(
                        common.answers().bare(204, List.of()),
                        asked.isPresent()
                                ? "logout, not sent back: post_logout_redirect_uri is no client's redirect URI"
                                : "logout"));
    }

    private boolean isRegistered(String uri) {
        return common.simulation().clients().all().stream()
                .anyMatch(client -> client.redirectUris().contains(uri));
    }

    /** Section 3: with the state, if there was one. */
    private static String withState(String uri, Form parameters) {
        return parameters
                .value("state")
                .map(state -> uri + (uri.indexOf('?') < 0 ? "?" : "&") + "state=" + URLEncoder.encode(state, UTF_8))
                .orElse(uri);
    }
}
