package io.github.cxoneauthstub.settings;

import static io.github.cxoneauthstub.settings.TestSettings.field;
import static io.github.cxoneauthstub.settings.TestSettings.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.ResourceDescription;
import io.github.cxoneauthstub.auth.profile.ResourceStyle;
import io.github.cxoneauthstub.json.JacksonJson;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceSettingsTest {

    @Test
    void path_isEnough() {
        ResourceDescription resource = ResourceSettings.read(field("{\"path\": \"/users/me\"}"));

        assertThat(resource.method()).isEqualTo("GET");
        assertThat(resource.path()).isEqualTo("/users/me");
        assertThat(resource.scope()).isEmpty();
        assertThat(resource.status()).isEqualTo(200);
        assertThat(body(resource)).isEqualTo("{}");
        assertThat(resource.style()).isEmpty();
    }

    @Test
    void everyKey_isRead() {
        ResourceDescription resource = ResourceSettings.read(field("""
                {"method": "POST", "path": "/users/{id}?page=2", "scope": "user:read", "status": 201, "json": [{"a": 1.0}],
                 "style": "rfc6750"}"""));

        assertThat(resource.method()).isEqualTo("POST");
        assertThat(resource.path()).isEqualTo("/users/{id}?page=2");
        assertThat(resource.scope()).contains("user:read");
        assertThat(resource.status()).isEqualTo(201);
        assertThat(body(resource)).isEqualTo("[{\"a\":1.0}]");
        assertThat(resource.style()).contains(ResourceStyle.RFC6750);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"x\"", "0", "[]", "false"})
    void body_isAnyJson(String json) {
        assertThat(body(ResourceSettings.read(field("{\"path\": \"/a\", \"json\": " + json + "}"))))
                .isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                            | the key 'path' is missing here
                    {"path":"users"}              | path: 'users' is no path of a resource: it must begin with a slash and have neither blanks nor a #, as /api/v2/users/me; host and port are the server's own
                    {"path":"/users/{id"}         | path: '/users/{id' has a brace without its fellow: a variable is one part of a path, as /users/{id}
                    {"path":"/users/{a/b}"}       | path: '/users/{a/b}' has a brace without its fellow: a variable is one part of a path, as /users/{id}
                    {"path":"/a","method":"get"}  | method: 'get' is no method that a client sends: methods are words in capitals, as GET or POST
                    {"path":"/a","scope":"x y"}   | scope: 'x y' is not a scope: RFC 6749 section 3.3 wants visible ASCII characters without blank, " and \\; give each scope as a word of its own
                    {"path":"/a","scope":["x"]}   | scope: an array is not allowed here: it must be a string in quotes
                    {"path":"/a","status":199}    | status: 199 is not allowed here: it must be a whole number from 200 to 599
                    {"path":"/a","status":"200"}  | status: '200' is not allowed here: it must be a whole number from 200 to 599
                    {"path":"/a","body":{}}       | body: this key is unknown: allowed are method, path, scope, status, json, style
                    {"path":"/a","style":"bear"}  | style: 'bear' is not allowed here: it must be one of rfc6750, bare, icStatusDescription, genesys; did you mean 'bare'?
                    """)
    void mistake_isTold(String text, String message) {
        assertThat(refusal(() -> ResourceSettings.read(field(text)))).hasMessage("test.json, line 1: " + message);
    }

    @ParameterizedTest
    @EnumSource(ResourceStyle.class)
    void everyStyle_hasAWord(ResourceStyle style) {
        String word = ResourceStyles.word(style);

        assertThat(word.toUpperCase(Locale.ROOT)).isEqualTo(style.name().replace("_", ""));
        assertThat(ResourceSettings.read(field("{\"path\": \"/a\", \"style\": \"" + word + "\"}"))
                        .style())
                .contains(style);
    }

    private static String body(ResourceDescription resource) {
        return new JacksonJson().write(resource.json());
    }
}
