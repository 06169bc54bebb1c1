package io.github.cxoneauthstub;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.github.tomakehurst.wiremock.junit.Stubbing;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.IssuedTokens;
import io.github.cxoneauthstub.auth.NextRequest;
import io.github.cxoneauthstub.auth.RegisteredClients;
import io.github.cxoneauthstub.auth.VirtualClock;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.wiremock.Api;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The servers of a test run, lent from one test class to the next. */
class CxoneAuthPoolTest {
    private final CxoneAuthPool pool = new CxoneAuthPool();
    private final Configuration defaults = Configuration.defaults();

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void serverThatWasGivenBack_isLentAgainOnTheSamePort() {
        Lease first = pool.lease(defaults);
        URI port = first.auth().baseUri();
        first.close();

        assertThat(pool.lease(defaults).auth().baseUri()).isEqualTo(port);
    }

    @Test
    void twoHundredLeases_needOneServer() {
        Set<URI> ports = new HashSet<>();

        for (int i = 0; i < 200; i++) {
            try (Lease lease = pool.lease(defaults)) {
                ports.add(lease.auth().baseUri());
                lease.beginTest(defaults);
                lease.endTest();
            }
        }

        assertThat(ports).hasSize(1);
    }

    @Test
    void leasesAtTheSameTime_areDifferentServers() throws Exception {
        ExecutorService threads = Wire.threads(4);
        CyclicBarrier together = new CyclicBarrier(4);
        List<Future<URI>> ports = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ports.add(threads.submit(() -> {
                together.await(10, TimeUnit.SECONDS);
                return pool.lease(defaults).auth().baseUri();
            }));
        }

        Set<URI> distinct = new HashSet<>();
        for (Future<URI> port : ports) {
            distinct.add(port.get(30, TimeUnit.SECONDS));
        }
        threads.shutdown();

        assertThat(distinct).hasSize(4);
    }

    @Test
    void firstFreeServer_isLent() {
        Lease a = pool.lease(defaults);
        Lease b = pool.lease(defaults);
        URI first = a.auth().baseUri();
        URI second = b.auth().baseUri();
        b.close();
        a.close();

        assertThat(pool.lease(defaults).auth().baseUri()).isEqualTo(first);
        assertThat(pool.lease(defaults).auth().baseUri()).isEqualTo(second);
    }

    @Test
    void givingBack_disconnectsTheClients() throws IOException {
        Lease lease = pool.lease(defaults);
        URI server = lease.auth().baseUri();

        try (Socket client = new Socket(server.getHost(), server.getPort())) {
            client.setSoTimeout(20_000);
            client.getOutputStream().write("GET /auth/jwks HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(ISO_8859_1));
            assertThat(client.getInputStream().read()).isEqualTo('H');
            lease.close();

            client.getInputStream().readAllBytes();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void nextHolder_findsNothingOfTheOneBefore() {
        Lease lease = pool.lease(defaults);
        lease.auth().clients().disable("test-client");
        lease.auth().clock().set(Instant.EPOCH);
        lease.auth().next().tooManyRequests(Duration.ofSeconds(1));
        lease.auth().api().get("/a").answers("1");
        lease.auth().wireMock().stubFor(any(anyUrl()).willReturn(ok("stub")));
        lease.auth().wireMock().setGlobalFixedDelay(60_000);
        lease.close();

        CxoneAuth next = pool.lease(defaults).auth();

        assertThat(next.clock().instant()).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(next.wireMock().getStubMappings()).isEmpty();
        assertThat(next.wireMock().getAllServeEvents()).isEmpty();
        assertThat(next.exchanges().all()).isEmpty();
        assertThat(Wire.status(Wire.send(next.baseUri(), Wire.get("/a")))).isEqualTo(404);
        assertThat(Wire.status(token(next))).isEqualTo(200);
    }

    @Test
    void scenario_beginsAnewForTheNextHolder() {
        Lease lease = pool.lease(defaults);
        twoSteps(lease.auth());
        assertThat(Wire.send(lease.auth().baseUri(), Wire.get("/s"))).endsWith("first");
        lease.close();

        CxoneAuth next = pool.lease(defaults).auth();
        twoSteps(next);

        assertThat(Wire.send(next.baseUri(), Wire.get("/s"))).endsWith("first");
    }

    private static void twoSteps(CxoneAuth auth) {
        auth.wireMock().stubFor(get("/s").inScenario("s").willSetStateTo("2").willReturn(ok("first")));
        auth.wireMock()
                .stubFor(get("/s").inScenario("s").whenScenarioStateIs("2").willReturn(ok("second")));
    }

    @Test
    void partsKeptOver_cannotTouchTheNextLease() {
        Lease lease = pool.lease(defaults);
        VirtualClock clock = lease.auth().clock();
        RegisteredClients clients = lease.auth().clients();
        IssuedTokens tokens = lease.auth().tokens();
        NextRequest mishaps = lease.auth().next();
        Api api = lease.auth().api();
        Stubbing stubbing = lease.auth().wireMock();
        lease.close();
        CxoneAuth next = pool.lease(defaults).auth();
        next.clock().freeze();
        Instant before = next.clock().instant();

        clock.advance(Duration.ofDays(1));
        clients.disable("test-client");
        tokens.revokeAll();
        mishaps.tooManyRequests(Duration.ofSeconds(1));
        api.get("/a").answers("1");
        assertThatIllegalStateException()
                .isThrownBy(() -> stubbing.stubFor(any(anyUrl()).willReturn(ok())));

        assertThat(next.clock().instant()).isEqualTo(before);
        assertThat(Wire.status(token(next))).isEqualTo(200);
        assertThat(Wire.status(Wire.send(next.baseUri(), Wire.get("/a")))).isEqualTo(404);
    }

    @Test
    void closedLease_isRefusedWithTheRemedy() {
        Lease lease = pool.lease(defaults);
        CxoneAuth auth = lease.auth();
        lease.close();

        assertThatIllegalStateException()
                .isThrownBy(auth::tokenUri)
                .withMessage("this CxoneAuth is closed: the test or the class that it was handed to has ended; take it"
                        + " anew where it is used, as a parameter of the test method");
        assertThat(auth.toString()).endsWith(", closed]");
    }

    @Test
    void closingAHandleThatIsLent_hasNoEffect() {
        CxoneAuth auth = pool.lease(defaults).auth();

        auth.close();

        assertThat(Wire.status(token(auth))).isEqualTo(200);
    }

    @Test
    void leaseClosedTwice_isGivenBackOnce() {
        Lease lease = pool.lease(defaults);
        lease.close();
        Lease second = pool.lease(defaults);

        lease.close();

        assertThat(pool.lease(defaults).auth().baseUri())
                .isNotEqualTo(second.auth().baseUri());
    }

    @Test
    void tokenOfAnEarlierLease_isToldSo() {
        Lease lease = pool.lease(defaults);
        String token = lease.auth().tokens().issue("test-client").value();
        lease.close();

        CxoneAuth next = pool.lease(defaults).auth();
        next.api().get("/a").answers("1");
        Wire.send(next.baseUri(), Wire.get("/a", "Authorization: Bearer " + token));

        assertThat(next.exchanges().last().reason()).contains(Reason.TOKEN_OF_EARLIER_TEST);
    }

    @Test
    void leaseFromABase_beginsWithItsState() {
        Lease base = pool.lease(defaults);
        base.auth().clients().register(Client.of("prepared", "s3cret"));
        base.auth().api().get("/a").answers("\"a\"");
        base.auth().wireMock().stubFor(get("/stub").willReturn(ok("stub")));
        base.auth().clock().freeze();
        base.auth().clock().set(Instant.EPOCH);
        String token = base.auth().tokens().issue("prepared").value();

        CxoneAuth copy = pool.lease(defaults, base).auth();

        assertThat(copy.baseUri()).isNotEqualTo(base.auth().baseUri());
        assertThat(copy.clock().instant()).isEqualTo(Instant.EPOCH);
        assertThat(Wire.send(copy.baseUri(), Wire.get("/stub"))).endsWith("stub");
        assertThat(Wire.send(copy.baseUri(), Wire.get("/a", "Authorization: Bearer " + token)))
                .endsWith("\"a\"");
        copy.clients().remove("prepared");
        assertThat(base.auth().clients().get("prepared").id()).isEqualTo("prepared");
    }

    @Test
    void endOfATest_restoresWhatWasThereBefore() {
        Lease lease = pool.lease(defaults);
        CxoneAuth auth = lease.auth();
        auth.wireMock().stubFor(get("/base").willReturn(ok("base")));
        String token = auth.tokens().issue("test-client").value();
        auth.api().get("/a").answers("\"a\"");
        token(auth);

        lease.beginTest(defaults);
        assertThat(auth.exchanges().all()).isEmpty();
        auth.clients().disable("test-client");
        auth.wireMock().stubFor(any(anyUrl()).willReturn(ok("test")));
        auth.wireMock().setGlobalFixedDelay(60_000);
        lease.endTest();

        assertThat(Wire.send(auth.baseUri(), Wire.get("/base"))).endsWith("base");
        assertThat(Wire.status(Wire.send(auth.baseUri(), Wire.get("/other")))).isEqualTo(404);
        assertThat(Wire.send(auth.baseUri(), Wire.get("/a", "Authorization: Bearer " + token)))
                .endsWith("\"a\"");
        assertThat(Wire.status(token(auth))).isEqualTo(200);
    }

    @Test
    void testInATest_isUndoneOnItsOwn() {
        Lease lease = pool.lease(defaults);
        lease.beginTest(defaults);
        lease.auth().clients().disable("test-client");
        lease.beginTest(defaults);
        lease.auth().clients().remove("test-client");

        lease.endTest();
        assertThat(lease.auth().client().enabled()).isFalse();

        lease.endTest();
        assertThat(lease.auth().client().enabled()).isTrue();
    }

    @Test
    void endWithoutBeginning_changesNothing() {
        Lease lease = pool.lease(defaults);
        lease.auth().clients().remove("test-client");

        lease.endTest();

        assertThat(lease.auth().clients().all()).isEmpty();
    }

    @Test
    void closedPool_stopsItsServersAndLendsNoMore() {
        URI lent = pool.lease(defaults).auth().baseUri();

        pool.close();

        assertThat(Wire.fallsSilent(lent)).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(() -> pool.lease(defaults))
                .withMessage("the pool is closed: the test run is over");
    }

    private static String token(CxoneAuth auth) {
        return Wire.send(auth.baseUri(), Wire.token("/oauth/token", "test-client", "not+a/real=secret"));
    }
}
