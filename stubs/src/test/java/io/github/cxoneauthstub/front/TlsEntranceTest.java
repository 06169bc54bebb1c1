package io.github.cxoneauthstub.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.security.GeneralSecurityException;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLProtocolException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What JDK 17 and 25 throw at the end of a handshake, whichever of them runs this. */
class TlsEntranceTest {
    private static final String DISTRUST = "the client does not trust the certificate";
    private static final String NO_AGREEMENT = "client and server could not agree on how to speak TLS";

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(new SSLHandshakeException("Received fatal alert: unknown_ca"), DISTRUST),
                arguments(new SSLHandshakeException("Received fatal alert: bad_certificate"), DISTRUST),
                arguments(plainAlertOnJdk17(), DISTRUST),
                arguments(plainAlertOnJdk25("unknown_ca"), DISTRUST),
                arguments(plainAlertOnJdk25("certificate_expired"), DISTRUST),
                arguments(
                        plainAlertOnJdk25("protocol_version"),
                        "the client could not agree on how to speak TLS, and said so"),
                arguments(
                        new SSLHandshakeException("No application layer protocol values match"),
                        "the client speaks no HTTP/1.1, and nothing else is spoken here"),
                arguments(
                        new SSLHandshakeException("Remote host terminated the handshake"),
                        "the client left in the middle of the handshake, as some do that do not trust the certificate"),
                arguments(new SSLHandshakeException("no cipher suites in common"), NO_AGREEMENT),
                arguments(new SSLException((String) null), NO_AGREEMENT));
    }

    private static SSLException plainAlertOnJdk17() {
        return unexpected(new AEADBadTagException("Tag mismatch!"));
    }

    private static SSLException plainAlertOnJdk25(String alert) {
        return unexpected(
                new GeneralSecurityException("Unexpected plaintext alert received: Level: fatal; Alert: " + alert));
    }

    private static SSLException unexpected(GeneralSecurityException cause) {
        SSLException failed = new SSLProtocolException("Unexpected exception");
        failed.initCause(cause);
        return failed;
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failure_isToldInWords(SSLException failed, String told) {
        assertThat(TlsEntrance.why(failed).sentence()).isEqualTo(told);
    }
}
