package io.github.cxoneauthstub.wiremock;

import io.github.cxoneauthstub.auth.AuthorizationServer;
import io.github.cxoneauthstub.auth.WrongCertificate;
import io.github.cxoneauthstub.front.Disagreement;
import io.github.cxoneauthstub.front.Disagreement.Cause;
import io.github.cxoneauthstub.front.HandshakeListener;
import java.util.Optional;
import java.util.Set;

/**
 * Lets the server record what became of a client that came over HTTPS.
 *
 * @param server the one of when the client began
 * @param wrong what was wrong on purpose with the certificate that it was shown
 */
record Handshake(AuthorizationServer server, Optional<WrongCertificate> wrong) implements HandshakeListener {
    /** What says nothing of what a client makes of a certificate: it was not shown any, or fell silent. */
    private static final Set<Cause> NO_REFUSAL = Set.of(Cause.PROTOCOL, Cause.NOTHING_IN_COMMON, Cause.SLOWNESS);

    /** To take the right certificate is nothing to record. */
    @Override
    public void accepted() {
        wrong.ifPresent(server::taken);
    }

    /** Who breaks off at a wrong certificate does what it ought to. */
    @Override
    public void brokenOff(Disagreement why) {
        if (wrong.isEmpty() || NO_REFUSAL.contains(why.cause())) {
            server.notAgreed(why.sentence(), advice(why.cause()));
        }
    }

    private static String advice(Cause cause) {
        return switch (cause) {
            case DISTRUST, LEFT ->
                "let the client trust the authority of these certificates, and nothing else: in Java"
                        + " auth.https().trust().sslContext(), elsewhere the file of auth.https().trust().pemFile(), which the"
                        + " standalone server names when it starts";
            case PROTOCOL ->
                "let the client offer http/1.1 by ALPN, alone or beside h2, as most do by themselves: one that is told"
                        + " to speak HTTP/2 only does not";
            case SLOWNESS ->
                "look for what holds the client in the middle of its handshake: a breakpoint, a proxy, a thread that"
                        + " waits for another";
            case NOTHING_IN_COMMON, OTHER ->
                "let the client offer TLS 1.2 or 1.3 with cipher suites that the JDK of this server has; what it offers"
                        + " is shown by curl -v, openssl s_client or -Djavax.net.debug=ssl:handshake";
        };
    }
}
