package io.github.cxoneauthstub.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.JsonValue;
import io.github.cxoneauthstub.auth.JsonValue.JsonArray;
import io.github.cxoneauthstub.auth.JsonValue.JsonObject;
import io.github.cxoneauthstub.auth.Tenant;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page docs/configuration.md says what is so. */
class ConfigurationPageTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)```(\\w+)\n(.*?)```");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ((?:`\\w+`(?:, )?)+) \\|");

    private final String page = page();
    private final String example = blocks("json").get(0);

    @Test
    void example_isAConfiguration() {
        Configuration read = ConfigurationSettings.read(TestSettings.field(example));

        assertThat(read.profile().name()).isEqualTo("OAUTH_TOKEN");
        assertThat(read.profile().tokenLifetime()).isEqualTo(Duration.ofHours(12));
        assertThat(read.profile().refusal(Reason.SECRET_IN_QUERY)).isEmpty();
        assertThat(read.clients()).extracting(Client::id).containsExactly("reporting", "agent-desktop");
        assertThat(read.clients().get(1).isPublic()).isTrue();
        assertThat(read.accessKeys()).hasSize(1);
        assertThat(read.resources()).hasSize(1);
        assertThat(read.tenants()).containsExactly(Tenant.DEFAULT);
    }

    @Test
    void example_hasEveryKey() {
        assertThat(keys(TestSettings.field(example).json())).containsAll(everyKey());
    }

    @Test
    void tables_haveEveryKeyAndNoOther() {
        Set<String> rows = new TreeSet<>();
        ROW.matcher(page)
                .results()
                .flatMap(row -> Arrays.stream(row.group(1).replace("`", "").split(", ", -1)))
                .forEach(rows::add);

        assertThat(rows).isEqualTo(new TreeSet<>(everyKey()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"clients":[~{"id":"a",~"scope":[]}]}                        | 0
                    {"clients":[{"id":"a","secret":"b"},~~{"id":"c",~"secret":7}]} | 1
                    {~  "clients":[],~~~~~~~  "clients":[]}                | 2
                    """)
    void mistakesOfThePage_areThose(String text, int line) {
        String told = blocks("text").get(0).split("\n", -1)[line];
        SettingsException refusal =
                TestSettings.refusal(() -> ConfigurationSettings.read(TestSettings.field(text.replace('~', '\n'))));

        assertThat(refusal).hasMessage(told.replace("cxone-auth.json", "test.json"));
    }

    @Test
    void words_areThoseOfTheModel() {
        assertThat(page)
                .contains(Arrays.stream(GrantType.values())
                        .map(grant -> "`" + grant.parameter() + "`")
                        .toList())
                .contains("`" + Configuration.DEFAULT_CLIENT.id() + "`")
                .contains("`" + Tenant.DEFAULT.area() + "`", "`" + Tenant.DEFAULT.businessUnit() + "`")
                .contains("| `" + Profiles.all().get(0) + "` |");
    }

    /** What the readers allow, as they say themselves. */
    private static Set<String> everyKey() {
        Set<String> keys = new LinkedHashSet<>();
        for (String text : List.of(
                "{\"?\":0}",
                "{\"clients\":[{\"?\":0}]}",
                "{\"accessKeys\":[{\"?\":0}]}",
                "{\"tenants\":[{\"?\":0}]}",
                "{\"resources\":[{\"path\":\"/a\",\"?\":0}]}",
                "{\"profiles\":{\"OAUTH_TOKEN\":{\"?\":0}}}",
                "{\"profiles\":{\"OAUTH_TOKEN\":{\"rules\":{\"post\":{\"?\":0}}}}}")) {
            String refusal = TestSettings.refusal(() -> ConfigurationSettings.read(TestSettings.field(text)))
                    .reason();
            keys.addAll(List.of(refusal.split("allowed are ", -1)[1].split(", ", -1)));
        }
        return keys;
    }

    private static Set<String> keys(JsonValue value) {
        Set<String> keys = new LinkedHashSet<>();
        if (value instanceof JsonObject object) {
            object.members().forEach(member -> {
                keys.add(member.name());
                keys.addAll(keys(member.value()));
            });
        } else if (value instanceof JsonArray array) {
            array.elements().forEach(element -> keys.addAll(keys(element)));
        }
        return keys;
    }

    private List<String> blocks(String language) {
        return BLOCK.matcher(page)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2))
                .toList();
    }

    private static String page() {
        try {
            return Files.readString(Path.of("..", "docs", "configuration.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
