package io.github.cxoneauthstub.front;

/**
 * Why a client and the front did not come to speak TLS.
 *
 * @param cause for who has to decide what follows from it
 * @param sentence of ours, which quotes nothing
 * @since 0.1.0
 */
public record Disagreement(Cause cause, String sentence) {
    /** What a client did, or left undone. */
    public enum Cause {
        /** It said that it does not trust the certificate (RFC 8446 section 6.2). */
        DISTRUST,
        /** It left without a word. */
        LEFT,
        /** It offers protocols by ALPN, and HTTP/1.1 is not among them (RFC 7301 section 3.2). */
        PROTOCOL,
        /** It was not at the end of the handshake when the patience of the front was. */
        SLOWNESS,
        /** No version or no cipher suite is in common, so that no certificate was shown. */
        NOTHING_IN_COMMON,
        /** The client said something else. */
        OTHER
    }

    static final Disagreement DISTRUST = new Disagreement(Cause.DISTRUST, "the client does not trust the certificate");
    static final Disagreement LEFT = new Disagreement(
            Cause.LEFT, "the client left in the middle of the handshake, as some do that do not trust the certificate");
    static final Disagreement PROTOCOL =
            new Disagreement(Cause.PROTOCOL, "the client speaks no HTTP/1.1, and nothing else is spoken here");
    static final Disagreement NOTHING_IN_COMMON =
            new Disagreement(Cause.NOTHING_IN_COMMON, "client and server could not agree on how to speak TLS");
    static final Disagreement OTHER =
            new Disagreement(Cause.OTHER, "the client could not agree on how to speak TLS, and said so");

    static Disagreement slowness(FrontLimits limits) {
        return new Disagreement(
                Cause.SLOWNESS,
                "the handshake of TLS was not at its end within "
                        + limits.patience().toMillis() + " ms");
    }
}
