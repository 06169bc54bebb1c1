package io.github.cxoneauthstub.junit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The smallest client that can ask for a token and use it. */
public final class Http {
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * It keeps a connection until the server gives it up, after a minute: by it the server knows that it is the same
     * client.
     */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Http() {}

    /** Asks for a token of the default client. */
    public static String token(CxoneAuth auth) {
        return token(auth, auth.client());
    }

    /** Asks for a token. */
    public static String token(CxoneAuth auth, Client client) {
        return token(auth.tokenUri().toString(), client.id(), client.secret());
    }

    /** Asks for a token. */
    public static String token(String tokenUri, String id, String secret) {
        Answer answer = post(URI.create(tokenUri), form(id, secret));
        Matcher token = TOKEN.matcher(answer.body());
        if (!token.find()) {
            throw new AssertionError("no token: " + answer.status());
        }
        return token.group(1);
    }

    /** Asks for a token of a user, by the default client. */
    public static String tokenOf(CxoneAuth auth, AccessKey key) {
        Answer answer = post(
                auth.tokenUri(),
                form(auth.client().id(), auth.client().secret())
                        .replace("client_credentials", "password")
                        .concat("&username=" + URLEncoder.encode(key.id(), UTF_8) + "&password="
                                + URLEncoder.encode(key.secret(), UTF_8)));
        Matcher token = TOKEN.matcher(answer.body());
        if (!token.find()) {
            throw new AssertionError("no token: " + answer.status());
        }
        return token.group(1);
    }

    /** Asks for a token of the default client, whatever comes back. */
    public static int ask(CxoneAuth auth) {
        return ask(auth, auth.client()).status();
    }

    private static Answer ask(CxoneAuth auth, Client client) {
        return post(auth.tokenUri(), form(client.id(), client.secret()));
    }

    /** A request that is refused as SECRET_WRONG. */
    public static int wrongSecret(CxoneAuth auth) {
        return post(auth.tokenUri(), form(auth.client().id(), "wrong")).status();
    }

    private static String form(String id, String secret) {
        return "grant_type=client_credentials&client_id=" + URLEncoder.encode(id, UTF_8) + "&client_secret="
                + URLEncoder.encode(secret, UTF_8);
    }

    /** Posts a form. */
    public static Answer post(URI uri, String form) {
        return post(uri, Map.of("Content-Type", "application/x-www-form-urlencoded"), form);
    }

    /** Posts something with these headers. */
    public static Answer post(URI uri, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return exchange(request);
    }

    /** Gets a resource with a token. */
    public static int get(CxoneAuth auth, String path, String token) {
        return get(auth.apiUri() + path, token);
    }

    /** Gets a resource with a token. */
    public static int get(String uri, String token) {
        return resource(URI.create(uri), token).status();
    }

    /** What a resource serves to who has this token. */
    public static Answer resource(CxoneAuth auth, String path, String token) {
        return resource(auth.apiUri().resolve(path), token);
    }

    private static Answer resource(URI uri, String token) {
        return exchange(HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token));
    }

    /** Gets something that is open to all. */
    public static int get(CxoneAuth auth, String path) {
        return get(auth.baseUri().resolve(path));
    }

    /** Gets something that is open to all. */
    public static int get(URI uri) {
        return exchange(HttpRequest.newBuilder(uri)).status();
    }

    /** What came back. */
    public record Answer(int status, String body) {}

    private static Answer exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
