package io.github.cxoneauthstub.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines of code beside the advice, as somebody pastes them. Some were prose, and some named what is not there. */
class CodeLinesTest {
    private static final String JAVA = """
            import static java.nio.charset.StandardCharsets.UTF_8;
            import java.net.URLEncoder;
            import java.net.http.HttpRequest;
            import java.net.http.HttpRequest.BodyPublishers;
            import java.nio.file.*;
            import java.util.*;
            class Pasted {
                Object line(String id, String secret, String accessKeyId, String accessKeySecret, String base64, String form, String json, String accessToken, List<String> scopes,
                        Path path) throws Exception {
                    return EXPRESSION
                    ;
                }
            }
            """;

    private static final String PYTHON = """
            import sys, os, tempfile
            from unittest.mock import MagicMock
            os.environ['CLIENT_SECRET'] = os.environ['ACCESS_KEY_SECRET'] = 's3cret'
            with tempfile.NamedTemporaryFile('w', delete=False) as file:
                file.write('s3cret')
            for line in sys.stdin.read().splitlines():
                exec(line, {'requests': MagicMock(), 'response': MagicMock(), 'url': 'http://127.0.0.1/', 'form': {},
                    'fields': {}, 'client_id': 'id', 'client_secret': 's3cret', 'access_token': 'x',
                    'access_key_id': 'KEY====', 'access_key_secret': 's3cret', 'pair': b'a:b',
                    'scopes': ['a'], 'name': file.name})
            os.unlink(file.name)
            """;

    private static final String JAVASCRIPT = """
            process.env.CLIENT_SECRET = process.env.ACCESS_KEY_SECRET = 's3cret';
            const lines = require('fs').readFileSync(0, 'utf8').split('\\n').filter(line => line);
            const names = ['axios', 'fetch', 'response', 'url', 'form', 'fields', 'body', 'id', 'secret', 'clientId',
                'clientSecret', 'accessToken', 'base64', 'pair', 'scopes', 'accessKeyId', 'accessKeySecret'];
            const values = [{post: () => 0}, () => 0, {ok: true, data: {}, json: () => ({})}, 'http://127.0.0.1/', '', {}, '', 'id',
                's3cret', 'id', 's3cret', 'x', 'aTpz', 'i:s', ['a'], 'KEY====', 's3cret'];
            const AsyncFunction = (async () => 0).constructor;
            Promise.all(lines.map(line => new AsyncFunction(...names, line)(...values)))
                .catch(e => { console.error(e); process.exit(1); });
            """;

    @TempDir
    private Path directory;

    static Stream<String> javaLines() {
        return lines(Library.JAVA);
    }

    @ParameterizedTest
    @MethodSource("javaLines")
    void javaLine_compiles(String line) {
        String expression = line.startsWith(".") ? "HttpRequest.newBuilder()" + line : line;
        var source = new SimpleJavaFileObject(URI.create("string:///Pasted.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return JAVA.replace("EXPRESSION", expression);
            }
        };
        DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();

        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, faults, List.of("-proc:none", "-d", directory.toString()), null, List.of(source))
                .call();

        assertThat(faults.getDiagnostics()).isEmpty();
    }

    /** What a line needs besides the library, it imports itself. */
    @Test
    void pythonLines_run() throws Exception {
        assertRuns(List.of("python3", "-c", PYTHON), lines(Library.REQUESTS));
    }

    @Test
    void javaScriptLines_run() throws Exception {
        assertRuns(List.of("node", "-e", JAVASCRIPT), lines(Library.AXIOS, Library.FETCH));
    }

    @Test
    void shellLines_areReadByAShell() throws Exception {
        assertRuns(List.of("sh", "-n"), lines(Library.CURL));
    }

    /** {@code -w0} is an option of GNU only; the base64 of macOS knows it not. */
    @Test
    void shellLines_giveBase64NoOption_andCurlItsUrl() {
        assertThat(lines(Library.CURL)).allSatisfy(line -> {
            assertThat(line).doesNotContainPattern("base64 -");
            assertThat(line).matches(".*base64 \\| tr -d '\\\\n'|printf.* od .*|curl .* \"\\$TOKEN_URL\"(?: # .*)?");
        });
    }

    /** It was a grant without what it is granted for. */
    @Test
    void noLine_asksWithAKeyWithoutNamingIt() {
        assertThat(lines(Library.values()).filter(line -> line.matches(".*grant_type\\W+password.*")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("username"));
    }

    @ParameterizedTest
    @CsvSource({
        "Java-http-client/17.0.15, 'JAVA,SPRING'",
        "Java/17.0.15, 'JAVA,SPRING'",
        "Apache-HttpClient/5.4.4 (Java/17.0.15), SPRING",
        "ReactorNetty/1.2.3, SPRING",
        "axios/1.7.2, AXIOS",
        "node, FETCH",
        "undici, FETCH",
        "python-requests/2.31.0, REQUESTS",
        "curl/8.5.0, CURL",
        "Mozilla/5.0 (compatible; curl/8), ''",
        "'', ''"
    })
    void library_isKnownByItsUserAgent(String userAgent, String libraries) {
        assertThat(Stream.of(Library.values()).filter(each -> each.isClient(userAgent)))
                .extracting(Library::name)
                .containsExactlyElementsOf(Stream.of(libraries.split(","))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    private static Stream<String> lines(Library... libraries) {
        List<Library> wanted = List.of(libraries);
        return Catalogue.ALL.stream()
                .flatMap(detector -> wanted.stream().flatMap(library -> detector.lines(library).stream()))
                .flatMap(line -> Stream.of(Fitting.values()).flatMap(fitting -> fitting.line(line).stream()))
                .distinct();
    }

    private void assertRuns(List<String> interpreter, Stream<String> lines) throws Exception {
        Path input = Files.writeString(directory.resolve("lines"), String.join("\n", lines.toList()) + "\n", UTF_8);
        Path output = directory.resolve("output");
        Optional<Process> running = started(new ProcessBuilder(interpreter)
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile()));
        assumeTrue(running.isPresent(), interpreter.get(0) + " is not installed");

        assertThat(running.get().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(running.get().exitValue()).as(Files.readString(output)).isZero();
    }

    private static Optional<Process> started(ProcessBuilder process) {
        try {
            return Optional.of(process.start());
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }
}
