package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.Thorough;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import io.github.cxoneauthstub.diagnosis.Detectors;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent in the place of credentials: no detector fails, which would be seen in the log only. */
class HostileRequestsTest {
    private static final List<String> PIECES = List.of(
            "",
            "%",
            "%zz",
            "%2",
            "%252B",
            "&",
            "&amp;",
            "=",
            "==",
            "+",
            " ",
            "\t",
            "\r\n",
            "\u0000",
            "\ufeff",
            "\u200b",
            "\u201c",
            "\"",
            "'",
            "b'",
            "\\",
            "\\\\",
            "{",
            "}",
            "${",
            "$1",
            ":",
            ";",
            "Basic ",
            "basic:",
            "undefined",
            "Optional[",
            "reporting",
            "Reporting",
            "s3cret+/=",
            "s3cret",
            "cmVwb3J0aW5nOnMzY3JldA",
            "_-",
            "\ud83d\ude00",
            "\ud83d",
            "client_secret=",
            "&client_id=",
            "a".repeat(3_000));

    private final Asked asked = new Asked();
    private final TestServer server =
            TestServer.with(Configuration.builder().client(TestServer.REPORTING).build(), asked);
    private final List<String> failures = new ArrayList<>();

    /** The detectors, and how often they were asked. */
    private static final class Asked implements Diagnosis {
        private final Diagnosis detectors = new Detectors();
        private int times;

        @Override
        public List<Finding> of(Case decided) {
            times++;
            return detectors.of(decided);
        }

        @Override
        public List<Exchange> over(List<Exchange> oldestFirst) {
            return detectors.over(oldestFirst);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noDetectorFails(long seed) {
        Random random = new Random(seed);
        int requests = 0;
        Logger logger = Logger.getLogger(Detectors.class.getName());
        Handler handler = handler();
        logger.addHandler(handler);
        try {
            for (int i = 0; i < Thorough.or(50, 150); i++) {
                String id = text(random);
                String secret = text(random);
                List<TestRequest> sent = sent(id, secret);
                sent.forEach(request -> server.answer(request));
                requests += sent.size();
                server.server().simulation().log().kept(); // they are asked when it is read
            }
        } finally {
            logger.removeHandler(handler);
        }

        assertThat(asked.times).isEqualTo(requests);
        assertThat(failures).isEmpty();
    }

    /** What the test above relies on. */
    @Test
    void failureOfADetector_isLogged() {
        Logger logger = Logger.getLogger(Detectors.class.getName());
        Handler handler = handler();
        logger.addHandler(handler);
        try {
            System.getLogger(Detectors.class.getName()).log(System.Logger.Level.WARNING, "a detector failed");
        } finally {
            logger.removeHandler(handler);
        }

        assertThat(failures).containsExactly("a detector failed");
    }

    private static List<TestRequest> sent(String id, String secret) {
        byte[] both = (id + ":" + secret).getBytes(UTF_8);
        String base64 = Base64.getEncoder().encodeToString(both);
        return List.of(
                Findings.form(id, secret),
                Findings.encoded(id, secret),
                Findings.basic(id, secret),
                Findings.basic(FormEncoding.encode(id), FormEncoding.encode(secret)),
                Findings.basicValue(id + secret),
                Findings.basicValue(base64.substring(both.length % 5)),
                Findings.basicValue(base64 + secret),
                TestRequest.token(TestServer.OAUTH).header("Authorization", new String(both, ISO_8859_1)),
                TestRequest.token(TestServer.OAUTH).without("Authorization").body(both),
                TestRequest.token(TestServer.OAUTH).query("client_id=" + id + "&client_secret=" + secret));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private Handler handler() {
        return new Handler() {
            @Override
            public void publish(LogRecord failure) {
                failures.add(failure.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
