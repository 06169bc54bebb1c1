package io.github.cxoneauthstub.settings;

import static io.github.cxoneauthstub.settings.TestSettings.field;
import static io.github.cxoneauthstub.settings.TestSettings.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.client.Scopes;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientSettingsTest {
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void idAndSecret_areEnough() {
        assertThat(ClientSettings.read(field("{\"id\": \"a\", \"secret\": \"s3cret+/=\"}")))
                .isEqualTo(Client.of("a", "s3cret+/="));
    }

    @Test
    void everyKey_isRead() {
        Client client = ClientSettings.read(field("""
                {"id": "a", "secret": "s3cret", "scopes": ["x", "y"], "grants": ["password", "refresh_token"],
                 "authMethod": "basic", "enabled": false, "secretExpires": "2027-01-01T00:00:00Z",
                 "tenantId": "tenant-1"}"""));

        assertThat(client)
                .isEqualTo(Client.builder("a")
                        .secret("s3cret")
                        .scopes("x", "y")
                        .grants(GrantType.PASSWORD, GrantType.REFRESH_TOKEN)
                        .authMethod(AuthMethod.BASIC)
                        .disabled()
                        .secretExpires(END)
                        .tenantId("tenant-1")
                        .build());
    }

    @Test
    void publicClient_hasNoSecret() {
        Client client = ClientSettings.read(field("""
                {"id": "app", "public": true, "authMethod": "none",
                 "redirectUris": ["https://app.example/callback", "http://127.0.0.1:7777/"]}"""));

        assertThat(client)
                .isEqualTo(Client.builder("app")
                        .publicClient()
                        .redirectUris("https://app.example/callback", "http://127.0.0.1:7777/")
                        .build());
        assertThat(ClientSettings.read(field("{\"id\": \"app\", \"public\": true}"))
                        .isPublic())
                .isTrue();
    }

    @Test
    void redirectUri_isCheckedAtItsPlace() {
        assertThat(refusal(() -> ClientSettings.read(field(
                        "{\"id\":\"a\",\"public\":true,\"redirectUris\":[\"https://app.example/\",\n\"/callback\"]}"))))
                .hasMessageStartingWith("test.json, line 2: redirectUris[1]: ")
                .hasMessageContaining("'/callback'");
    }

    @Test
    void emptyLists_areNone() {
        Client client =
                ClientSettings.read(field("{\"id\": \"a\", \"secret\": \"s3cret\", \"scopes\": [], \"grants\": []}"));

        assertThat(client.scopes()).isEqualTo(Scopes.NONE);
        assertThat(client.grants()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    []                                          | an array is not allowed here: it must be an object in { and }
                    {}                                          | the key 'id' is missing here
                    {"id":"a"}                                  | the key 'secret' is missing here
                    {"id":5,"secret":"s3cret"}                  | id: 5 is not allowed here: it must be a string in quotes
                    {"id":"","secret":"s3cret"}                 | id: a client id of 0 characters, '', is not allowed: it has at least one character and no control characters
                    {"id":"a\\nb","secret":"s3cret"}            | id: a client id of 3 characters, 'a\\u000ab', is not allowed: it has at least one character and no control characters
                    {"id":"a","secret":4711}                    | secret: a number, which is not shown, is not allowed here: it must be a string in quotes
                    {"id":"a","secret":null}                    | secret: null is not allowed here: leave the key out for what is usual
                    {"id":"a","secret":"s3cret","scopes":"x"}   | scopes: a string is not allowed here: it must be an array in [ and ]
                    {"id":"a","secret":"s3cret","scopes":["x",1]} | scopes[1]: 1 is not allowed here: it must be a string in quotes
                    {"id":"a","secret":"s3cret","scopes":["x y"]} | scopes[0]: 'x y' is not a scope: RFC 6749 section 3.3 wants visible ASCII characters without blank, " and \\; give each scope as a word of its own
                    {"id":"a","secret":"s3cret","grants":["client-credentials"]} | grants[0]: 'client-credentials' is not allowed here: it must be one of client_credentials, password, authorization_code, refresh_token, urn:ietf:params:oauth:grant-type:token-exchange, urn:ietf:params:oauth:grant-type:user-impersonation-token-exchange; did you mean 'client_credentials'?
                    {"id":"a","secret":"s3cret","authMethod":"BASIC"} | authMethod: 'BASIC' is not allowed here: it must be one of either, basic, body, none; did you mean 'basic'?
                    {"id":"a","secret":"s3cret","authMethod":"none"} | authMethod: "none" is for public clients: say "public": true beside it
                    {"id":"a","secret":"s3cret","enabled":"yes"} | enabled: 'yes' is not allowed here: it must be true or false, without quotes
                    {"id":"a","secret":"s3cret","secretExpires":1} | secretExpires: 1 is not allowed here: it must be an instant of RFC 3339 in quotes, for example "2027-01-01T00:00:00Z"
                    {"id":"a","secret":"s3cret","secretExpires":null} | secretExpires: null is not allowed here: leave the key out for what is usual
                    {"id":"a","secret":"s3cret","tenantId":""} | tenantId: '' is no tenantId: it has letters, digits and the marks _.:@- only, and at least one of them
                    {"id":"a","public":true,"authMethod":"basic"} | authMethod: a public client has no way to authenticate: leave this key out, or say "none"
                    {"id":"a","public":true,"secret":"s3cret"}  | secret: a public client has no secret, because it could not keep one: leave this key out
                    {"id":"a","public":"yes"}                   | public: 'yes' is not allowed here: it must be true or false, without quotes
                    {"id":"a","public":false}                   | the key 'secret' is missing here
                    {"id":"a","public":true,"redirectUris":"https://app.example/"} | redirectUris: a string is not allowed here: it must be an array in [ and ]
                    {"id":"a","public":true,"redirectUris":[5]} | redirectUris[0]: 5 is not allowed here: it must be a string in quotes
                    """)
    void mistake_isTold(String text, String message) {
        assertThat(refusal(() -> ClientSettings.read(field(text))))
                .hasMessage("test.json, line 1: " + message)
                .message()
                .doesNotContain("s3cret", "4711");
    }

    @Test
    void unknownKey_listsWhatIsAllowed() {
        assertThat(refusal(() -> ClientSettings.read(field("{\"id\": \"a\", \"Secret\": \"s3cret\"}"))))
                .message()
                .startsWith("test.json, line 1: Secret: this key is unknown: did you mean 'secret'? allowed are id,"
                        + " secret, public, redirectUris, scopes, grants, authMethod, enabled, secretExpires");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ""         | the secret of client 'a' is empty: an empty parameter counts as absent
                    "s3cret\\n" | the secret of client 'a' has a control character, perhaps the line end of a file
                    """)
    void unusableSecret_isRefusedAndNotShown(String secret, String message) {
        assertThat(refusal(() -> ClientSettings.read(field("{\"id\": \"a\", \"secret\": " + secret + "}"))))
                .hasMessageStartingWith("test.json, line 1: secret: " + message)
                .message()
                .doesNotContain("s3cret");
        assertThat(refusal(() -> ClientSettings.readChange("a", field("{\"secret\": " + secret + "}"))))
                .hasMessageStartingWith("test.json, line 1: secret: " + message)
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void change_leavesWhatItDoesNotName() {
        Client before = Client.builder("a")
                .secret("s3cret")
                .scopes("x")
                .authMethod(AuthMethod.BODY)
                .secretExpires(END)
                .build();

        assertThat(change("{}").apply(before)).isEqualTo(before);
        assertThat(change("{\"enabled\": false}").apply(before))
                .isEqualTo(before.toBuilder().disabled().build());
        assertThat(change("{\"scopes\": [\"y\"], \"grants\": [], \"authMethod\": \"either\"}")
                        .apply(before))
                .isEqualTo(before.toBuilder()
                        .scopes("y")
                        .grants()
                        .authMethod(AuthMethod.EITHER)
                        .build());
        assertThat(change("{\"enabled\": true}")
                        .apply(before.toBuilder().disabled().build()))
                .isEqualTo(before);
    }

    @Test
    void changedSecret_isARotation() {
        Client before = Client.builder("a").secret("s3cret").secretExpires(END).build();

        Client after = change("{\"secret\": \"an0ther\"}").apply(before);

        assertThat(after.hasSecret("an0ther")).isTrue();
        assertThat(after.hadSecret("s3cret")).isTrue();
        assertThat(after.secretExpires()).isEmpty();
        assertThat(change("{\"secret\": \"an0ther\", \"secretExpires\": \"2028-01-01T00:00:00Z\"}")
                        .apply(before)
                        .secretExpires())
                .contains(Instant.parse("2028-01-01T00:00:00Z"));
    }

    @Test
    void expiryIsRemoved_byNull() {
        Client before = Client.builder("a").secret("s3cret").secretExpires(END).build();

        assertThat(change("{\"secretExpires\": null}").apply(before)).isEqualTo(Client.of("a", "s3cret"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"id":"b"}                          | id: this key is unknown: allowed are enabled, secret, scopes, grants, authMethod, secretExpires
                    {"enabled":null}                    | enabled: null is not allowed here: leave the key out for what is usual
                    {"scopes":["x"],"enabled":1}        | enabled: 1 is not allowed here: it must be true or false, without quotes
                    {"enabled":true,"secretExpires":"soon"} | secretExpires: 'soon' is not allowed here: it must be an instant of RFC 3339 in quotes, for example "2027-01-01T00:00:00Z"
                    """)
    void changeThatIsWrongAnywhere_isNoChange(String text, String message) {
        assertThat(refusal(() -> change(text))).hasMessage("test.json, line 1: " + message);
    }

    private static UnaryOperator<Client> change(String text) {
        return ClientSettings.readChange("a", field(text));
    }
}
