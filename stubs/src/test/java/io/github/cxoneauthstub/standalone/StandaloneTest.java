package io.github.cxoneauthstub.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.Wire;
import io.github.cxoneauthstub.standalone.Standalone.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program prints and how it ends, without a process of its own. */
class StandaloneTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Standalone standalone =
            new Standalone(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));

    private Outcome last = new Outcome(java.util.Optional.empty(), -1);

    @AfterEach
    void close() {
        last.server().ifPresent(CxoneAuth::close);
    }

    private Outcome run(String... arguments) {
        last = standalone.run(List.of(arguments));
        return last;
    }

    private CxoneAuth server() {
        return last.server().orElseThrow();
    }

    private List<String> printed() {
        return out.toString(UTF_8).lines().toList();
    }

    private String complaint() {
        return err.toString(UTF_8);
    }

    @Test
    void firstLines_areWhereItListensAndTheClientThatNobodyElseKnows() {
        run();

        assertThat(printed())
                .startsWith(
                        "cxone-auth-stubs listening on " + server().baseUri(), "client test-client not+a/real=secret")
                .contains(
                        "access key NOTAREALACCESSKEYIDITISMADEFORTESTSOFCXONECLIENTS234===="
                                + " NOTAREALSECRETITISMADEFORTESTSOFCXONECLIENTSONLY2345====",
                        "POST /oauth/token  OAUTH_TOKEN, the default profile",
                        "POST /oauth2/token  OAUTH2_TOKEN",
                        "POST /api/v2/oauth/token  API_V2",
                        server().baseUri() + "/__admin/cxone/  a page to look at",
                        "GET /__admin/cxone/exchanges  what was asked, and why it was refused");
        assertThat(server().baseUri().getHost()).isEqualTo("127.0.0.1");
        assertThat(complaint()).isEmpty();
    }

    @Test
    void quiet_printsTheseLinesOnly() {
        run("--quiet");

        assertThat(printed()).hasSize(2);
    }

    @Test
    void httpsPort_isASecondLine() {
        run("--quiet", "--https-port", "0");

        assertThat(printed())
                .hasSize(4)
                .contains("cxone-auth-stubs listening on " + server().https().baseUri(), Index.atIndex(1))
                .contains("CA of its certificates " + server().https().trust().pemFile(), Index.atIndex(2));
    }

    @Test
    void httpsPortInUse_stopsAll() {
        try (CxoneAuth other = CxoneAuth.start()) {
            int port = other.baseUri().getPort();

            assertThat(run("--https-port", String.valueOf(port)).status()).isEqualTo(1);

            assertThat(complaint()).startsWith("cxone-auth-stubs: cannot listen on 127.0.0.1:" + port + ": ");
            assertThat(printed()).isEmpty();
        }
    }

    @Test
    void requests_areAnsweredAndControlled() {
        run("--quiet");

        assertThat(Wire.status(
                        Wire.send(server().baseUri(), Wire.token("/oauth/token", "test-client", "not+a/real=secret"))))
                .isEqualTo(200);
        assertThat(Wire.send(server().baseUri(), Wire.get("/__admin/cxone/exchanges")))
                .contains("\"clientId\":\"test-client\"");
    }

    @Test
    void publicUrl_replacesTheBaseOfDocumentsAndTokens() {
        run("--public-url=https://cxone.example/mock", "--port", "0");

        assertThat(Wire.send(server().baseUri(), Wire.get("/.well-known/openid-configuration")))
                .contains(
                        "\"issuer\":\"https://cxone.example/mock\"",
                        "\"token_endpoint\":\"https://cxone.example/mock/oauth/token\"");
    }

    @Test
    void bindBeyondLoopback_warnsInOneLine() {
        run("--bind", "0.0.0.0");

        assertThat(complaint().lines())
                .containsExactly("cxone-auth-stubs: warning: on 0.0.0.0 whoever reaches this machine can get tokens,"
                        + " move the clock and read the exchanges; leave --bind out to be alone");
        URI base = server().baseUri();
        assertThat(printed().get(0)).isEqualTo("cxone-auth-stubs listening on http://0.0.0.0:" + base.getPort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void bindToLoopback_warnsOfNothing(String address) {
        run("--bind", address);

        assertThat(complaint()).isEmpty();
    }

    @Test
    void portInUse_isOneLineAndStatus1() {
        try (CxoneAuth other = CxoneAuth.start()) {
            int port = other.baseUri().getPort();

            assertThat(run("--port", String.valueOf(port)).status()).isEqualTo(1);

            assertThat(complaint().lines()).hasSize(1);
            assertThat(complaint()).startsWith("cxone-auth-stubs: cannot listen on 127.0.0.1:" + port + ": ");
            assertThat(printed()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 8080 | unknown option '--prot': the options are --port, --bind, --config, --https-port,"
                        + " --public-url, --quiet, --help, --version",
                "8080 | unknown option '8080': the options are --port",
                "-h | unknown option '-h'",
                "--port | --port needs a value: it is the port to listen on, 0 to 65535",
                "--port --quiet | --port needs a value",
                "--port x | --port cannot be 'x': it is the port to listen on, 0 to 65535",
                "--port 65536 | --port cannot be '65536'",
                "--port -1 | --port cannot be '-1'",
                "--port +1 | --port cannot be '+1'",
                "--port 99999999999 | --port cannot be '99999999999'",
                "--port 1 --port 2 | --port is given twice",
                "--quiet=yes | --quiet takes no value",
                "--public-url cxone | --public-url cannot be 'cxone': it is the base URL",
                "--public-url h://[ | --public-url cannot be 'h://[': it is the base URL",
                "--bind no.such.address.invalid | --bind cannot be 'no.such.address.invalid': it is no address",
                "--bind= | --bind cannot be '': it is the address",
                "--config= | --config cannot be '': it is the configuration file",
                "--https-port x | --https-port cannot be 'x': it is the port for HTTPS as well, 0 to 65535",
                "--https-port 65536 | --https-port cannot be '65536'"
            })
    void wrongOption_isOneLineAndStatus2(String line, String message) {
        assertThat(run(line.split(" ", -1)).status()).isEqualTo(2);

        assertThat(complaint().lines()).hasSize(1);
        assertThat(complaint()).startsWith("cxone-auth-stubs: " + message);
        assertThat(printed()).isEmpty();
    }

    @Test
    void wrongValue_isShownInOneLineAndWithoutAPassword() {
        assertThat(run("--port", "1\n2").status()).isEqualTo(2);
        assertThat(run("--public-url", "http://user:pa55word@host").status()).isEqualTo(2);

        assertThat(complaint().lines())
                .containsExactly(
                        "cxone-auth-stubs: --port cannot be '1?2': it is the port to listen on, 0 to 65535",
                        "cxone-auth-stubs: --public-url cannot be a URL with a user in it: it is the base URL that tokens"
                                + " name, as https://cxone.example/mock");
    }

    @Test
    void help_printsEveryOption() {
        assertThat(run("--port", "8080", "--help").status()).isZero();

        assertThat(printed())
                .contains("  --port N            the port to listen on, 0 to 65535; default 0, which is any free port");
        for (Option option : Option.values()) {
            assertThat(printed()).anyMatch(line -> line.startsWith("  " + option));
        }
        assertThat(printed()).allMatch(line -> line.length() <= 120);
        assertThat(complaint()).isEmpty();
    }

    @Test
    void version_isOneLine() {
        assertThat(run("--version").status()).isZero();

        assertThat(printed()).singleElement().asString().matches("cxone-auth-stubs \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void configurationFile_isServed(@TempDir Path folder) throws java.io.IOException {
        Path file = Files.writeString(
                folder.resolve("cxone-auth.json"),
                "{\"profile\":\"API_V2\",\"clients\":[{\"id\":\"reporting\",\"secret\":\"hush\"}],"
                        + "\"resources\":[{\"path\":\"/users/me\",\"json\":{\"id\":\"42\"}}]}");

        run("--config", file.toString());

        assertThat(printed()).noneMatch(line -> line.startsWith("client "));
        assertThat(server().tokenUri().getPath()).isEqualTo("/api/v2/oauth/token");
        String token = server().tokens().issue("reporting").value();
        assertThat(Wire.send(server().baseUri(), Wire.get("/users/me", "Authorization: Bearer " + token)))
                .endsWith("{\"id\":\"42\"}");
    }

    @Test
    void wrongConfiguration_isOneLineAndStatus2(@TempDir Path folder) throws java.io.IOException {
        Path file = Files.writeString(
                folder.resolve("broken.json"), "{\n\"clients\": [ { \"id\": \"x\", \"secret\": 7 } ]\n}");

        assertThat(run("--config", file.toString()).status()).isEqualTo(2);

        assertThat(complaint().lines()).hasSize(1);
        assertThat(complaint()).contains("broken.json", "line 2", "clients[0].secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.json", "."})
    void unreadableFile_isOneLineAndStatus2(String name, @TempDir Path folder) {
        assertThat(run("--config", folder.resolve(name).toString()).status()).isEqualTo(2);

        assertThat(complaint().lines()).hasSize(1);
    }
}
