package io.github.cxoneauthstub;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Thousands of bad requests from several clients at once (more in a {@link Thorough} run): each gets an answer that is
 * allowed, each answer is in the exchanges, and neither memory nor threads grow. What the front closes without an
 * answer (a connection on which nothing came, what follows a refused request) is in no exchange.
 */
@Isolated("it counts threads and measures memory")
class BadRequestsTest {
    private static final int REFUSALS = Thorough.or(4_000, 20_000);

    /** Until what is kept of requests is full. */
    private static final int FIRST_REFUSALS = 2_000;

    private static final int STRETCHES = 4;

    private static final int CLIENTS = 8;

    /** With three requests in some, their exchanges are still kept. */
    private static final int CONVERSATIONS_IN_A_ROUND = 250;

    /** Bytes: a few hundred of them are the noise of a JVM. */
    private static final long MOST_LEFT_BY_ONE = 500;

    private final ExecutorService clients = Wire.threads(CLIENTS);
    private final CxoneAuth auth = CxoneAuth.start(configuration());
    private final BadRequests bad = new BadRequests(20_261_121, good());

    private static Configuration configuration() {
        Configuration.Builder builder = Configuration.builder()
                .client(Client.builder("reporting")
                        .secret("s3cret+/=")
                        .scopes("user:read")
                        .build());
        Profiles.all().stream()
                .filter(profile -> profile.paths().isEmpty())
                .map(profile -> profile.withPaths("/" + profile))
                .forEach(builder::mount);
        return builder.build();
    }

    private List<Supplier<Draft>> good() {
        String token = auth.tokens().issue("reporting").value();
        List<Supplier<Draft>> good = new ArrayList<>(List.of(
                () -> Draft.call("GET", "/users/me", token),
                () -> Draft.call("GET", "/users/7?expand=all", token),
                () -> Draft.call("POST", "/guarded/x", token),
                () -> Draft.call("GET", "/auth/jwks", token)));
        for (Profile profile : auth.configuration().mounted()) {
            String path = profile.paths().get(0);
            good.add(() -> Draft.tokenByBasic(path, "reporting", "s3cret%2B%2F%3D"));
            good.add(() -> Draft.tokenByBody(path, "reporting", "s3cret%2B%2F%3D"));
            for (String further : profile.furtherPaths().values()) {
                good.add(() -> Draft.tokenByBasic(further, "reporting", "s3cret%2B%2F%3D"));
            }
        }
        return good;
    }

    @AfterEach
    void stop() {
        clients.shutdownNow();
        auth.close();
    }

    @Test
    void badRequests_harmNobody() throws Exception {
        auth.api().get("/users/me").requires("user:read").answers("{}");
        auth.api().get("/users/{id}").requires("user:read").answers("{}");
        auth.api().guards(urlPathMatching("/guarded/.*"));
        auth.wireMock().stubFor(post(urlPathMatching("/guarded/.*")).willReturn(okJson("{}")));
        refused(FIRST_REFUSALS);
        long threads = threads();

        assertThat(leastGrowthOfHeap()).as("bytes of heap").isLessThan(REFUSALS / STRETCHES * MOST_LEFT_BY_ONE);
        assertThat(threads()).as("threads").isLessThanOrEqualTo(threads + CLIENTS);
    }

    /** What a request leaves behind grows in each stretch; what the JVM does for itself does not. */
    private long leastGrowthOfHeap() throws Exception {
        long least = Long.MAX_VALUE;
        long heap = heap();
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            refused(REFUSALS / STRETCHES);
            long now = heap();
            least = Math.min(least, now - heap);
            heap = now;
        }
        return least;
    }

    /** Sends until so many were refused. */
    private void refused(int count) throws Exception {
        for (int refused = 0; refused < count; ) {
            int known = exchanges();
            List<WireAnswer> answers = round();
            answers.forEach(WireAnswer::assertAllowed);
            assertThat(statuses(known)).containsExactlyInAnyOrderElementsOf(statuses(answers));
            assertThat(healthy()).isEqualTo(200);
            refused += (int) answers.stream().filter(WireAnswer::isRefusal).count();
        }
    }

    private List<WireAnswer> round() throws Exception {
        List<Future<String>> heard = new ArrayList<>();
        for (String conversation : bad.conversations(CONVERSATIONS_IN_A_ROUND)) {
            heard.add(clients.submit(() -> Wire.sendAll(auth.baseUri(), conversation)));
        }
        List<WireAnswer> answers = new ArrayList<>();
        for (Future<String> each : heard) {
            answers.addAll(WireAnswer.all(each.get()));
        }
        return answers;
    }

    private int healthy() {
        return Wire.status(Wire.send(auth.baseUri(), Wire.token("/oauth/token", "reporting", "s3cret%2B%2F%3D")));
    }

    private int exchanges() {
        List<Exchange> all = auth.exchanges().all();
        return all.isEmpty() ? 0 : all.get(all.size() - 1).number();
    }

    private List<Integer> statuses(int known) {
        return auth.exchanges().all().stream()
                .filter(exchange -> exchange.number() > known)
                .map(Exchange::status)
                .toList();
    }

    private static List<Integer> statuses(List<WireAnswer> answers) {
        return answers.stream().map(WireAnswer::status).toList();
    }

    private static long heap() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("cxone-auth-front"))
                .count();
    }
}
