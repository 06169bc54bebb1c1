package io.github.cxoneauthstub;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.Canary;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same canaries as in the model, over a real socket: front, engine, stubs and log included. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class CanaryOnTheWireTest {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final Map<String, Function<Canary, String>> REQUESTS = new LinkedHashMap<>();

    static {
        put("the method", canary -> Wire.request(canary.encoded() + " /oauth/token", List.of(FORM), ""));
        put("the raw method", canary -> Wire.request(canary.wire() + " /x", List.of(), ""));
        put("the path", canary -> Wire.get("/oauth/token/" + canary.wire()));
        put("the encoded path", canary -> Wire.get("/files/" + canary.encoded()));
        put("a guarded path", canary -> Wire.get("/files/" + canary.wire()));
        put("a stub's path", canary -> Wire.get("/stub/" + canary.encoded()));
        put("a stub's raw path", canary -> Wire.get("/stub/" + canary.wire()));
        put("a failing stub's path", canary -> Wire.get("/broken/" + canary.encoded()));
        put(
                "a refused path",
                canary -> "POST /" + canary.wire() + " HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n");
        put("an absolute target", canary -> Wire.get("http://" + canary.encoded() + "/oauth/token"));
        put("a query value", canary -> Wire.get("/nowhere?a=" + canary.wire()));
        put("a query name", canary -> Wire.get("/files/x?" + canary.encoded() + "=1"));
        put("client_secret in the query", canary -> form("/oauth/token?client_secret=" + canary.encoded(), ""));
        put("no version", canary -> "GET /" + canary.wire() + "\r\n\r\n");
        put("another version", canary -> "GET /" + canary.wire() + " HTTP/9.9\r\n\r\n");
        put("no request line", canary -> canary.wire() + "\r\n\r\n");
        put("a line without colon", canary -> "GET /x HTTP/1.1\r\nHost: x\r\n" + canary.wire() + "\r\n\r\n");
        put("a blank in a path", canary -> "GET /x " + canary.wire() + " HTTP/1.1\r\nHost: x\r\n\r\n");
        put("Content-Length", canary -> "POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: " + canary.wire() + "\r\n\r\n");
        put(
                "a chunk size",
                canary -> "POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + canary.wire()
                        + "\r\n\r\n");
        put(
                "Transfer-Encoding",
                canary -> "POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: " + canary.wire() + "\r\n\r\n");
        put("Host", canary -> "GET /nowhere HTTP/1.1\r\nConnection: close\r\nHost: " + canary.wire() + "\r\n\r\n");
        put("a header", canary -> Wire.get("/nowhere", "X-Custom: " + canary.wire()));
        put("a header's name", canary -> Wire.get("/nowhere", canary.wire() + ": x"));
        put("a cookie", canary -> Wire.get("/stub/x", "Cookie: a=" + canary.wire()));
        put("Content-Encoding", canary -> Wire.get("/nowhere", "Content-Encoding: " + canary.wire()));
        put("Content-Type", canary -> post("/oauth/token", "Content-Type: " + canary.wire(), "x"));
        put("a charset", canary -> post("/stub/x", "Content-Type: text/plain; charset=" + canary.wire(), "x"));
        put(
                "a boundary",
                canary -> post("/stub/x", "Content-Type: multipart/form-data; boundary=" + canary.wire(), "x"));
        put("Basic", canary -> authorized("Basic " + canary.wire()));
        put("Bearer", canary -> authorized("Bearer " + canary.wire()));
        put("Digest", canary -> authorized("Digest " + canary.wire()));
        put("Authorization alone", canary -> authorized(canary.wire()));
        put("Bearer at a resource", canary -> Wire.get("/files/x", "Authorization: Bearer " + canary.wire()));
        put("Basic at a resource", canary -> Wire.get("/files/x", "Authorization: Basic " + canary.wire()));
        put("alone at a resource", canary -> Wire.get("/files/x", "Authorization: " + canary.wire()));
        put("client_id", canary -> form("/oauth/token", "client_secret=wrong&client_id=" + canary.encoded()));
        put("client_secret", canary -> form("/oauth/token", "client_id=reporting&client_secret=" + canary.encoded()));
        put(
                "a raw client_secret",
                canary -> form("/oauth/token", "client_id=reporting&client_secret=" + canary.wire()));
        put("scope", canary -> form("/oauth/token", valid() + "&scope=" + canary.encoded()));
        put("grant_type", canary -> form("/oauth/token", valid().replace("client_credentials", canary.encoded())));
        put("a name twice", canary -> form("/oauth/token", canary.encoded() + "=1&" + canary.encoded() + "=2"));
        put(
                "a JSON member",
                canary -> post("/oauth/token", "Content-Type: application/json", "{\"" + canary.wire() + "\":1}"));
    }

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("io.github.cxoneauthstub");
    private final Handler listening = new Listening();
    private final CxoneAuth auth = CxoneAuth.start(Configuration.builder()
            .client(Client.builder("reporting")
                    .secret(Canary.FORMER)
                    .scopes("user:read")
                    .build())
            .build());

    private final class Listening extends Handler {
        @Override
        public void publish(LogRecord entry) {
            logged.add(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeAll
    void prepare() {
        listening.setLevel(Level.ALL);
        root.addHandler(listening);
        ours.addHandler(listening);
        ours.setUseParentHandlers(false);
        ours.setLevel(Level.ALL);
        auth.clients().rotateSecret("reporting", Canary.CONFIGURED);
        auth.api().get(urlPathMatching("/files/.*")).requires("user:read").answers("1");
        auth.wireMock().stubFor(any(urlPathMatching("/stub/.*")).willReturn(ok("stub")));
        auth.wireMock()
                .stubFor(any(urlPathMatching("/broken/.*"))
                        .willReturn(aResponse().withBodyFile("no-such-file-of-this-test")));
    }

    @AfterAll
    void stop() {
        root.removeHandler(listening);
        ours.removeHandler(listening);
        ours.setUseParentHandlers(true);
        auth.close();
    }

    Stream<Canary> canaries() {
        return Stream.of(
                        Canary.disguises("the configured secret", Canary.CONFIGURED),
                        Canary.disguises("the former secret", Canary.FORMER),
                        Stream.of(Canary.token(auth.tokens().issue("reporting").value())))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void noSecret_comesOut(Canary canary) {
        REQUESTS.forEach((place, request) -> push(place, request.apply(canary), canary));

        canary.assertAbsentFrom("the log", String.join("\n", logged));
        canary.assertAbsentFrom(
                "texts", auth + "\n" + auth.configuration() + auth.clients().all() + auth.clock());
    }

    @Test
    void log_isListenedTo() {
        System.getLogger("io.github.cxoneauthstub.wiremock").log(System.Logger.Level.WARNING, "heard");

        assertThat(logged).anyMatch(entry -> entry.contains("heard"));
    }

    @Test
    void brokenStub_isLoggedWithoutTheRequest() {
        String answer = Wire.send(auth.baseUri(), Wire.get("/broken/hush?a=hush", "X: hush"));

        assertThat(Wire.status(answer)).isEqualTo(500);
        assertThat(logged)
                .anyMatch(entry -> entry.contains("a stub or transformer of this server failed"))
                .noneMatch(entry -> entry.contains("hush"));
    }

    private void push(String place, String request, Canary canary) {
        String answer = Wire.send(auth.baseUri(), request);

        canary.assertAbsentFrom(place + ", in the answer", answer);
        List<Exchange> exchanges = new ArrayList<>(auth.exchanges().all());
        assertThat(exchanges).as(canary.kind() + " put into " + place).isNotEmpty();
        exchanges.forEach(exchange -> canary.assertAbsentFrom(place, Canary.print(exchange)));
        canary.assertAbsentFrom(place, auth.exchanges().timeline());
        auth.exchanges().clear();
    }

    private static void put(String place, Function<Canary, String> request) {
        REQUESTS.put(place, request);
    }

    private static String authorized(String value) {
        return Wire.request(
                "POST /oauth/token", List.of(FORM, "Authorization: " + value), "grant_type=client_credentials");
    }

    private static String post(String target, String header, String body) {
        return Wire.request("POST " + target, List.of(header), body);
    }

    private static String form(String target, String body) {
        return post(target, FORM, body);
    }

    private static String valid() {
        String secret = URLEncoder.encode(Canary.CONFIGURED, UTF_8);
        return "grant_type=client_credentials&client_id=reporting&client_secret="
                + new String(secret.getBytes(UTF_8), ISO_8859_1);
    }
}
