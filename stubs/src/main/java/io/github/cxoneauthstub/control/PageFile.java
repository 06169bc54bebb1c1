package io.github.cxoneauthstub.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.auth.Answer;
import io.github.cxoneauthstub.auth.request.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A file of the page that a browser shows. The page asks the control API like any other program, and nothing else: its
 * policy lets no other script run and no other host be asked.
 *
 * @param path the path below the prefix
 * @param name of the resource beside this class
 * @param contentType what a browser takes it for
 */
record PageFile(String path, String name, String contentType) {
    private static final List<PageFile> ALL = List.of(
            new PageFile("/", "page.html", "text/html; charset=utf-8"),
            script("exchanges.js"),
            script("page.js"),
            new PageFile("/page.css", "page.css", "text/css; charset=utf-8"));

    /** The icon is an empty one within the page, so that a browser asks for none: its request would be an exchange. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static PageFile script(String name) {
        return new PageFile("/" + name, name, "text/javascript; charset=utf-8");
    }

    /** The file at a path below the prefix. */
    static Optional<PageFile> at(String path) {
        return ALL.stream().filter(file -> file.path.equals(path)).findFirst();
    }

    /** Sends a browser from the prefix to the page, where the relative links of the page are right. */
    static Answer redirect() {
        List<Header> headers =
                List.of(new Header("Location", ControlApi.PREFIX + "/"), new Header("Cache-Control", "no-store"));
        return new Answer(302, headers, "", Duration.ZERO);
    }

    Answer answer() {
        List<Header> headers = List.of(
                new Header("Content-Type", contentType),
                new Header("Cache-Control", "no-store"),
                new Header("Content-Security-Policy", POLICY),
                new Header("X-Content-Type-Options", "nosniff"),
                new Header("Referrer-Policy", "no-referrer"));
        return new Answer(200, headers, read(name), Duration.ZERO);
    }

    /** The text of a resource of the page. */
    static String read(String name) {
        try (InputStream in = PageFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in the jar: was it repackaged?");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
