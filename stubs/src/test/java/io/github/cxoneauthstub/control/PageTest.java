package io.github.cxoneauthstub.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.Wire;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.control.ControlServer.Said;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The files of the page, as a browser gets them. What it does with them is checked in a browser, by .ci/check-browser.
 */
class PageTest {
    private final ControlServer server = new ControlServer();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8, <!DOCTYPE html>",
        "/page.css, text/css; charset=utf-8, prefers-color-scheme",
        "/page.js, text/javascript; charset=utf-8, use strict",
        "/exchanges.js, text/javascript; charset=utf-8, use strict"
    })
    void file_isServedForThisServerAlone(String path, String contentType, String part) {
        Said said = server.call("GET " + path);

        assertThat(said.status()).isEqualTo(200);
        assertThat(said.body()).contains(part);
        assertThat(said.head())
                .contains(
                        "Content-Type: " + contentType,
                        "Cache-Control: no-store",
                        "X-Content-Type-Options: nosniff",
                        "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self';"
                                + " connect-src 'self'; ");
        assertThat(server.call("HEAD " + path).toString()).isEqualTo("200 ");
    }

    @Test
    void prefix_leadsToThePage() {
        Said said = server.send(Wire.get("/__admin/cxone"));

        assertThat(said.status()).isEqualTo(302);
        assertThat(said.head()).contains("Location: /__admin/cxone/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page.html", "page.css", "page.js", "exchanges.js", "report.html", "report.js"})
    void file_asksNoOtherHostAndMakesNoMarkup(String name) {
        assertThat(PageFile.read(name))
                .doesNotContain(
                        "//cdn", "http:", "https:", "innerHTML", "outerHTML", "insertAdjacent", "document.write")
                .doesNotContain("eval(", "onclick", "style=")
                .matches(Pattern.compile("\\p{ASCII}*", Pattern.DOTALL));
    }

    /** A developer's browser has pages of others open, and each of them can post to an address of this machine. */
    @ParameterizedTest
    @CsvSource({
        "POST, /__admin/cxone/reset, Origin: http://evil.example, 403",
        "POST, /__admin/cxone/reset, Origin: null, 403",
        "POST, /__admin/cxone/reset, Sec-Fetch-Site: cross-site, 403",
        "POST, /__admin/cxone/reset, Sec-Fetch-Site: same-site, 403",
        "DELETE, /__admin/cxone/exchanges, Origin: http://127.0.0.1, 403",
        "POST, /__admin/cxone/reset, Origin: http://x, 200",
        "POST, /__admin/cxone/reset, Origin: https://X, 200",
        "POST, /__admin/cxone/reset, Sec-Fetch-Site: same-origin, 200",
        "GET, /__admin/cxone/clients, Origin: http://evil.example, 200",
        "POST, /__admin/cxone/reset, Accept: */*, 200"
    })
    void pageOfAnotherOrigin_changesNothing(String method, String path, String header, int status) {
        assertThat(server.send(Wire.request(method + " " + path, List.of(header), "")))
                .satisfies(said -> assertThat(said.status()).isEqualTo(status))
                .satisfies(said -> assertThat(said.body()).contains(status == 403 ? "another origin" : ""));
    }

    /** Whoever owns a name can let it lead to 127.0.0.1, once their page is open. */
    @ParameterizedTest
    @CsvSource({
        "evil.example:8080, 403",
        "evil.example, 403",
        "EVIL.example.:80, 403",
        "127.0.0.1.evil.example, 403",
        "localhost.evil.example, 403",
        "1.2.3.4.5, 403",
        "localhost:8080, 200",
        "127.0.0.1, 200",
        "10.1.2.3:8080, 200",
        "[::1]:8080, 200",
        "cxone:8080, 200",
        "login.localtest, 200",
        "host.docker.internal:8080, 200",
        "Api.Test.:80, 200"
    })
    void nameThatAStrangerMayOwn_isNotHeard(String host, int status) {
        for (String line : List.of("GET /__admin/cxone/clients", "GET /__admin/cxone/", "POST /__admin/cxone/reset")) {
            assertThat(server.send(Wire.request(line, List.of(), "").replace("Host: x", "Host: " + host)))
                    .satisfies(said -> assertThat(said.status()).as(line).isEqualTo(status))
                    .satisfies(said ->
                            assertThat(said.body()).contains(status == 403 ? "a name that a stranger may own" : ""));
        }
        assertThat(server.send(Wire.get("/__admin/mappings").replace("Host: x", "Host: " + host))
                        .status())
                .isEqualTo(status);
    }

    /** Endpoints are not asked for their name: a client of any is to be tested. */
    @Test
    void nameThatAStrangerMayOwn_isServedAtTheEndpoints() {
        assertThat(server.send(Wire.get("/auth/jwks").replace("Host: x", "Host: evil.example"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatThePageNames_isThere() {
        List<String> named = Pattern.compile("(?:src|href)=\"([\\w./-]+)\"")
                .matcher(server.call("GET /").body())
                .results()
                .map(link -> link.group(1))
                .toList();

        assertThat(named)
                .contains("page.js", "page.css", "exchanges")
                .allSatisfy(
                        link -> assertThat(server.call("GET /" + link).status()).isEqualTo(200));
    }

    @Test
    void looking_isNoExchange() {
        server.call("GET /");
        server.call("GET /page.js");

        assertThat(server.auth().exchanges().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/__admin/cxone", "/__admin/cxone/", "/__admin/cxone/page.js"})
    void serverInProcess_hasNoPage(String path) {
        try (CxoneAuth inProcess = CxoneAuth.start()) {
            assertThat(Wire.status(Wire.send(inProcess.baseUri(), Wire.get(path))))
                    .isEqualTo(404);
            assertThat(inProcess.exchanges().last().reason()).contains(Reason.PATH_UNKNOWN);
        }
    }
}
