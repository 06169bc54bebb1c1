package io.github.cxoneauthstub.auth.profile;

import java.util.List;

/**
 * The dialects that are built in.
 *
 * @since 0.1.0
 */
public final class Profiles {
    /**
     * {@code POST /oauth/token} of the forum: client_credentials, Basic or body, 24 h. A body that is not a form and a
     * scope that is not granted get 401. The default.
     */
    public static final Profile OAUTH_TOKEN = OauthToken.profile();

    /**
     * {@code POST /oauth2/token} of the forum: client_credentials, Basic only, 24 h. Bad credentials get 401 "Bad
     * client credentials"; a body that is not labelled as a form is ignored; a scope that is not granted gets 400.
     */
    public static final Profile OAUTH2_TOKEN = Oauth2Token.differingFrom(OAUTH_TOKEN);

    /**
     * {@code POST /api/v2/oauth/token} of the forum: client_credentials, id and secret in the form only, 24 h. Any
     * Authorization header and a grant that is not enabled get 401. A token is issued without the scopes that are not
     * granted, and then a resource that requires one refuses it with 401.
     */
    public static final Profile API_V2 = ApiV2.differingFrom(OAUTH2_TOKEN);

    /**
     * The referee: strict and textbook RFC 6749, 6750 and 7617, 1 h. It has no path of its own until one is given with
     * {@link Profile#withPaths}. Basic halves are taken form-encoded only.
     */
    public static final Profile RFC6749 = Rfc6749.profile();

    private static final List<Profile> ALL = List.of(OAUTH_TOKEN, OAUTH2_TOKEN, API_V2, RFC6749);

    private Profiles() {}

    /** All of them, the default first. */
    public static List<Profile> all() {
        return ALL;
    }

    /**
     * The built-in dialect of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names there are
     */
    public static Profile named(String name) {
        return ALL.stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + name + "' is not the name of a profile: use one of " + ALL));
    }
}
