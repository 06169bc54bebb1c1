package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns advice and lines of code, which are written for a client that asks for itself at a token endpoint, into those
 * for the request that was made: with an access key, in JSON, or about a token. A line that nothing is left of then is
 * none.
 */
enum Fitting {
    /** As it is, for a client that may ask for itself. */
    ITSELF(List.of()),

    /** Where a back end has to ask with an access key, none is told to ask as itself. */
    BY_KEY(
            List.of(),
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
            "\"grant_type=client_credentials&",
            "\"grant_type=password&username=\" + URLEncoder.encode(accessKeyId, UTF_8) + \"&password=\""
                    + " + URLEncoder.encode(accessKeySecret, UTF_8) + \"&",
            "grant_type=client_credentials",
            "grant_type=password"),

    /** Where the access key itself is wrong, the client's own secret is left alone, besides. */
    OF_KEY(
            BY_KEY,
            List.of("-u \"", "auth=", "auth:", "setBasicAuth", "| base64"),
            " -d client_id=\"$CLIENT_ID\" --data-urlencode \"client_secret=$CLIENT_SECRET\"",
            "",
            "\"grant_type=client_credentials&client_secret=\" + URLEncoder.encode(secret, UTF_8)",
            "\"grant_type=client_credentials\"",
            "client_id: clientId, client_secret: clientSecret",
            "username: accessKeyId, password: accessKeySecret",
            "'client_id': client_id, 'client_secret': client_secret",
            "'username': access_key_id, 'password': access_key_secret",
            "client_secret=\" + URLEncoder.encode(secret",
            "password=\" + URLEncoder.encode(accessKeySecret",
            "CLIENT_SECRET",
            "ACCESS_KEY_SECRET"),

    /** Where an object with an access key or a token is read, there is neither a form nor a client's secret. */
    IN_JSON(
            List.of(
                    "client_",
                    "URLSearchParams",
                    "data=",
                    "auth=",
                    "auth:",
                    "BasicAuth",
                    "-u \"",
                    "| base64",
                    "grant_type"),
            "CLIENT_SECRET",
            "ACCESS_KEY_SECRET",
            " or in a Basic header",
            ""),

    /** Where a token is revoked or asked about, there is no grant. */
    ABOUT_A_TOKEN(
            List.of(),
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
            "the parameter token");

    private static final Set<Duty> JSON = EnumSet.of(Duty.ACCESS_KEY, Duty.EXCHANGE, Duty.REFRESH, Duty.WHO_AM_I);
    private static final Set<Duty> QUESTIONS = EnumSet.of(Duty.REVOKE, Duty.INTROSPECT);
    private static final Set<Reason> KEY_IS_WRONG = EnumSet.of(
            Reason.ACCESS_KEY_UNKNOWN, Reason.ACCESS_KEY_WRONG, Reason.ACCESS_KEY_INACTIVE, Reason.ACCESS_KEY_MISSING);

    @SuppressWarnings("ImmutableEnumChecker") // of strings, and never changed
    private final List<String> unfit;

    @SuppressWarnings("ImmutableEnumChecker") // of strings, and never changed
    private final Map<String, String> replacements = new LinkedHashMap<>();

    /**
     * @param unfit what a line of code cannot be used with
     * @param pairs what stands for what, longer ones first
     */
    Fitting(List<String> unfit, String... pairs) {
        this.unfit = unfit;
        for (int i = 0; i < pairs.length; i += 2) {
            replacements.put(pairs[i], pairs[i + 1]);
        }
    }

    /** @param then what is done to the result */
    Fitting(Fitting then, List<String> unfit, String... pairs) {
        this(unfit, pairs);
        replacements.putAll(then.replacements);
    }

    static Fitting of(Case decided) {
        Optional<Duty> duty = decided.duty();
        if (duty.filter(QUESTIONS::contains).isPresent()) {
            return ABOUT_A_TOKEN;
        }
        if (duty.filter(JSON::contains).isPresent()) {
            return IN_JSON;
        }
        if (decided.reason().filter(KEY_IS_WRONG::contains).isPresent()) {
            return OF_KEY;
        }
        return isByKey(decided) ? BY_KEY : ITSELF;
    }

    private static boolean isByKey(Case decided) {
        Set<GrantType> served = decided.profile().servedGrants();
        return served.contains(GrantType.PASSWORD)
                && (!served.contains(GrantType.CLIENT_CREDENTIALS)
                        || decided.parameters().has("username")
                        || decided.parameters().has("password"));
    }

    /** Whether the client may, where it asks, authenticate by a Basic header; otherwise it has to do so in the form. */
    static boolean isByBasic(Case decided) {
        return decided.profile().credentials().takes(AuthMethod.BASIC)
                && decided.client()
                        .map(Client::authMethod)
                        .map(method -> method.takes(AuthMethod.BASIC))
                        .orElse(true);
    }

    /** Advice, which is for everybody. */
    String text(String written) {
        String fitting = written;
        for (Map.Entry<String, String> each : replacements.entrySet()) {
            fitting = fitting.replace(each.getKey(), each.getValue());
        }
        return fitting;
    }

    /** A line of code; empty if it is of no use here. */
    Optional<String> line(String written) {
        return unfit.stream().anyMatch(written::contains) ? Optional.empty() : Optional.of(text(written));
    }
}
