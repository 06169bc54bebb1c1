package io.github.cxoneauthstub.auth.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * The encoding of {@code application/x-www-form-urlencoded} (RFC 6749 appendix B): percent-encoded UTF-8 with {@code +}
 * for the blank.
 *
 * @since 0.1.0
 */
public final class FormEncoding {
    private FormEncoding() {}

    /** What can be wrong with an encoded text. */
    public enum Fault {
        /** A {@code %} that two hexadecimal digits do not follow. */
        BAD_ESCAPE("a % that two hexadecimal digits do not follow"),
        /** Bytes that are no UTF-8. */
        BAD_UTF8("bytes that are not UTF-8");

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }

        /** Says what is wrong, to follow "there are" or "there is". */
        public String sentence() {
            return sentence;
        }
    }

    /** The encoded form of a text, as a client must send it. */
    public static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** The text that was encoded; empty if the encoding is broken in any place. */
    public static Optional<String> decode(String encoded) {
        return fault(encoded).isPresent() ? Optional.empty() : Optional.of(decodeLeniently(encoded));
    }

    /** What is wrong with an encoded text; empty when nothing is. */
    public static Optional<Fault> fault(String encoded) {
        for (int at = encoded.indexOf('%'); at >= 0; at = encoded.indexOf('%', at + 1)) {
            if (!isEscape(encoded, at)) {
                return Optional.of(Fault.BAD_ESCAPE);
            }
        }
        return strictUtf8(bytes(encoded)).isPresent() ? Optional.empty() : Optional.of(Fault.BAD_UTF8);
    }

    /** Decodes what can be decoded and keeps the rest as it is. */
    public static String decodeLeniently(String encoded) {
        return decodeLeniently(encoded, UTF_8);
    }

    /** Decodes what can be decoded, as a client meant it that encodes with another character set than UTF-8. */
    public static String decodeLeniently(String encoded, Charset charset) {
        return new String(bytes(encoded), charset);
    }

    /** Decodes the escapes that can be decoded; a + stays one. */
    public static String decodeEscapes(String encoded, Charset charset) {
        return isPlain(encoded) ? encoded : decodeLeniently(encoded.replace("+", "%2B"), charset);
    }

    /** Whether its characters are its bytes, whatever the character set: most texts are so, and need no work. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '%' || c >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Reads bytes as UTF-8; empty if they are not. */
    public static Optional<String> strictUtf8(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int at = 0; at < encoded.length(); at++) {
            char c = encoded.charAt(at);
            if (c == '%' && isEscape(encoded, at)) {
                bytes.write(
                        Character.digit(encoded.charAt(at + 1), 16) << 4 | Character.digit(encoded.charAt(at + 2), 16));
                at += 2;
            } else if (c < 0x100) {
                bytes.write(c == '+' ? ' ' : c);
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isEscape(String encoded, int at) {
        return at + 2 < encoded.length() && isHex(encoded.charAt(at + 1)) && isHex(encoded.charAt(at + 2));
    }

    private static boolean isHex(char c) {
        return c < 0x80 && Character.digit(c, 16) >= 0;
    }
}
