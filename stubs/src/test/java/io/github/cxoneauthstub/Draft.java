package io.github.cxoneauthstub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A request in the making, part by part, that a breakage changes in place: valid at first. One character is one byte.
 */
final class Draft {
    String method;
    String target;
    String version = "HTTP/1.1";
    final List<String> headers = new ArrayList<>(List.of("Host: localhost"));
    String body;

    /** What goes out in place of the body and its Content-Length, once somebody has framed it by hand. */
    private String framed = "";

    private boolean byHand;

    /** What the bytes of the whole request go through at last. */
    UnaryOperator<String> damage = UnaryOperator.identity();

    private Draft(String method, String target, String body) {
        this.method = method;
        this.target = target;
        this.body = body;
    }

    /** A token request with these credentials as Basic, halves encoded already. */
    static Draft tokenByBasic(String path, String id, String secret) {
        Draft draft = form(path, "grant_type=client_credentials");
        draft.headers.add("Authorization: " + basic(id + ":" + secret));
        return draft;
    }

    /** A token request with these credentials in the form, encoded already. */
    static Draft tokenByBody(String path, String id, String secret) {
        return form(path, "grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret);
    }

    private static Draft form(String path, String body) {
        Draft draft = new Draft("POST", path, body);
        draft.headers.add("Content-Type: application/x-www-form-urlencoded");
        return draft;
    }

    /** A call with a token. */
    static Draft call(String method, String target, String token) {
        Draft draft = new Draft(method, target, "");
        draft.headers.add("Authorization: Bearer " + token);
        return draft;
    }

    static String basic(String plain) {
        return "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(ISO_8859_1));
    }

    /** As the bytes of its UTF-8. */
    static String utf8(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    /** Puts a header in the place of all lines of that name. */
    void header(String name, String value) {
        without(name);
        headers.add(name + ": " + value);
    }

    void without(String name) {
        headers.removeIf(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
    }

    /** Takes the framing into one's own hands: these lines announce it, and this follows the head. */
    void frame(String announced, String sent) {
        headers.addAll(announced.isEmpty() ? List.of() : List.of(announced.split("\r\n", -1)));
        framed = sent;
        byHand = true;
    }

    /** The body in chunks of that many characters, ended as it should be. */
    String chunks(int size) {
        StringBuilder chunks = new StringBuilder();
        for (int at = 0; at < body.length(); at += size) {
            String chunk = body.substring(at, Math.min(body.length(), at + size));
            chunks.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        return chunks + "0\r\n\r\n";
    }

    /** What goes over the wire. */
    String text() {
        String lines = String.join("\r\n", headers) + (headers.isEmpty() ? "" : "\r\n");
        String length = byHand || body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        String head = method + " " + target + " " + version + "\r\n" + lines + length + "\r\n";
        return damage.apply(head + (byHand ? framed : body));
    }
}
