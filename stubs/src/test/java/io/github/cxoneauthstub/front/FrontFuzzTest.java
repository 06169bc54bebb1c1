package io.github.cxoneauthstub.front;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of requests of random bytes, of random fragments of HTTP, and of one good request with random damage: each
 * ends in an answer below 500 or in a close, and the server stays healthy.
 */
class FrontFuzzTest {

    private static final int REQUESTS = 1200;
    private static final FrontLimits LIMITS =
            new FrontLimits(2000, 4000, 4000, 100, Duration.ofSeconds(2), Duration.ofSeconds(2));
    private static final List<String> FRAGMENTS = List.of(
            "GET ",
            "POST ",
            "/",
            "//",
            "*",
            "http://",
            "?",
            "%",
            "%zz",
            "%00",
            "#",
            "[",
            "]",
            "{{",
            " HTTP/1.1",
            " HTTP/1.0",
            " HTTP/2",
            "\r\n",
            "\r",
            "\n",
            "\r\n\r\n",
            " ",
            "\t",
            ":",
            ";",
            ",",
            "=",
            "&",
            "\u0000",
            "\u0016",
            "\u00ff",
            "Host: h\r\n",
            "Host: [::1]:80\r\n",
            "Host: [\r\n",
            "Host: a:b\r\n",
            "Content-Length: 5\r\n",
            "Content-Length: 99999\r\n",
            "Content-Length: -1\r\n",
            "Transfer-Encoding: chunked\r\n",
            "5\r\nabcde\r\n",
            "0\r\n\r\n",
            "ffffffff\r\n",
            "Expect: 100-continue\r\n",
            "Connection: close\r\n",
            "Cookie: a=b; c\r\n",
            "Content-Type: application/x-www-form-urlencoded\r\n",
            "Content-Type: multipart/form-data; boundary=x\r\n",
            "Content-Type: application/json; charset=x\r\n",
            "Content-Encoding: gzip\r\n",
            "a=%zz&b",
            "--x\r\n",
            "stub",
            "__admin/mappings");

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_121, -7})
    void anyBytes_endInAnAnswerOrAClose(long seed) throws IOException {
        Random random = new Random(seed);
        try (TestFront front = new TestFront(LIMITS, options -> options)) {
            for (int i = 0; i < REQUESTS; i++) {
                assertNoServerError(front, request(random, i % 3), "seed " + seed + ", request " + i);
            }

            assertThat(front.get("/a").body()).isEqualTo("handled");
            assertThat(front.log).noneMatch(logged -> logged.contains("listener"));
        }
    }

    private static void assertNoServerError(TestFront front, String request, String which) throws IOException {
        try (Wire wire = front.connect()) {
            String all = conversation(wire, request);

            assertThat(all)
                    .as(which)
                    .doesNotContain("HTTP/1.1 5")
                    .doesNotContain("<html")
                    .doesNotContain("\tat ");
            assertThat(all).as(which).matches("(?s)|HTTP/1.1 [1-4].*");
        }
    }

    /**
     * Writes all and says that no more will come, then reads to the end; a hang would end in a time-out, which fails
     * the test.
     */
    private static String conversation(Wire wire, String request) throws IOException {
        try {
            return wire.send(request).halfClose().rest();
        } catch (SocketException closedWhileWriting) {
            return "";
        }
    }

    private static String request(Random random, int kind) {
        return switch (kind) {
            case 0 -> bytes(random);
            case 1 -> fragments(random);
            default -> damaged(random);
        };
    }

    private static String bytes(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(300)];
        random.nextBytes(bytes);
        return new String(bytes, ISO_8859_1);
    }

    private static String fragments(Random random) {
        StringBuilder request = new StringBuilder();
        for (int count = 1 + random.nextInt(25); count > 0; count--) {
            request.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
        }
        return request.toString();
    }

    private static String damaged(Random random) {
        String chunks = "5;a=b\r\na=%C3\r\n3\r\n&b=\r\n0\r\nT: x\r\n\r\n";
        String good = random.nextBoolean() ? TestRequests.chunked(chunks) : TestRequests.form("a=b&c=%20d");
        StringBuilder request = new StringBuilder(good.replace("/a", "/stub/%C3%A9?q=a+b"));
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            int at = random.nextInt(request.length());
            switch (random.nextInt(3)) {
                case 0 -> request.setCharAt(at, (char) random.nextInt(256));
                case 1 -> request.deleteCharAt(at);
                default -> request.insert(at, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
            }
        }
        return request.toString();
    }
}
