package io.github.cxoneauthstub.samples.threads;

import io.github.cxoneauthstub.samples.threads.Http.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A service that keeps its token in a file, so that a restart need not ask for another; and that trusts neither the
 * file nor the date in it further than the next 401.
 */
final class RestartableService {
    private static final Duration BUFFER = Duration.ofMinutes(5);

    private final URI tokenUri;
    private final URI apiUri;
    private final String form;
    private final Clock clock;
    private final Path store;

    RestartableService(URI tokenUri, URI apiUri, String form, Clock clock, Path store) {
        this.tokenUri = tokenUri;
        this.apiUri = apiUri;
        this.form = form;
        this.clock = clock;
        this.store = store;
    }

    // region renew
    /** Calls with the stored token; on 401 it takes a new one and calls once more, and not a third time. */
    String me() {
        Answer answer = call(stored().orElseGet(this::ask));
        if (answer.status() == 401) {
            answer = call(ask());
        }
        if (answer.status() != 200) {
            throw new IllegalStateException("GET /api/v2/users/me was answered with " + answer.status());
        }
        return answer.body();
    }

    private Optional<String> stored() {
        try {
            List<String> lines = Files.exists(store) ? Files.readAllLines(store) : List.of();
            return lines.size() == 2
                            && clock.instant()
                                    .isBefore(Instant.parse(lines.get(0)).minus(BUFFER))
                    ? Optional.of(lines.get(1))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String ask() {
        Answer answer = Http.post(tokenUri, form, Http.FORM);
        if (answer.status() != 200) {
            throw new IllegalStateException(
                    "the token endpoint answered with " + answer.status() + " " + answer.member("error"));
        }
        Instant expiresAt = clock.instant().plusSeconds(Long.parseLong(answer.member("expires_in")));
        try {
            Files.write(store, List.of(expiresAt.toString(), answer.accessToken()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.accessToken();
    }
    // endregion

    private Answer call(String token) {
        return Http.get(apiUri.resolve("/api/v2/users/me"), Http.bearer(token));
    }
}
