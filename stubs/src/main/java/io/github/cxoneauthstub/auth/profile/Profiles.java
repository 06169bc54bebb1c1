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
     * {@code POST /auth/token} of NICE's documents: an access key by the password grant with the client's own
     * credentials, a code with PKCE, or a refresh token; 1 h, refresh tokens 2 h. client_credentials is refused unless
     * the rule {@code access-key-demanded} is switched off.
     */
    public static final Profile GLOBAL = Global.profile();

    /**
     * {@code POST /authentication/v1/token/access-key} of NICE's documents: an access key alone, in JSON; 1 h.
     * {@code POST /public/user/refresh} renews the token and answers under other names.
     */
    public static final Profile ACCESS_KEY = AccessKeyToken.differingFrom(GLOBAL);

    /**
     * {@code POST /public/authentication/v1/token} of NICE's browser SDK: a token for another one, in JSON, with
     * {@code Basic base64(clientId@cxone)} and no secret; {@code /public/authentication/v1/refresh} renews it.
     */
    public static final Profile REGIONAL = Regional.differingFrom(ACCESS_KEY);

    /**
     * {@code POST /InContactAuthorizationServer/Token}, the older server: {@code app@vendor} by Basic, JSON or a form,
     * the grants password and client_credentials; 1 h. The path's case does not matter.
     */
    public static final Profile CENTRAL = Central.profile();

    /**
     * {@code POST /login/oauth/token}, Genesys Cloud behind its SDK's gateway: Basic only, opaque tokens, 400 for bad
     * credentials; 86399 s. Resources are also served under {@code /api}.
     */
    public static final Profile GENESYS = Genesys.profile();

    /**
     * The referee: strict and textbook RFC 6749, 6750 and 7617, 1 h. It has no path of its own until one is given with
     * {@link Profile#withPaths}. Basic halves are taken form-encoded only.
     */
    public static final Profile RFC6749 = Rfc6749.profile();

    private static final List<Profile> ALL =
            List.of(OAUTH_TOKEN, OAUTH2_TOKEN, API_V2, GLOBAL, ACCESS_KEY, REGIONAL, CENTRAL, GENESYS, RFC6749);

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
