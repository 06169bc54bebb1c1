package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.Thorough;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several threads renew with one refresh token at the same moment. */
class RefreshRaceTest {
    private static final int THREADS = 6;
    private static final int ROUNDS = Thorough.or(10, 30);

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    static Stream<Profile> renewing() {
        return Profiles.all().stream()
                .filter(profile -> profile.issuance().renewal().value().isPresent());
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @MethodSource("renewing")
    void withRotation_exactlyOneWins(Profile profile) throws Exception {
        Profile dialect =
                profile.toBuilder(profile.name()).rotatesRefreshTokens(true).build();
        TestServer server = TestServer.speaking(dialect);
        for (int round = 0; round < ROUNDS; round++) {
            TestRequest renewal = server.renewal(dialect);
            server.view().exchanges().clear();

            List<Integer> statuses = atOnce(server, renewal);

            assertThat(statuses).hasSize(THREADS).containsOnlyOnce(200);
            assertThat(server.view().exchanges().all())
                    .extracting(Exchange::reason)
                    .containsOnlyOnce(Optional.empty())
                    .filteredOn(Optional::isPresent)
                    .hasSize(THREADS - 1)
                    .containsOnly(Optional.of(Reason.REFRESH_TOKEN_USED));
        }
    }

    @ParameterizedTest
    @MethodSource("renewing")
    void withoutRotation_allWin(Profile profile) throws Exception {
        Profile dialect =
                profile.toBuilder(profile.name()).rotatesRefreshTokens(false).build();
        TestServer server = TestServer.speaking(dialect);

        assertThat(atOnce(server, server.renewal(dialect))).hasSize(THREADS).containsOnly(200);
    }

    private List<Integer> atOnce(TestServer server, TestRequest request) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<Integer>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            running.add(threads.submit(() -> {
                start.await(20, TimeUnit.SECONDS);
                return server.answer(request).status();
            }));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> each : running) {
            statuses.add(each.get(20, TimeUnit.SECONDS));
        }
        return statuses;
    }
}
