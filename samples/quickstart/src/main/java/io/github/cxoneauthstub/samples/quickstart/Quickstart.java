package io.github.cxoneauthstub.samples.quickstart;

import io.github.cxoneauthstub.CxoneAuth;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Shows in a second what the kit does: tokens issued, refused, and explained. No test framework is needed for it. */
public final class Quickstart {
    private Quickstart() {}

    /** Runs the show and prints what the endpoint saw. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (CxoneAuth auth = CxoneAuth.start()) {
            System.out.println("A CXone token endpoint listens at " + auth.tokenUri());
            show(auth);
            System.out.println(auth.exchanges().timeline());
        }
    }

    static void show(CxoneAuth auth) throws IOException, InterruptedException {
        auth.api().get("/api/v2/users/me").requires("user:read").answers("{\"id\":\"42\"}");
        String id = auth.client().id();
        String secret = auth.client().secret();
        var client = new ReportingClient(auth.tokenUri(), auth.apiUri(), id, secret, auth.clock(), auth.clock()::sleep);

        // a good client: a token, an answer; a revoked token costs it one retry
        client.me();
        auth.tokens().revokeAll();
        client.me();
        auth.clock().advance(Duration.ofHours(25));

        // three clients as they are seen in forums
        post(
                auth.tokenUri(),
                "application/json",
                "{\"grant_type\":\"client_credentials\",\"client_id\":\"" + id + "\",\"client_secret\":\"" + secret
                        + "\"}");
        String form = "grant_type=client_credentials&client_id=" + id + "&client_secret=";
        post(auth.tokenUri(), "application/x-www-form-urlencoded", form + secret);
        post(auth.baseUri().resolve("/oauth2/token"), "application/x-www-form-urlencoded", form + encoded(secret));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static void post(URI uri, String contentType, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        http.send(request, BodyHandlers.discarding());
    }
}
