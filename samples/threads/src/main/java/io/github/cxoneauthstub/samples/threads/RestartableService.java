package io.github.cxoneauthstub.samples.threads;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.github.cxoneauthstub.samples.threads.Http.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A service that keeps its token in a file, so that a restart need not ask for another; and that trusts neither the
 * file nor the date in it further than the next 401.
 */
final class RestartableService {
    private static final Duration BUFFER = Duration.ofMinutes(5);
    private static final Pattern TOKEN = Pattern.compile("[\\w.~+/-]+=*");

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

    /** The token in the file, unless its end is near; a file that is damaged has none. */
    private Optional<String> stored() {
        try {
            List<String> lines = Files.exists(store) ? Files.readAllLines(store, ISO_8859_1) : List.of();
            return lines.size() == 2
                            && TOKEN.matcher(lines.get(1)).matches()
                            && clock.instant()
                                    .isBefore(Instant.parse(lines.get(0)).minus(BUFFER))
                    ? Optional.of(lines.get(1))
                    : Optional.empty();
        } catch (DateTimeException damaged) {
            return Optional.empty();
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
        keep(List.of(expiresAt.toString(), answer.accessToken()));
        return answer.accessToken();
    }

    private void keep(List<String> lines) {
        try {
            // on POSIX a temporary file is its owner's alone; and nobody meets one that is written by half
            Path written = Files.createTempFile(store.toAbsolutePath().getParent(), "token", ".tmp");
            Files.move(Files.write(written, lines), store, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
    // endregion

    private Answer call(String token) {
        return Http.get(apiUri.resolve("/api/v2/users/me"), Http.bearer(token));
    }
}
