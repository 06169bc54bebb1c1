package io.github.cxoneauthstub.diagnosis;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The token paths that people type who mean another endpoint than those of this server, and whose they are. */
final class OtherPaths {
    private static final String ACCESS_KEY = ", which takes an access key";
    private static final String FORUM = " of forum threads, in no document of the vendor";

    /** Every word of them is known, so that nothing else can be told by them. */
    private static final Pattern GENESYS_HOST = Pattern.compile("(?:(?:login|api|apps)\\.)?"
            + "(?:mypurecloud\\.(?:com|ie|de|jp|com\\.au)|[a-z]{3,4}\\d\\.pure\\.cloud|use2\\.us-gov-pure\\.cloud)"
            + "(?::\\d{1,5})?");

    /** In lower case: the older of these are written in either. */
    private static final Map<String, String> PATHS = new LinkedHashMap<>();

    static {
        PATHS.put(
                "/auth/token",
                "the global endpoint of the vendor's documents" + ACCESS_KEY
                        + " with grant_type=password besides the client's own credentials");
        PATHS.put("/authentication/v1/token/access-key", "the vendor's endpoint for access keys in JSON");
        PATHS.put("/public/user/refresh", "the vendor's endpoint that renews what an access key gave");
        PATHS.put("/public/authentication/v1/token", "the vendor's regional endpoint, which exchanges tokens in JSON");
        PATHS.put("/public/authentication/v1/refresh", "the vendor's regional endpoint, which renews tokens in JSON");
        PATHS.put("/incontactauthorizationserver/token", "the vendor's older endpoint, for names like app@vendor");
        PATHS.put(
                "/incontactauthorizationserver/token/access-key",
                "the vendor's older endpoint" + ACCESS_KEY + " in JSON");
        PATHS.put("/incontactauthorizationserver/token/whoami", "the vendor's older endpoint that describes a token");
        PATHS.put("/incontactauthorizationserver/authenticate", "the vendor's older page where a user logs in");
        PATHS.put("/login/oauth/token", "Genesys Cloud's, behind the gateway that its SDKs can be set to");
        PATHS.put("/oauth/token", "the path of profile OAUTH_TOKEN, and Genesys Cloud's on its login hosts");
        PATHS.put("/oauth2/token", "the path of profile OAUTH2_TOKEN");
        PATHS.put("/api/v2/oauth/token", "the path of profile API_V2");
        PATHS.put("/identity/oauth2/token", "a path" + FORUM);
        PATHS.put("/oauth2/v1/token", "a path" + FORUM);
        PATHS.put("/v2/oauth/token", "a path" + FORUM);
        PATHS.put("/auth/oauth/token", "a path" + FORUM);
        PATHS.put("/auth/v3", "a path" + FORUM);
        PATHS.put("/api/auth/v1/token", "a path" + FORUM);
        PATHS.put("/api/v2/authorization/oauth2/token", "a path" + FORUM);
    }

    private OtherPaths() {}

    /** What is known of a path in lower case, as a sentence; empty for any other. */
    static Optional<String> of(String path) {
        return Optional.ofNullable(PATHS.get(path)).map(whose -> path + " is " + whose);
    }

    /** The host, if it is one of Genesys Cloud. */
    static Optional<String> genesysHost(String host) {
        Matcher known = GENESYS_HOST.matcher(host.toLowerCase(Locale.ROOT));
        return known.matches() ? Optional.of(known.group()) : Optional.empty();
    }
}
