package io.github.cxoneauthstub.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.VerificationException;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.Wire;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WireMock's own stubs beside the endpoints, over a real socket. */
class UserStubsTest {
    private final CxoneAuth auth = CxoneAuth.start(Configuration.builder()
            .client(Client.builder("reporting")
                    .secret("s3cret")
                    .scopes("user:read")
                    .build())
            .build());

    @AfterEach
    void stop() {
        auth.close();
    }

    @Test
    void stub_isServedUnguardedAndRecorded() {
        auth.wireMock()
                .stubFor(get(urlPathEqualTo("/own")).willReturn(ok("hello").withStatus(201)));

        String answer = send(Wire.get("/own?a=b"));

        assertThat(answer).startsWith("HTTP/1.1 201 ").endsWith("hello");
        assertThat(last().kind()).isEqualTo(Kind.OTHER);
        assertThat(last().outcome()).isEqualTo(Outcome.SERVED);
        assertThat(last()).hasToString("#1 GET /own -> 201");
    }

    @Test
    void guard_standsBeforeTheStub() {
        auth.wireMock().stubFor(get(urlPathMatching("/v1/.*")).willReturn(okJson("{\"a\":1}")));
        auth.api().guards(urlPathMatching("/v1/.*"), "user:read");

        assertThat(Wire.status(send(Wire.get("/v1/a")))).isEqualTo(401);
        assertThat(last().reason()).contains(Reason.BEARER_MISSING);
        assertThat(send(Wire.get("/v1/a", bearer())))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("{\"a\":1}");
        assertThat(last().outcome()).isEqualTo(Outcome.ADMITTED);
        assertThat(last().clientId()).contains("reporting");
    }

    @Test
    void guardWithoutStub_isA404ThatSaysSo() {
        auth.api().guards(urlPathMatching("/v1/.*"));

        assertThat(Wire.status(send(Wire.get("/v1/a", bearer())))).isEqualTo(404);
        assertThat(last().reason()).contains(Reason.PATH_UNKNOWN);
        assertThat(last().explanation().map(Explanation::advice))
                .contains("the guard let it through, but no stub of auth.wireMock() answers it");
    }

    @Test
    void stubForEverything_takesNoEndpointAway() {
        auth.api().get("/users/me").answers("\"me\"");
        auth.wireMock().stubFor(any(anyUrl()).willReturn(ok("stub")));

        assertThat(send(Wire.token("/oauth/token", "reporting", "s3cret"))).contains("access_token");
        assertThat(send(Wire.get("/auth/jwks"))).contains("\"keys\"");
        assertThat(send(Wire.get("/users/me", bearer()))).endsWith("\"me\"");
        assertThat(send(Wire.get("/other"))).endsWith("stub");
    }

    @Test
    void delayedStub_isServed() {
        auth.wireMock().stubFor(get("/slow").willReturn(ok("late").withFixedDelay(30)));

        long before = System.nanoTime();
        assertThat(send(Wire.get("/slow"))).endsWith("late");

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(30_000_000);
    }

    @Test
    void globalDelay_holdsTheEndpointsToo() {
        auth.wireMock().setGlobalFixedDelay(30);

        long before = System.nanoTime();
        assertThat(Wire.status(send(Wire.token("/oauth/token", "reporting", "s3cret"))))
                .isEqualTo(200);

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(30_000_000);
    }

    @Test
    void fault_breaksTheAnswerAndIsRecorded() {
        auth.wireMock().stubFor(get("/fault").willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThat(send(Wire.get("/fault"))).isEmpty();
        assertThat(last().path()).isEqualTo("/fault");
        assertThat(Wire.status(send(Wire.token("/oauth/token", "reporting", "s3cret"))))
                .isEqualTo(200);
    }

    @Test
    void scenario_goesOn() {
        auth.wireMock().stubFor(get("/s").inScenario("s").willSetStateTo("2").willReturn(ok("1")));
        auth.wireMock()
                .stubFor(get("/s").inScenario("s").whenScenarioStateIs("2").willReturn(ok("2")));

        assertThat(send(Wire.get("/s"))).endsWith("1");
        assertThat(send(Wire.get("/s"))).endsWith("2");
    }

    @Test
    void proxyingStub_reachesAnotherServer() {
        try (CxoneAuth other = CxoneAuth.start()) {
            other.wireMock().stubFor(get("/far").willReturn(ok("from afar")));
            auth.wireMock()
                    .stubFor(get("/far")
                            .willReturn(aResponse().proxiedFrom(other.baseUri().toString())));

            assertThat(send(Wire.get("/far"))).startsWith("HTTP/1.1 200 ").endsWith("from afar");
            assertThat(other.exchanges().all()).hasSize(1);
        }
    }

    @Test
    void removedStubs_leaveTheEndpoints() {
        StubMapping stub = auth.wireMock().stubFor(any(anyUrl()).willReturn(ok("stub")));
        assertThat(auth.wireMock().getStubMappings()).containsExactly(stub);

        auth.wireMock().getStubMappings().forEach(auth.wireMock()::removeStub);

        assertThat(Wire.status(send(Wire.get("/other")))).isEqualTo(404);
        assertThat(Wire.status(send(Wire.token("/oauth/token", "reporting", "s3cret"))))
                .isEqualTo(200);
    }

    @Test
    void stubFilesOfAnotherWireMock_areNotLoaded() {
        assertThat(getClass().getResource("/mappings/of-another-wiremock.json")).isNotNull();

        assertThat(Wire.status(send(Wire.get("/of-another-wiremock")))).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /v1/a|b HTTP/1.1", "GET /v1/a%zz HTTP/1.1", "GET http://other/v1/a HTTP/1.1"})
    void guard_isNotWalkedAroundByATargetThatTheEngineReadsDifferently(String line) {
        auth.api().guards(urlPathMatching("/v1/[\\w%-]+"));
        auth.wireMock().stubFor(any(urlPathMatching("/v1/[\\w%-]+")).willReturn(ok("behind the guard")));

        String answer = send(line + "\r\nHost: h\r\nConnection: close\r\n\r\n");

        assertThat(Wire.status(answer)).isEqualTo(401);
        assertThat(last().reason()).contains(Reason.BEARER_MISSING);
    }

    @Test
    void guardOfTheRoot_holdsForAnAbsoluteTargetWithoutAPath() {
        auth.api().guards(urlPathEqualTo("/"));
        auth.wireMock().stubFor(any(urlPathEqualTo("/")).willReturn(ok("behind the guard")));

        String answer = send("GET http://other HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

        assertThat(Wire.status(answer)).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"POST /__admin/reset", "POST /__admin/shutdown", "GET /__admin/requests", "GET /__admin/mappings"
            })
    void administration_isAPathLikeAnyOther(String request) {
        auth.wireMock().stubFor(any(urlEqualTo("/stub")).willReturn(ok("stub")));

        assertThat(Wire.status(send(Wire.request(request, List.of(), "")))).isEqualTo(404);

        assertThat(auth.exchanges().last().reason()).contains(Reason.PATH_UNKNOWN);
        assertThat(Wire.status(send(Wire.get("/stub")))).isEqualTo(200);
        assertThat(Wire.status(send(Wire.token("/oauth/token", "reporting", "s3cret"))))
                .isEqualTo(200);
    }

    @Test
    void verify_seesTheRequestsToStubsAndEndpoints() {
        send(Wire.token("/oauth/token", "reporting", "s3cret"));
        send(Wire.get("/nowhere?a=b"));

        auth.wireMock().verify(exactly(1), postRequestedFor(urlPathEqualTo("/oauth/token")));
        auth.wireMock().verify(getRequestedFor(urlEqualTo("/nowhere?a=b")));
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> auth.wireMock().verify(getRequestedFor(urlEqualTo("/other"))));
        assertThat(auth.wireMock().findAllUnmatchedRequests()).hasSize(1);
    }

    @Test
    void stubbing_isNotTheServer() {
        assertThat(auth.wireMock()).isNotInstanceOf(WireMockServer.class).isSameAs(auth.wireMock());
    }

    /** It was once equal to nothing, not even to itself. */
    @Test
    void stubbing_isEqualToItself() {
        assertThat(auth.wireMock()).isEqualTo(auth.wireMock()).hasSameHashCodeAs(auth.wireMock());
        assertThat(auth.wireMock()).hasToString("WireMock of CxoneAuth");
    }

    @Test
    void closedHandle_stubsNothingMore() {
        var kept = auth.wireMock();
        auth.close();

        assertThatThrownBy(() -> kept.stubFor(get("/x").willReturn(ok())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("this CxoneAuth is closed");
    }

    private Exchange last() {
        return auth.exchanges().last();
    }

    private String bearer() {
        return "Authorization: Bearer " + auth.tokens().issue("reporting").value();
    }

    private String send(String request) {
        return Wire.send(auth.baseUri(), request);
    }
}
