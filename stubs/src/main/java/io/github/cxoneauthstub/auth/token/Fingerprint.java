package io.github.cxoneauthstub.auth.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What is kept of a value that nobody but the client may keep: half of its SHA-256, which is equal for equal values.
 *
 * @param high the first eight bytes
 * @param low the next eight bytes
 * @since 0.1.0
 */
public record Fingerprint(long high, long low) {

    /** That of a value. */
    public static Fingerprint of(String value) {
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8)));
            return new Fingerprint(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
