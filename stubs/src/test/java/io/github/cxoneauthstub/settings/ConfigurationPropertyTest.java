package io.github.cxoneauthstub.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.json.JacksonJson;
import java.io.ByteArrayOutputStream;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever becomes of a valid file, it is a configuration, or one sentence without a secret. */
class ConfigurationPropertyTest {
    /** Each has marks that no key has, so that it is not taken for one wherever it gets to. */
    private static final List<String> SECRETS = List.of("Kn4ckebrot+/=", "Zw1eback+/=");

    private static final String VALID = """
            {
              "profile": "OAUTH2_TOKEN",
              "tokenLifetime": "PT24H",
              "clients": [
                { "id": "reporting", "secret": "Kn4ckebrot+/=", "scopes": ["admin:api", "user:read"],
                  "grants": ["client_credentials"], "authMethod": "either", "enabled": true,
                  "secretExpires": "2027-01-01T00:00:00Z", "tenantId": "t-1" },
                { "id": "app", "public": true, "redirectUris": ["https://app.example/callback"], "authMethod": "none" }
              ],
              "accessKeys": [ { "id": "KEYID====", "secret": "Zw1eback+/=", "active": true, "user": "agent", "scopes": [] } ],
              "tenants": [ { "tenantId": "t-1", "area": "na1", "businessUnit": 4594001 } ],
              "resources": [ { "method": "GET", "path": "/users/{id}", "scope": "user:read", "status": 200, "json": { "a": [1, null] } } ],
              "profiles": {
                "OAUTH_TOKEN": { "paths": ["/oauth/token", "/t"], "credentials": "either", "tokenLifetime": "PT1H",
                                 "rules": { "scope-granted": { "status": 400, "error": "invalid_scope" }, "post": "off" } },
                "GLOBAL": { "jti": false, "refreshRotation": false, "errorStatus": { "invalid_grant": 400 },
                            "errorMembers": ["error", "errorDescription"] }
              }
            }
            """;

    /** Pieces of JSON that stand where something else did. */
    private static final List<String> PIECES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1e999",
            "99999999999999999999",
            "\"\"",
            "\"x\"",
            "\"\\u0000\\n\"",
            "[]",
            "{}",
            "[[]]",
            "{\"id\":1}",
            "\"off\"",
            "\"none\"",
            "\"PT0S\"",
            "\"PT-1H\"",
            "\"*\"",
            "\"/t\"",
            "NaN",
            "'x'",
            ",",
            ":",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            "//",
            "\ufeff",
            "\u0000",
            "\u2028",
            "\ud800");

    @Example
    void validFile_isAConfiguration() {
        assertThat(Outcome.of(VALID.getBytes(UTF_8)).configuration()).isTrue();
    }

    @Property(tries = 1_000)
    void fileWithChangedBytes_isAConfigurationOrASentence(@ForAll("edits") List<Edit> edits) {
        byte[] bytes = VALID.getBytes(UTF_8);
        for (Edit edit : edits) {
            bytes = edit.on(bytes);
        }

        Outcome.of(bytes).assertTold();
    }

    @Property(tries = 1_000)
    void fileWithOtherValues_isAConfigurationOrASentence(
            @ForAll("values") int which, @ForAll("pieces") String piece, @ForAll("values") int second) {
        String once = Tokens.replace(VALID, which, piece);

        Outcome.of(once.getBytes(UTF_8)).assertTold();
        Outcome.of(Tokens.replace(once, second, piece).getBytes(UTF_8)).assertTold();
    }

    @Property
    void anyBytes_areAConfigurationOrASentence(@ForAll byte[] bytes) {
        Outcome.of(bytes).assertTold();
    }

    @Property
    void beginningOfAFile_isASentence(@ForAll("lengths") int length) {
        Outcome outcome = Outcome.of(VALID.substring(0, length).getBytes(UTF_8));

        assertThat(outcome.configuration()).isFalse();
        outcome.assertTold();
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        int length = VALID.getBytes(UTF_8).length;
        return Combinators.combine(
                        Arbitraries.integers().between(0, length - 1),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.oneOf(
                                Arbitraries.strings().ofMaxLength(2), Arbitraries.of("\"", ",", ":", "}", "]", "1")))
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<Integer> values() {
        return Arbitraries.integers().between(0, Tokens.count(VALID) - 1);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES);
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.integers().between(0, VALID.stripTrailing().length() - 1);
    }

    /** At one place some bytes go and others come. */
    private record Edit(int at, int gone, String come) {
        byte[] on(byte[] bytes) {
            int from = Math.min(at, bytes.length);
            int to = Math.min(from + gone, bytes.length);
            ByteArrayOutputStream edited = new ByteArrayOutputStream();
            edited.write(bytes, 0, from);
            edited.writeBytes(come.getBytes(UTF_8));
            edited.write(bytes, to, bytes.length - to);
            return edited.toByteArray();
        }
    }

    /** What came of reading. */
    private record Outcome(boolean configuration, String told) {
        static Outcome of(byte[] bytes) {
            try {
                Configuration read =
                        ConfigurationSettings.read(new JsonSource("test.json", new JacksonJson()).read(bytes));
                return new Outcome(true, read.toString());
            } catch (SettingsException refusal) {
                return new Outcome(false, refusal.getMessage() + refusal.field() + refusal.reason() + refusal);
            }
        }

        void assertTold() {
            assertThat(told).isNotBlank();
            assertThat(configuration ? "" : told).doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}]");
            SECRETS.forEach(secret -> assertThat(told).doesNotContain(secret));
            assertThat(told).doesNotContain("Kn4cke", "Zw1eb");
        }
    }
}
