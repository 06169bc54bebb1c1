package io.github.cxoneauthstub.auth.token;

import io.github.cxoneauthstub.auth.token.TokenSigner.Reading;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The signing keys of one simulation: the newest one signs, older ones still verify until they are forgotten. Safe for
 * use by several threads.
 *
 * @since 0.1.0
 */
public final class KeyRing {
    /** Rotated further, it forgets the oldest: a key set is read by every client of a resource server. */
    private static final int MOST = 10;

    private volatile List<TokenSigner> newestFirst;

    /** A ring with one key. */
    public KeyRing(TokenSigner only) {
        this(List.of(only));
    }

    private KeyRing(List<TokenSigner> newestFirst) {
        this.newestFirst = newestFirst;
    }

    /** A ring that begins with the same keys; rotations there are not seen here, and the reverse. */
    public KeyRing fork() {
        return new KeyRing(newestFirst);
    }

    /** Signs with a new key from now on; the others, the last nine of them, still verify. */
    public synchronized void rotate() {
        newestFirst = Stream.concat(Stream.of(newestFirst.get(0).successor()), newestFirst.stream())
                .limit(MOST)
                .toList();
    }

    /** Signs with a new key from now on, and forgets all others. */
    public synchronized void rotateAndForget() {
        newestFirst = List.of(newestFirst.get(0).successor());
    }

    /** Signs claims with the newest key; see {@link TokenSigner#sign}. */
    public String sign(Map<String, Object> claims) {
        return newestFirst.get(0).sign(claims);
    }

    /** The same without the name of the key; see {@link TokenSigner#signUnnamed}. */
    public String signUnnamed(Map<String, Object> claims) {
        return newestFirst.get(0).signUnnamed(claims);
    }

    /** Reads what a client presented as a token; see {@link TokenSigner#read}. */
    public Reading read(String presented) {
        Reading last = new Reading.UnknownKey();
        for (TokenSigner key : newestFirst) {
            Reading reading = key.read(presented);
            if (reading instanceof Reading.BrokenSignature) {
                last = reading; // a token that names no key may still be another one's
            } else if (!(reading instanceof Reading.UnknownKey)) {
                return reading;
            }
        }
        return last;
    }

    /** The names of the keys, the newest first. */
    public List<String> ids() {
        return newestFirst.stream().map(TokenSigner::keyId).toList();
    }

    /** The public keys as a JWK Set (RFC 7517 section 5), in JSON, the newest first. */
    public String keySet() {
        return newestFirst.stream().map(TokenSigner::publicKey).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }
}
