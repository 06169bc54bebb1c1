package io.github.cxoneauthstub.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.Wire;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What WireMock remembers of requests. Two hundred of the longest bodies once filled the heap, and each got a 500. */
class BoundedJournalTest {
    private static final int MEGABYTE = 1 << 20;

    private final CxoneAuth auth = CxoneAuth.start();

    @AfterEach
    void stop() {
        auth.close();
    }

    @Test
    void longBodies_areRememberedUpToABoundAndTheNewestFirst() {
        for (int i = 0; i < 9; i++) {
            post("/upload/" + i, 3 * MEGABYTE);
        }

        auth.wireMock().verify(exactly(5), postRequestedFor(urlPathMatching("/upload/.*")));
        auth.wireMock().verify(exactly(0), postRequestedFor(urlPathEqualTo("/upload/3")));
        auth.wireMock().verify(exactly(1), postRequestedFor(urlPathEqualTo("/upload/4")));
        assertThat(auth.exchanges().all()).hasSize(9);
    }

    @Test
    void shortBodies_areRememberedTwoHundredTimes() {
        for (int i = 0; i < 210; i++) {
            post("/small", 10);
        }

        auth.wireMock().verify(exactly(200), postRequestedFor(urlPathEqualTo("/small")));
    }

    private void post(String path, int length) {
        String answer = Wire.send(auth.baseUri(), Wire.request("POST " + path, List.of(), "x".repeat(length)));

        assertThat(Wire.status(answer)).isEqualTo(404);
    }
}
