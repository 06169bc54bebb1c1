package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.profile.Duty;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Turns advice and lines of code, which are written for a client that asks for itself at a token endpoint, into those
 * for the endpoint that was asked: with an access key, or about a token.
 */
final class Fitting {
    /** As it is, for a client that may ask for itself. */
    static final Fitting ITSELF = new Fitting(Map.of());

    /** Where a back end has to ask with an access key, none is told to ask as itself. */
    static final Fitting BY_KEY = new Fitting(ordered(
            "-d grant_type=client_credentials",
            "-d grant_type=password --data-urlencode \"username=$ACCESS_KEY_ID\""
                    + " --data-urlencode \"password=$ACCESS_KEY_SECRET\"",
            "{grant_type: 'client_credentials'}",
            "{grant_type: 'password', username: accessKeyId, password: accessKeySecret}",
            "{'grant_type': 'client_credentials'}",
            "{'grant_type': 'password', 'username': access_key_id, 'password': access_key_secret}",
            "\"grant_type=client_credentials\"",
            "\"grant_type=password&username=\" + URLEncoder.encode(accessKeyId, UTF_8) + \"&password=\""
                    + " + URLEncoder.encode(accessKeySecret, UTF_8)",
            "grant_type=client_credentials",
            "grant_type=password"));

    /** Where a token is revoked or asked about, there is no grant. */
    static final Fitting ABOUT_A_TOKEN = new Fitting(ordered(
            "-d grant_type=client_credentials",
            "--data-urlencode \"token=$TOKEN\"",
            "{grant_type: 'client_credentials'}",
            "{token: accessToken}",
            "{'grant_type': 'client_credentials'}",
            "{'token': access_token}",
            "\"grant_type=client_credentials\"",
            "\"token=\" + accessToken",
            "\"grant_type=client_credentials&",
            "\"token=\" + accessToken + \"&",
            "grant_type=client_credentials",
            "the parameter token"));

    private final Map<String, String> replacements;

    private Fitting(Map<String, String> replacements) {
        this.replacements = replacements;
    }

    /** The longer ones first. */
    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> replacements = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            replacements.put(pairs[i], pairs[i + 1]);
        }
        return replacements;
    }

    static Fitting of(Case decided) {
        if (decided.duty()
                .filter(Set.of(Duty.REVOKE, Duty.INTROSPECT)::contains)
                .isPresent()) {
            return ABOUT_A_TOKEN;
        }
        Set<GrantType> served = decided.profile().servedGrants();
        return served.contains(GrantType.PASSWORD) && !served.contains(GrantType.CLIENT_CREDENTIALS) ? BY_KEY : ITSELF;
    }

    String text(String written) {
        String fitting = written;
        for (Map.Entry<String, String> each : replacements.entrySet()) {
            fitting = fitting.replace(each.getKey(), each.getValue());
        }
        return fitting;
    }
}
