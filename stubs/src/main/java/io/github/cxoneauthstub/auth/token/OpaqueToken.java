package io.github.cxoneauthstub.auth.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.cxoneauthstub.auth.token.TokenSigner.Reading;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Tokens that tell a client nothing: the id, and in the longer form what shows that it was not tampered with. Like the
 * published signing key it protects nothing but tests.
 *
 * @since 0.1.0
 */
public final class OpaqueToken {
    private static final int ID = 16;
    private static final int LONG = 64;

    private OpaqueToken() {}

    /** One of 86 characters of base64url. */
    public static String ofId(String id) {
        byte[] bytes = bytes(id);
        byte[] whole = Arrays.copyOf(bytes, LONG);
        System.arraycopy(seal(bytes), 0, whole, ID, LONG - ID);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** Reads what was presented; empty if it has not the shape of a long one. */
    public static Optional<Reading> read(String presented) {
        if (presented.length() != 86) {
            return Optional.empty();
        }
        return decoded(Base64.getUrlDecoder(), presented)
                .filter(bytes -> bytes.length == LONG)
                .map(bytes -> {
                    byte[] id = Arrays.copyOf(bytes, ID);
                    // the decoder passes over the last bits, and so would over a last character that was changed
                    return presented.equals(ofId(text(id)))
                            ? new Reading.Genuine(text(id), "")
                            : new Reading.BrokenSeal();
                });
    }

    private static Optional<byte[]> decoded(Base64.Decoder decoder, String text) {
        try {
            return Optional.of(decoder.decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String id) {
        UUID uuid = UUID.fromString(id);
        return ByteBuffer.allocate(ID)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private static String text(byte[] id) {
        ByteBuffer buffer = ByteBuffer.wrap(id);
        return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }

    private static byte[] seal(byte[] id) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-384");
            digest.update("cxone-auth-stub".getBytes(US_ASCII));
            return digest.digest(id);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime that is used here has SHA-384", e);
        }
    }
}
