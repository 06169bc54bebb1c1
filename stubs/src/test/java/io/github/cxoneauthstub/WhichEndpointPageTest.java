package io.github.cxoneauthstub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The page docs/which-endpoint.md says what is so: each request on it is sent, and gets the answer below it. */
@TestInstance(Lifecycle.PER_CLASS)
class WhichEndpointPageTest {
    private static final String BASE = "http://127.0.0.1:8080";
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| \\[.*]\\(#(.*)\\) \\| \\[`(\\w+)`]\\(profiles/(\\w+)\\.md\\).* \\| `(.*)` \\|$");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.*)$");
    private static final Pattern PROFILE_OR_BLOCK = Pattern.compile(
            "(?m)^Profile \\[`(\\w+)`]\\(profiles/\\w+\\.md\\)|^## .*$|^```(\\w+)(?: (\\d+))?\n([^`]*)\n```$");
    private static final Pattern NAMED =
            Pattern.compile("\"(access_?token|token|refresh_?token)\":\"([^\"]+)\"", Pattern.CASE_INSENSITIVE);

    private final String page = page();
    private final HttpClient client = HttpClient.newHttpClient();
    private CxoneAuth auth = CxoneAuth.start();

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        auth.close();
        Path file = folder.resolve("cxone-auth.json");
        Files.writeString(
                file,
                PROFILE_OR_BLOCK
                        .matcher(page)
                        .results()
                        .filter(block -> "json".equals(block.group(2)))
                        .findFirst()
                        .orElseThrow()
                        .group(4));
        auth = CxoneAuth.start(ConfigurationFile.read(file));
    }

    @AfterAll
    void close() {
        auth.close();
    }

    @Test
    void everyProfile_isInTheTableWithAPathOfItsOwn() {
        List<MatchResult> rows = ROW.matcher(page).results().toList();

        assertThat(rows).extracting(row -> row.group(2)).containsAll(names());
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.group(3)).isEqualTo(row.group(2));
            assertThat(mounted(row.group(2)).allPaths()).contains(row.group(4));
        });
    }

    @Test
    void table_leadsToTheHeadings() {
        List<String> anchors = HEADING.matcher(page)
                .results()
                .map(heading -> heading.group(1).toLowerCase(java.util.Locale.ROOT))
                .map(heading -> heading.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
                .toList();

        assertThat(ROW.matcher(page).results().map(row -> row.group(1)))
                .isNotEmpty()
                .allSatisfy(anchor -> assertThat(anchors).contains(anchor));
    }

    @Test
    void requests_getTheAnswersOfThePage() throws Exception {
        Map<String, String> variables = new HashMap<>();
        Optional<HttpResponse<String>> answer = Optional.empty();
        String profile = "";
        int asked = 0;
        for (MatchResult found : PROFILE_OR_BLOCK.matcher(page).results().toList()) {
            if (found.group(1) != null) {
                profile = found.group(1);
            } else if ("sh".equals(found.group(2))) {
                CurlLine curl = CurlLine.read(found.group(4), variables);
                answer = Optional.of(client.send(curl.to(BASE, auth.baseUri().toString()), BodyHandlers.ofString()));
                check(curl, profile);
                remember(answer.get(), variables);
                asked++;
            } else if (found.group(2) != null && answer.isPresent()) {
                assertThat(shown(answer.get())).as(found.group()).matches(pattern(found.group(4)));
                assertThat(answer.get().statusCode())
                        .isEqualTo(found.group(2).equals("text") ? 302 : status(found.group(3)));
                answer = Optional.empty();
            }
        }
        assertThat(asked).isGreaterThan(names().size());
    }

    /** That the profile which the page has just named is the one that the request comes to. */
    private void check(CurlLine curl, String profile) {
        if (Stream.of("/.well-known/", "/incontactapi/")
                .noneMatch(curl.path().toLowerCase(java.util.Locale.ROOT)::startsWith)) {
            assertThat(mounted(profile).allPaths()).contains(curl.path());
            assertThat(auth.exchanges().last().profile()).isEqualTo(profile);
        }
    }

    private static int status(String told) {
        return told == null ? 200 : Integer.parseInt(told);
    }

    private String shown(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElse(answer.body())
                .replace(auth.baseUri().toString(), BASE);
    }

    private static void remember(HttpResponse<String> answer, Map<String, String> variables) {
        NAMED.matcher(answer.body())
                .results()
                .forEach(found -> variables.put(
                        found.group(1).toLowerCase(java.util.Locale.ROOT).startsWith("refresh")
                                ? "REFRESH_TOKEN"
                                : "ACCESS_TOKEN",
                        found.group(2)));
        answer.headers()
                .firstValue("Location")
                .map(Pattern.compile("code=([^&]+)")::matcher)
                .filter(Matcher::find)
                .ifPresent(code -> variables.put("CODE", code.group(1)));
    }

    /** What is written, with anything but nothing where three dots are. */
    private static String pattern(String written) {
        return Pattern.quote(written).replace("...", "\\E[^\"&]+\\Q");
    }

    private Profile mounted(String name) {
        return auth.configuration().mounted().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no profile '" + name + "'"));
    }

    private static List<String> names() {
        return Profiles.all().stream().map(Profile::name).toList();
    }

    private static String page() {
        try {
            return Files.readString(Path.of("..", "docs", "which-endpoint.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
