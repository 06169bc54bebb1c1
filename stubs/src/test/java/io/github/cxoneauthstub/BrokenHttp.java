package io.github.cxoneauthstub;

import static io.github.cxoneauthstub.Breakage.oneOf;
import static io.github.cxoneauthstub.Draft.utf8;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;

/** The grammar of what can be wrong before anybody asks who the client is: request line, headers, framing, bytes. */
final class BrokenHttp {
    private static final List<String> METHODS = List.of(
            "GET", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW", "post", "PO ST", "P(ST", "",
            "CONNECT");

    private static final List<String> TARGETS = List.of(
            "",
            "*",
            "/%zz",
            "/%",
            "/\u0000",
            "/a b",
            "/a\tb",
            "/a\rb",
            utf8("/\u00c5ngstr\u00f6m"),
            "/\u0085\u00ff",
            "/users/%F0%28",
            "/users/a%2Fb",
            "/users/..;/me",
            "/../../users/me",
            "//users//me",
            "users/me",
            "http://localhost/users/me",
            "HTTPS://other:99999/nowhere",
            "http:///users/me",
            "ftp://localhost/x",
            "localhost:443",
            "/nowhere#part",
            "/__admin/mappings",
            "/__admin",
            "/" + "x".repeat(5_000),
            "/" + "x".repeat(20_000),
            "/?" + "a=b&".repeat(3_000));

    private static final List<String> QUERIES = List.of(
            "?", "??", "?a=%zz", "?=&=&", "?client_secret=hush", "?%63lient_secret=hush", "?a=\u00ff", "?[]{}|\"<>^`");

    private static final List<String> VERSIONS = List.of(
            "HTTP/1.0",
            "HTTP/0.9",
            "HTTP/1.2",
            "HTTP/2",
            "HTTP/2.0",
            "HTTP/11",
            "http/1.1",
            "HTTP/1.1 ",
            "",
            "FTP/1.1");

    private static final List<String> LINES = List.of(
            "NoColon",
            ": no name",
            "Blank : x",
            "B lank: x",
            "\u00e9: x",
            "X: \u0000",
            "X: a\rY: b",
            "X: folded\r\n once",
            " folded: first",
            "X:\t\t tab ",
            "X: " + "y".repeat(9_000),
            "X: " + "y".repeat(17_000),
            "X: y\r\n".repeat(600) + "X: y",
            ("X: " + "y".repeat(4_000) + "\r\n").repeat(12) + "X: y",
            "Host: other",
            "Cookie: ;=;a=%;b",
            "Expect: 100-continue",
            "Expect: 200-maybe",
            "Connection: close, upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA",
            "Content-Encoding: gzip",
            "X-HTTP-Method-Override: DELETE",
            "Range: bytes=0-0",
            "If-None-Match: *",
            "TE: trailers");

    private static final List<String> HOSTS =
            List.of("", "<&%zz>", "h:70000", "h:x", "[::1::2]:80", "a b", "\u00ff", "a,b");

    private static final List<String> LENGTHS = List.of(
            "-1", "+5", "0x10", "1, 1", "", "1e3", "99999999999999999999", "5000000", "00000000000000000000", "9");

    private static final List<String> CODINGS =
            List.of("gzip, chunked", "identity", "chunked, chunked", "xchunked", "", "\"chunked\"", "chunked;q=1");

    private static final List<String> CHUNKS = List.of(
            "0\r\n\r\n",
            "5\r\nab",
            "5\r\nabcdefgh\r\n0\r\n\r\n",
            "zz\r\nab\r\n0\r\n\r\n",
            "+5\r\nabcde\r\n0\r\n\r\n",
            "-1\r\n\r\n",
            "ffffffffffffffff\r\nab",
            "7fffffff\r\nab",
            "\r\n\r\n",
            "3;ext=\"x\"\r\na=b\r\n0\r\nTrailer: x\r\n\r\n",
            "3\na=b\n0\n\n",
            "3\r\na=b0\r\n\r\n",
            "3 \r\na=b\r\n0\r\nBad Trailer\r\n\r\n",
            "1\r\na\r\n".repeat(3_000),
            "3;" + "x".repeat(17_000) + "\r\na=b\r\n0\r\n\r\n",
            "0\r\n" + "T: x\r\n".repeat(5_000) + "\r\n");

    private static final List<String> FRAGMENTS = List.of(
            "\r\n",
            "\n",
            "\r",
            "\r\n\r\n",
            "\u0000",
            " ",
            "\t",
            ":",
            "%",
            "%zz",
            "\u00ff",
            "0\r\n\r\n",
            "\u0016\u0003\u0001");

    static final List<Breakage> ALL = List.of(
            oneOf(METHODS, (draft, value) -> draft.method = value),
            oneOf(TARGETS, (draft, value) -> draft.target = value),
            oneOf(QUERIES, (draft, value) -> draft.target += value),
            oneOf(VERSIONS, (draft, value) -> draft.version = value),
            oneOf(LINES, (draft, value) -> draft.headers.add(value)),
            oneOf(HOSTS, (draft, value) -> draft.header("Host", value)),
            oneOf(LENGTHS, (draft, value) -> draft.frame("Content-Length: " + value, draft.body)),
            oneOf(CODINGS, (draft, value) -> draft.frame("Transfer-Encoding: " + value, draft.chunks(7))),
            oneOf(CHUNKS, (draft, value) -> draft.frame("Transfer-Encoding: chunked", value)),
            (draft, random) -> draft.without("Host"),
            (draft, random) -> draft.frame("Transfer-Encoding: chunked", draft.chunks(1 + random.nextInt(9))),
            (draft, random) -> draft.frame("Content-Length: 3\r\nTransfer-Encoding: chunked", draft.chunks(9)),
            (draft, random) -> draft.frame("Content-Length: 1\r\nContent-Length: 2", draft.body),
            (draft, random) -> draft.frame("", draft.body),
            (draft, random) -> draft.damage = text -> text.replace("\r\n", "\n"),
            (draft, random) -> draft.damage = text -> text.substring(0, random.nextInt(text.length())),
            (draft, random) -> draft.damage = text -> FRAGMENTS.get(random.nextInt(FRAGMENTS.size())) + text,
            (draft, random) -> draft.damage = text -> text + FRAGMENTS.get(random.nextInt(FRAGMENTS.size())),
            (draft, random) -> draft.damage = text -> damaged(text, random),
            (draft, random) -> draft.damage = text -> bytes(random));

    private BrokenHttp() {}

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.setCharAt(at, (char) random.nextInt(256));
                case 1 -> damaged.deleteCharAt(at);
                default -> damaged.insert(at, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
            }
        }
        return damaged.toString();
    }

    private static String bytes(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(400)];
        random.nextBytes(bytes);
        return new String(bytes, ISO_8859_1);
    }
}
