package io.github.cxoneauthstub.settings;

import static io.github.cxoneauthstub.settings.TestSettings.field;
import static io.github.cxoneauthstub.settings.TestSettings.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Scopes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessKeySettingsTest {
    private static final AccessKey PLAIN =
            AccessKey.builder("KEYID====").secret("KEYSECRET====").build();

    @Test
    void idAndSecret_areEnough() {
        assertThat(AccessKeySettings.read(field("{\"id\": \"KEYID====\", \"secret\": \"KEYSECRET====\"}")))
                .isEqualTo(PLAIN);
    }

    @Test
    void everyKey_isRead() {
        assertThat(AccessKeySettings.read(field("""
                        {"id": "KEYID====", "secret": "KEYSECRET====", "active": false, "user": "agent@example.com",
                         "scopes": [], "tenantId": "tenant-1"}""")))
                .isEqualTo(PLAIN.toBuilder()
                        .inactive()
                        .user("agent@example.com")
                        .scopes(Scopes.NONE)
                        .tenantId("tenant-1")
                        .build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "KEYID===="                              | a string is not allowed here: it must be an object in { and }
                    {"id":"A"}                               | the key 'secret' is missing here
                    {"secret":"s3cret"}                      | the key 'id' is missing here
                    {"id":"","secret":"s3cret"}              | id: an access key id of 0 characters, '', is not allowed: it has at least one character and no control characters
                    {"id":"A","secret":4711}                 | secret: a number, which is not shown, is not allowed here: it must be a string in quotes
                    {"id":"A","secret":"s3cret","active":1}  | active: 1 is not allowed here: it must be true or false, without quotes
                    {"id":"A","secret":"s3cret","user":" "}  | user: the user of access key 'A' is blank: give it a name, for example agent@example.com
                    {"id":"A","secret":"s3cret","scopes":["x y"]} | scopes[0]: 'x y' is not a scope: RFC 6749 section 3.3 wants visible ASCII characters without blank, " and \\; give each scope as a word of its own
                    {"id":"A","secret":"s3cret","tenantId":5} | tenantId: 5 is not allowed here: it must be a string in quotes
                    {"id":"A","secret":"s3cret","name":"x"}  | name: this key is unknown: allowed are id, secret, active, user, scopes, tenantId
                    """)
    void mistake_isTold(String text, String message) {
        assertThat(refusal(() -> AccessKeySettings.read(field(text))))
                .hasMessage("test.json, line 1: " + message)
                .message()
                .doesNotContain("s3cret", "4711");
    }

    @Test
    void change_leavesWhatItDoesNotName() {
        AccessKey inactive = PLAIN.toBuilder().inactive().build();

        assertThat(AccessKeySettings.readChange("A", field("{}")).apply(inactive))
                .isEqualTo(inactive);
        assertThat(AccessKeySettings.readChange("A", field("{\"active\": true}"))
                        .apply(inactive))
                .isEqualTo(PLAIN);
        assertThat(AccessKeySettings.readChange("A", field("{\"secret\": \"n3w\", \"active\": false}"))
                        .apply(PLAIN))
                .isEqualTo(PLAIN.withRotatedSecret("n3w").toBuilder().inactive().build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"user":"x"}                    | user: this key is unknown: allowed are active, secret
                    {"active":null}                 | active: null is not allowed here: leave the key out for what is usual
                    {"active":true,"secret":4711}   | secret: a number, which is not shown, is not allowed here: it must be a string in quotes
                    {"active":true,"secret":""}     | secret: the secret of access key 'A' is empty: an empty parameter counts as absent, so nobody could authenticate with it; give it at least one character
                    """)
    void changeThatIsWrongAnywhere_isNoChange(String text, String message) {
        assertThat(refusal(() -> AccessKeySettings.readChange("A", field(text))))
                .hasMessage("test.json, line 1: " + message);
    }
}
