package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a large body only the beginning is looked at, so that diagnosis costs the same whatever comes after it. */
class LargeBodyFindingsTest {
    private static final int LARGE = 2 << 20;

    private final TestServer server = TestServer.withDefaults().diagnosing();

    /** Blanks alone once took seconds, by a pattern that tried each way to share them out. */
    @Timeout(20)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"grant_type\":\"client_credentials\",\"client_id\":\"reporting\",",
                "grant_type=client_credential&client_id=reporting&scope=a,b&x=",
                "grant_type%3Dclient_credentials",
                "client_id=reporting&",
                "",
                "--x\r\nname=\"grant_type\"\r\n\r\n"
            })
    void whatComesAfterTheBeginning_isNotLookedAt(String begin) {
        List<Finding> blank = findings(body(begin, " "));

        assertThat(findings(body(begin, "&grant_type=clientcredentials&client_secret=" + TestServer.SECRET + "&")))
                .isEqualTo(blank);
        assertThat(findings(body(begin, "\",\"client_secret\":\"undefined\"}{[%zz=&")))
                .isEqualTo(blank);
        assertThat(findings(body(begin, "\u0000\u00ff="))).isEqualTo(blank);
    }

    @Test
    void theLastByteOfTheBeginning_isLookedAt() {
        String mistake = "&grant_type=client";
        String filler = "x=" + "a".repeat(Case.LOOKED_AT - 2 - mistake.length());

        assertThat(mistakes(filler + mistake)).contains(Mistake.GRANT_MISSPELT);
        // the same one byte later is another word, "clien"
        assertThat(mistakes(filler + "a" + mistake)).doesNotContain(Mistake.GRANT_MISSPELT);
    }

    private List<Mistake> mistakes(String body) {
        TestRequest request =
                TestRequest.token(OAUTH).header("Content-Type", "text/plain").body(body);
        return findings(request).stream().map(Finding::mistake).toList();
    }

    private List<Finding> findings(TestRequest request) {
        Exchange exchange = server.exchange(request);
        assertThat(exchange.reason()).contains(Reason.BODY_NOT_FORM);
        return exchange.findings();
    }

    /** The beginning, blanks up to the bound, and then as often as it takes what must not be seen. */
    private static TestRequest body(String begin, String beyond) {
        byte[] body = new byte[LARGE];
        Arrays.fill(body, (byte) ' ');
        byte[] first = begin.getBytes(ISO_8859_1);
        System.arraycopy(first, 0, body, 0, first.length);
        byte[] more = beyond.getBytes(ISO_8859_1);
        for (int at = Case.LOOKED_AT; at + more.length <= LARGE; at += more.length) {
            System.arraycopy(more, 0, body, at, more.length);
        }
        return TestRequest.token(OAUTH).header("Content-Type", "text/plain").body(body);
    }
}
