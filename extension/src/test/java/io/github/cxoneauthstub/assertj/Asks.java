package io.github.cxoneauthstub.assertj;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.junit.Http;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Map;

/** Token requests of several makes, all of the default client. */
final class Asks {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String GRANT = "grant_type=client_credentials";

    private Asks() {}

    static int withBasic(CxoneAuth auth) {
        return Http.post(auth.tokenUri(), Map.of("Content-Type", FORM, "Authorization", basic(auth)), GRANT)
                .status();
    }

    static int withBody(CxoneAuth auth) {
        return Http.post(auth.tokenUri(), Map.of("Content-Type", FORM), GRANT + credentials(auth))
                .status();
    }

    static int withBody(CxoneAuth auth, String scope) {
        return Http.post(auth.tokenUri(), Map.of("Content-Type", FORM), GRANT + credentials(auth) + "&scope=" + scope)
                .status();
    }

    static int withBoth(CxoneAuth auth) {
        return Http.post(
                        auth.tokenUri(),
                        Map.of("Content-Type", FORM, "Authorization", basic(auth)),
                        GRANT + credentials(auth))
                .status();
    }

    static int withQuery(CxoneAuth auth) {
        return Http.post(
                        URI.create(auth.tokenUri() + "?" + GRANT + credentials(auth)), Map.of("Content-Type", FORM), "")
                .status();
    }

    static int withJson(CxoneAuth auth) {
        return Http.post(
                        auth.tokenUri(),
                        Map.of("Content-Type", "application/json"),
                        "{\"grant_type\":\"client_credentials\"}")
                .status();
    }

    private static String basic(CxoneAuth auth) {
        String pair = encoded(auth.client().id()) + ":" + encoded(auth.client().secret());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private static String credentials(CxoneAuth auth) {
        return "&client_id=" + encoded(auth.client().id()) + "&client_secret="
                + encoded(auth.client().secret());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
