package io.github.cxoneauthstub.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Text in base64, read whatever the alphabet, the padding and the line breaks are. */
final class Base64Text {
    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{4,}={0,2}");

    private Base64Text() {}

    /** The text in it; empty if there is none. */
    static Optional<String> decode(String encoded) {
        String base64 = BLANK.matcher(encoded).replaceAll("").replace('-', '+').replace('_', '/');
        if (!BASE64.matcher(base64).matches()) {
            return Optional.empty();
        }
        String bare = base64.replace("=", "");
        if (bare.length() % 4 == 1) {
            return Optional.empty();
        }
        String text = new String(Base64.getDecoder().decode(bare), UTF_8);
        boolean isText = text.chars().noneMatch(c -> c == '\ufffd' || (c < 0x20 && !Character.isWhitespace(c)));
        return isText ? Optional.of(text) : Optional.empty();
    }

    /** Whether the base64 text is that of ASCII with two bytes for each character, and a colon in it. */
    static boolean isUtf16(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        return Stream.of(UTF_16, UTF_16LE)
                .map(charset -> new String(bytes, charset))
                .anyMatch(text -> text.indexOf(':') > 0 && text.chars().allMatch(c -> c >= 0x20 && c < 0x7f));
    }
}
