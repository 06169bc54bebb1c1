package io.github.cxoneauthstub.samples.threads;

import io.github.cxoneauthstub.samples.threads.Http.Answer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Thread 004's wrapper for Node, in Java: it keeps a token until five minutes before its end, and knows nothing of a
 * token that dies sooner.
 */
final class ForumWrapper {
    private static final Duration BUFFER = Duration.ofMinutes(5);

    private final URI tokenUri;
    private final Clock clock;
    private String accessToken = "";
    private Instant expiresAt = Instant.MIN;

    ForumWrapper(URI tokenUri, Clock clock) {
        this.tokenUri = tokenUri;
        this.clock = clock;
    }

    String validToken(String clientId, String clientSecret) {
        if (!accessToken.isEmpty() && clock.instant().isBefore(expiresAt.minus(BUFFER))) {
            return accessToken;
        }
        String form = "grant_type=client_credentials&client_id=" + clientId + "&client_secret=" + clientSecret;
        Answer answer = Http.post(tokenUri, form, Http.FORM);
        accessToken = answer.accessToken();
        expiresAt = clock.instant().plusSeconds(Long.parseLong(answer.member("expires_in")));
        return accessToken;
    }
}
