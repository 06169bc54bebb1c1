package io.github.cxoneauthstub.samples.accesskey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One login by an access key: asks for a token once, renews it by its refresh token shortly before its end, and begins
 * anew where that is refused. Of many threads that need a new token, one asks and the others wait.
 */
final class Session {
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Http http;
    private final URI tokenEndpoint;
    private final Credentials credentials;
    private final Clock clock;
    private @Nullable Tokens tokens;

    /** What the token endpoint answered last. */
    record Tokens(String access, String refresh, String id, Instant renewAt) {
        @Override
        public String toString() {
            return "Tokens[until " + renewAt + "]";
        }
    }

    Session(Http http, URI tokenEndpoint, Credentials credentials, Clock clock) {
        this.http = http;
        this.tokenEndpoint = tokenEndpoint;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Tokens that are good for some minutes at least. */
    synchronized Tokens tokens() {
        Tokens known = tokens;
        if (known == null) {
            known = logIn();
        } else if (!clock.instant().isBefore(known.renewAt())) {
            known = renew(known);
        }
        tokens = known;
        return known;
    }

    /** Replaces tokens that were refused, unless another thread has done so already. */
    synchronized Tokens replace(Tokens refused) {
        if (refused.equals(tokens)) {
            tokens = renew(refused);
        }
        return tokens();
    }

    private Tokens logIn() {
        return ask(Map.of(
                "grant_type", "password",
                "username", credentials.accessKeyId(),
                "password", credentials.accessKeySecret()));
    }

    /** A refresh token that is over, used or revoked is no reason to give up: the access key is still there. */
    private Tokens renew(Tokens old) {
        try {
            return ask(Map.of("grant_type", "refresh_token", "refresh_token", old.refresh()));
        } catch (CxoneException refused) {
            if (refused.status() == 400 || refused.status() == 401) {
                return logIn();
            }
            throw refused;
        }
    }

    private Tokens ask(Map<String, String> parameters) {
        Instant asked = clock.instant();
        HttpRequest request = Http.to(tokenEndpoint)
                .header("Authorization", basic(credentials.clientId(), credentials.clientSecret()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(parameters)))
                .build();
        JsonNode answer = http.json(request);
        Duration lifetime = Duration.ofSeconds(answer.path("expires_in").asLong(3600));
        Duration margin = MARGIN.compareTo(lifetime.dividedBy(2)) < 0 ? MARGIN : lifetime.dividedBy(2);
        return new Tokens(
                answer.path("access_token").asText(),
                answer.path("refresh_token").asText(),
                answer.path("id_token").asText(),
                asked.plus(lifetime).minus(margin));
    }

    /** The = of an access key must be encoded, too. */
    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** RFC 6749 section 2.3.1: each half is form-encoded before the two are joined. */
    private static String basic(String id, String secret) {
        String both = URLEncoder.encode(id, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
    }
}
