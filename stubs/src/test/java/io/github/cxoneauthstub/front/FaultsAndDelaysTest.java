package io.github.cxoneauthstub.front;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that come late, bit by bit, or broken, as a stub asks for. */
class FaultsAndDelaysTest {

    private final TestFront front = new TestFront();

    @AfterEach
    void stop() {
        front.close();
    }

    @Test
    void fixedDelay_isWaitedOut() throws IOException {
        front.server.stubFor(get("/stub").willReturn(ok("late").withFixedDelay(150)));

        long before = System.nanoTime();
        Wire.Reply reply = front.get("/stub");

        assertThat(reply.body()).isEqualTo("late");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @ParameterizedTest
    @EnumSource(ChunkedEncodingPolicy.class)
    void dribble_takesItsTime(ChunkedEncodingPolicy policy) throws IOException {
        try (TestFront dribbling =
                new TestFront(FrontLimits.DEFAULT, options -> options.useChunkedTransferEncoding(policy))) {
            dribbling.server.stubFor(get("/stub").willReturn(ok("0123456789").withChunkedDribbleDelay(4, 120)));

            long before = System.nanoTime();
            Wire.Reply reply = dribbling.get("/stub");

            assertThat(reply.body()).isEqualTo("0123456789");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
        }
    }

    @Test
    void dribbleOfNothing_isAnEmptyBody() throws IOException {
        front.server.stubFor(get("/stub").willReturn(ok().withChunkedDribbleDelay(4, 60_000)));

        assertThat(front.get("/stub").body()).isEmpty();
    }

    @Test
    void dribbleOfMorePiecesThanBytes_sendsEachByte() throws IOException {
        front.server.stubFor(get("/stub").willReturn(ok("ab").withChunkedDribbleDelay(9, 20)));

        assertThat(front.get("/stub").body()).isEqualTo("ab");
    }

    @Test
    void reset_isAReset() throws IOException {
        stub(Fault.CONNECTION_RESET_BY_PEER);

        try (Wire wire = front.connect()) {
            wire.send(TestRequests.get("/stub"));
            assertThatThrownBy(wire::rest).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
    }

    @Test
    void emptyResponse_isAnOrderlyEnd() throws IOException {
        stub(Fault.EMPTY_RESPONSE);

        assertThat(rest()).isEmpty();
    }

    @Test
    void malformedChunk_isAHeadAndGarbage() throws IOException {
        stub(Fault.MALFORMED_RESPONSE_CHUNK);

        assertThat(rest())
                .startsWith("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                .doesNotEndWith("\r\n");
    }

    @Test
    void randomData_isNoHttp() throws IOException {
        stub(Fault.RANDOM_DATA_THEN_CLOSE);

        assertThat(rest()).isNotEmpty().doesNotContain("HTTP");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void fault_isToldWithTheStatusThatItSpoils_andHarmsNoOther(Fault fault) throws Exception {
        front.server.stubFor(get("/stub").willReturn(aResponse().withStatus(201).withFault(fault)));
        try (Wire wire = front.connect();
                Wire other = front.connect()) {
            wire.send(TestRequests.get("/stub"));
            front.awaitAnswer();

            assertThat(other.send(TestRequests.get("/a")).reply().status()).isEqualTo(200);
            assertThat(front.requests).hasSize(2);
        }
    }

    @Test
    void fault_waitsForItsDelay() throws IOException {
        front.server.stubFor(
                get("/stub").willReturn(aResponse().withFixedDelay(100).withFault(Fault.EMPTY_RESPONSE)));

        long before = System.nanoTime();
        assertThat(rest()).isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    private void stub(Fault fault) {
        front.server.stubFor(get("/stub").willReturn(aResponse().withFault(fault)));
    }

    private String rest() throws IOException {
        try (Wire wire = front.connect()) {
            return wire.send(TestRequests.get("/stub")).rest();
        }
    }
}
