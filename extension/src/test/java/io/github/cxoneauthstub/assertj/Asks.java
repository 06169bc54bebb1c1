package io.github.cxoneauthstub.assertj;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.CxoneAuth;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
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
        return post(auth.tokenUri(), Map.of("Content-Type", FORM, "Authorization", basic(auth)), GRANT);
    }

    static int withBody(CxoneAuth auth) {
        return post(auth.tokenUri(), Map.of("Content-Type", FORM), GRANT + credentials(auth));
    }

    static int withBody(CxoneAuth auth, String scope) {
        return post(auth.tokenUri(), Map.of("Content-Type", FORM), GRANT + credentials(auth) + "&scope=" + scope);
    }

    static int withBoth(CxoneAuth auth) {
        return post(
                auth.tokenUri(), Map.of("Content-Type", FORM, "Authorization", basic(auth)), GRANT + credentials(auth));
    }

    static int withQuery(CxoneAuth auth) {
        return post(URI.create(auth.tokenUri() + "?" + GRANT + credentials(auth)), Map.of("Content-Type", FORM), "");
    }

    static int withJson(CxoneAuth auth) {
        return post(
                auth.tokenUri(), Map.of("Content-Type", "application/json"), "{\"grant_type\":\"client_credentials\"}");
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

    private static int post(URI uri, Map<String, String> headers, String body) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            headers.forEach(connection::setRequestProperty);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.getBytes(UTF_8));
            }
            return connection.getResponseCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
