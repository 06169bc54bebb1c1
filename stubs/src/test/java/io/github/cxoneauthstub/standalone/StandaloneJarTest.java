package io.github.cxoneauthstub.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The runnable jar as a real process. */
class StandaloneJarTest {
    private static final int SIGTERM = 143;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void kill() {
        started.forEach(Process::destroyForcibly);
    }

    private Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "cxone-auth-stubs-standalone.jar").toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).start();
        started.add(process);
        return process;
    }

    /** SIGTERM, with what it prints left to be read. */
    private static void terminate(Process process) {
        assertThat(process.toHandle().destroy()).isTrue();
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
    }

    private static URI listening(Process process) throws IOException {
        String line = firstLine(process);
        assertThat(line).matches("cxone-auth-stubs listening on http://127\\.0\\.0\\.1:\\d+");
        return URI.create(line.substring(line.lastIndexOf(' ') + 1));
    }

    @Test
    void firstLine_appearsOnceRequestsAreAnswered() throws IOException {
        URI base = listening(start());

        assertThat(Wire.send(base, Wire.token("/oauth/token", "test-client", "not+a/real=secret")))
                .startsWith("HTTP/1.1 200");
        assertThat(Wire.send(base, Wire.get("/auth/jwks"))).contains("\"keys\":[{");
        assertThat(Wire.send(base, "NONSENSE\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .doesNotContainIgnoringCase("<html");
    }

    @Test
    void sigterm_stopsItWithinASecondWhileClientsWait() throws IOException, InterruptedException {
        Duration fastest = Duration.ofDays(1);
        // the fastest of some: the machine may be busy
        for (int attempt = 0; attempt < 5 && fastest.compareTo(Duration.ofSeconds(1)) >= 0; attempt++) {
            Process process = start();
            URI base = listening(process);
            Wire.send(
                    base,
                    Wire.request("POST /__admin/cxone/mishaps", List.of(), "{\"kind\":\"held\",\"time\":\"PT5M\"}"));
            try (Socket idle = new Socket(base.getHost(), base.getPort());
                    Socket held = new Socket(base.getHost(), base.getPort())) {
                assertThat(idle.isConnected()).isTrue();
                held.getOutputStream()
                        .write(Wire.token("/oauth/token", "test-client", "not+a/real=secret")
                                .getBytes(UTF_8));
                while (Wire.send(base, Wire.get("/__admin/cxone/exchanges")).contains("\"exchanges\":[]")) {
                    Thread.onSpinWait();
                }
                long before = System.nanoTime();
                terminate(process);

                assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();

                fastest = Duration.ofNanos(System.nanoTime() - before);
                assertThat(process.exitValue()).isEqualTo(SIGTERM);
            }
        }
        assertThat(fastest).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void version_isPrintedAndEndsWith0() throws IOException, InterruptedException {
        Process process = start("--version");

        assertThat(firstLine(process)).startsWith("cxone-auth-stubs ");
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void unknownOption_endsWith2() throws IOException, InterruptedException {
        Process process = start("--prot", "1");

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("cxone-auth-stubs: unknown option '--prot'");
    }

    @Test
    void portInUse_endsWith1() throws IOException, InterruptedException {
        URI taken = listening(start());

        Process second = start("--port", String.valueOf(taken.getPort()));

        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(new String(second.getErrorStream().readAllBytes(), UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("cxone-auth-stubs: cannot listen on 127.0.0.1:" + taken.getPort());
    }

    @Test
    void jar_printsNoWarningsOfItsLibraries() throws IOException, InterruptedException {
        Process process = start("--quiet");
        URI base = listening(process);
        Wire.send(base, Wire.token("/oauth/token", "test-client", "wrong"));
        terminate(process);

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8)).isEmpty();
    }
}
