package io.github.cxoneauthstub.samples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * Reads from the CXone API with a token of its own: asks for it once, renews it before its end, and on 401 asks anew
 * and repeats the call once. Waits as long as Retry-After says, and repeats nothing that cannot succeed. Safe for use
 * by several threads.
 */
public final class ReportingClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_WAITS = 3;
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI tokenUri;
    private final URI apiUri;
    private final String authorization;
    private final Consumer<Duration> sleeper;
    private final TokenCache tokens;

    /**
     * @param clock tells when a token ends
     * @param sleeper waits; in production {@code duration -> Thread.sleep(duration.toMillis())} with its exception
     *     handled
     */
    public ReportingClient(
            URI tokenUri, URI apiUri, String clientId, String clientSecret, Clock clock, Consumer<Duration> sleeper) {
        this.tokenUri = tokenUri;
        this.apiUri = apiUri;
        this.authorization = basic(clientId, clientSecret);
        this.sleeper = sleeper;
        this.tokens = new TokenCache(clock, this::askForToken);
    }

    /** RFC 6749 section 2.3.1: each half is form-encoded before the two are joined. */
    private static String basic(String id, String secret) {
        String both = URLEncoder.encode(id, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
    }

    /**
     * The user that the application acts for, as JSON.
     *
     * @throws CxoneException if CXone refuses
     */
    public String me() {
        return get("/api/v2/users/me");
    }

    private String get(String path) {
        String token = tokens.get();
        HttpResponse<String> response = send(api(path, token));
        if (response.statusCode() == 401) {
            tokens.forget(token);
            response = send(api(path, tokens.get()));
        }
        return checked(response).body();
    }

    private HttpRequest api(String path, String token) {
        return HttpRequest.newBuilder(apiUri.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .build();
    }

    private TokenCache.Token askForToken() {
        HttpRequest request = HttpRequest.newBuilder(tokenUri)
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try {
            JsonNode body = json.readTree(checked(send(request)).body());
            long seconds = body.path("expires_in").asLong(300);
            return new TokenCache.Token(body.required("access_token").asText(), Duration.ofSeconds(seconds));
        } catch (JsonProcessingException | IllegalArgumentException noToken) {
            // without its cause, which may quote the token
            throw new CxoneException(200, "the token endpoint answered something else than a token");
        }
    }

    /** Sends, and sends again after the wait that a 429 or 503 asks for. */
    private HttpResponse<String> send(HttpRequest request) {
        HttpResponse<String> response = once(request);
        for (int waits = 0; waits < MOST_WAITS && isBusy(response); waits++) {
            sleeper.accept(wait(response));
            response = once(request);
        }
        return response;
    }

    private HttpResponse<String> once(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new CxoneException("no answer from " + request.uri().getHost(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CxoneException(
                    "interrupted while waiting for " + request.uri().getHost(), e);
        }
    }

    private static boolean isBusy(HttpResponse<?> response) {
        return response.statusCode() == 429 || response.statusCode() == 503;
    }

    private static Duration wait(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(DEFAULT_WAIT);
    }

    private static HttpResponse<String> checked(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new CxoneException(
                    response.statusCode(),
                    response.request().method() + " " + response.request().uri().getPath() + " was answered with "
                            + response.statusCode());
        }
        return response;
    }
}
