package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import io.github.cxoneauthstub.auth.request.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what stands behind the name of a secret, however a client wrote the two: in JSON, behind a semicolon or a
 * blank, encoded as a whole, in the path, in a header. What it finds too much is hidden too much, and that is all.
 */
final class NamedSecrets {
    private static final int LONGEST_LOOKED_AT = 4_000;
    private static final int ENCODINGS = 3;

    private static final Pattern NAMED = Pattern.compile(
            "(?i)(?:secret|password|token|assertion|verifier|challenge|code)[\"'\\s]{0,3}[=:][\"'\\s]{0,3}([^\"'\\s&}<]+)");

    /** The user information of a URL (RFC 3986 section 3.2.1). */
    private static final Pattern IN_URL = Pattern.compile("//[^/@:\\s]*:([^/@\\s]+)@");

    private NamedSecrets() {}

    /** All of them, in its target, its headers and the beginning of its body. */
    static List<String> in(ArrivedRequest request) {
        List<String> found = new ArrayList<>();
        byte[] body = request.body();
        String begin = new String(body, 0, Math.min(body.length, LONGEST_LOOKED_AT), ISO_8859_1);
        addAll(request.path() + "?" + request.query().orElse(""), found);
        addAll(request.headers().stream().map(Header::value).collect(Collectors.joining("\n")), found);
        addAll(begin, found);
        return found;
    }

    private static void addAll(String text, List<String> found) {
        String reading = text.substring(0, Math.min(text.length(), LONGEST_LOOKED_AT));
        for (int times = 0; times < ENCODINGS; times++) {
            addAll(NAMED.matcher(reading), found);
            addAll(IN_URL.matcher(reading), found);
            String decoded = FormEncoding.decodeEscapes(reading, UTF_8);
            if (decoded.equals(reading)) {
                return;
            }
            reading = decoded;
        }
    }

    private static void addAll(Matcher matcher, List<String> found) {
        while (matcher.find() && found.size() <= RequestSecrets.MOST_CLAIMED) {
            found.add(matcher.group(1));
        }
    }
}
