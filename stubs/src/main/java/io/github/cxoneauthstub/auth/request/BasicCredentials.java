package io.github.cxoneauthstub.auth.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The user-id and password of HTTP Basic authentication (RFC 7617 section 2): base64 with padding of UTF-8 text that is
 * split at its first colon. The halves are as sent; whether they were form-encoded first, as RFC 6749 section 2.3.1
 * demands, is for the caller to find out.
 *
 * @since 0.1.0
 */
public sealed interface BasicCredentials {

    /**
     * Credentials that could be read.
     *
     * @param userId what stands before the first colon
     * @param password what follows it
     */
    record UserPass(String userId, String password) implements BasicCredentials {

        /**
         * A control character in either half, which RFC 7617 section 2 forbids, as its code; empty if there is none.
         */
        public Optional<String> controlCharacter() {
            return (userId + password)
                    .chars()
                    .filter(c -> c < 0x20 || c == 0x7f)
                    .mapToObj(c ->
                            c == '\n' ? "a line feed" : c == '\r' ? "a carriage return" : "the control character " + c)
                    .findFirst();
        }

        /** A form decoder takes each character for a byte. */
        private static String byBytes(String text) {
            return new String(text.getBytes(UTF_8), ISO_8859_1);
        }

        /** Both halves decoded as a form would be; empty if either cannot be decoded. */
        public Optional<UserPass> formDecoded() {
            return FormEncoding.decode(byBytes(userId))
                    .flatMap(id -> FormEncoding.decode(byBytes(password)).map(secret -> new UserPass(id, secret)));
        }

        /** Says nothing of either half. */
        @Override
        public String toString() {
            return "UserPass[]";
        }
    }

    /** Credentials that could not be read. */
    record Unreadable(Fault fault) implements BasicCredentials {

        /** Why; the sentence quotes nothing. */
        public String why() {
            return fault.sentence();
        }
    }

    /** Why credentials cannot be read. */
    enum Fault {
        /** Only the word Basic. */
        EMPTY("nothing follows the word Basic"),
        /** The word Basic before the value. */
        DOUBLED("the word Basic is there twice"),
        /** What Python's str() makes of bytes. */
        PYTHON_BYTES("the value is Python's b'...': bytes were turned to text by str() instead of decode()"),
        /** Base64 but for blanks or line breaks. */
        WRAPPED("the base64 text has a blank or a line break inside: it was wrapped by the encoder"),
        /** Something with a colon that is no base64. */
        NOT_ENCODED("the value is id:secret itself, not its base64"),
        /** Characters or padding that base64 does not have. */
        NOT_BASE64("the value is not base64"),
        /** The other alphabet. */
        URL_SAFE("the value is base64url (with - or _) instead of base64 (with + and /)"),
        /** A length that is not a multiple of four. */
        UNPADDED("the base64 text has no padding: its length is not a multiple of four"),
        /** Bytes of another character set, or no text at all. */
        NOT_UTF8("the base64 text decodes to bytes that are not UTF-8"),
        /** Two bytes for each letter. */
        UTF_16("the base64 text decodes to UTF-16, not to UTF-8: each letter is followed by a zero"),
        /** Text that is not id:secret. */
        NO_COLON("the base64 text decodes to something without a colon, so it is not id:secret");

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }

        /** What is wrong; quotes nothing. */
        public String sentence() {
            return sentence;
        }
    }

    /** Reads what follows the word Basic. */
    static BasicCredentials read(String token) {
        return Shape.fault(token).<BasicCredentials>map(Unreadable::new).orElseGet(() -> decode(token));
    }

    private static BasicCredentials decode(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new Unreadable(Fault.NOT_BASE64);
        }
        Optional<String> text = FormEncoding.strictUtf8(bytes);
        if (text.isEmpty()) {
            return new Unreadable(Fault.NOT_UTF8);
        }
        if (Shape.UTF_16.matcher(text.get()).matches()) {
            return new Unreadable(Fault.UTF_16);
        }
        int colon = text.get().indexOf(':');
        return colon < 0
                ? new Unreadable(Fault.NO_COLON)
                : new UserPass(text.get().substring(0, colon), text.get().substring(colon + 1));
    }

    /** What the characters of the value tell before anything is decoded. */
    final class Shape {
        private static final Pattern DOUBLED = Pattern.compile("(?i)basic\\s");
        private static final Pattern PYTHON_BYTES = Pattern.compile("b(['\"]).*\\1", Pattern.DOTALL);
        private static final Pattern UTF_16 = Pattern.compile("(?:[^\\x00]\\x00){2,}+");
        private static final Pattern BLANK = Pattern.compile("\\s");
        private static final Pattern EITHER_ALPHABET = Pattern.compile("[A-Za-z0-9+/_-]+={0,2}");
        private static final Pattern URL_ALPHABET = Pattern.compile("[_-]");

        private Shape() {}

        private static Optional<Fault> fault(String token) {
            if (token.isEmpty()) {
                return Optional.of(Fault.EMPTY);
            }
            if (DOUBLED.matcher(token).lookingAt()) {
                return Optional.of(Fault.DOUBLED);
            }
            if (PYTHON_BYTES.matcher(token).matches()) {
                return Optional.of(Fault.PYTHON_BYTES);
            }
            String unwrapped = BLANK.matcher(token).replaceAll("");
            if (!EITHER_ALPHABET.matcher(unwrapped).matches()) {
                return Optional.of(token.indexOf(':') >= 0 ? Fault.NOT_ENCODED : Fault.NOT_BASE64);
            }
            if (unwrapped.length() < token.length()) {
                return Optional.of(Fault.WRAPPED);
            }
            if (URL_ALPHABET.matcher(token).find()) {
                return Optional.of(Fault.URL_SAFE);
            }
            return token.length() % 4 == 0 ? Optional.empty() : Optional.of(Fault.UNPADDED);
        }
    }
}
