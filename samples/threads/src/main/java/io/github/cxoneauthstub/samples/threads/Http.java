package io.github.cxoneauthstub.samples.threads;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

/** Sends exactly what a test types, and adds no header of its own. */
final class Http {
    static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    static final String JSON = "Content-Type: application/json";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Http() {}

    /** What came back. */
    record Answer(int status, String body) {

        /** A member of the JSON body; empty text if there is none. */
        String member(String name) {
            try {
                return new ObjectMapper().readTree(body).path(name).asText();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String accessToken() {
            return member("access_token");
        }
    }

    static Answer post(URI uri, String body, String... headers) {
        return send("POST", uri, body, headers);
    }

    static Answer get(URI uri, String... headers) {
        return send("GET", uri, "", headers);
    }

    static Answer send(String method, URI uri, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        for (String header : headers) {
            String[] parts = header.split(": ?", 2);
            request.header(parts[0], parts[1]);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As {@code requests} in Python, {@code curl -u} and most libraries build it: neither half is encoded first. */
    static String basic(String id, String secret) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
    }

    static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }
}
