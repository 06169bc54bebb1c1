package io.github.cxoneauthstub.auth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AccessKeyTest {

    @Test
    void accessKeyWithDefaults_isActiveAndCalledLikeItsUser() {
        AccessKey key = AccessKey.builder("KEYID====").secret("KEYSECRET====").build();

        assertThat(key.id()).isEqualTo("KEYID====");
        assertThat(key.secret()).isEqualTo("KEYSECRET====");
        assertThat(key.active()).isTrue();
        assertThat(key.user()).isEqualTo("KEYID====");
        assertThat(key.scopes()).isEqualTo(Scopes.ALL);
        assertThat(key.tenantId()).isEmpty();
    }

    @Test
    void toBuilder_keepsEverything() {
        AccessKey key = full();

        assertThat(key.toBuilder().build()).isEqualTo(key).hasSameHashCodeAs(key);
        assertThat(key.toBuilder().active().build()).isNotEqualTo(key);
        assertThat(key.toBuilder().secret("an0ther").build()).isNotEqualTo(key);
        assertThat(key.toBuilder().user("b").build()).isNotEqualTo(key);
        assertThat(key.toBuilder().scopes(Scopes.NONE).build()).isNotEqualTo(key);
        assertThat(key.toBuilder().tenantId("tenant-2").build()).isNotEqualTo(key);
    }

    @Test
    void text_tellsEverythingButTheSecret() {
        assertThat(full())
                .hasToString("AccessKey[KEYID====, user agent@example.com, scopes a b, inactive, tenant tenant-1]");
        assertThat(full().toBuilder().active().scopes(Scopes.NONE).build().toString())
                .isEqualTo("AccessKey[KEYID====, user agent@example.com, scopes none, tenant tenant-1]");
    }

    @Test
    void whatNobodyCouldSend_isRefusedWithoutShowingTheSecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessKey.builder(""))
                .withMessage(
                        "an access key id of 0 characters, '', is not allowed: it has at least one character and no"
                                + " control characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessKey.builder("a").build())
                .withMessageStartingWith("the secret of access key 'a' is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessKey.builder("a").secret("s3cret\n"))
                .withMessageStartingWith("the secret of access key 'a' has a control character")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("s3cret"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessKey.builder("a\ud83d"))
                .withMessage("an access key id of 2 characters has half of a surrogate pair: it cannot be written in"
                        + " UTF-8, so nobody could send it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessKey.builder("a").secret("s3cret\ud83d"))
                .withMessage("the secret of access key 'a' has half of a surrogate pair: it cannot be written in"
                        + " UTF-8, so nobody could send it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessKey.builder("a").user(" "))
                .withMessage("the user of access key 'a' is blank: give it a name, for example agent@example.com");
    }

    private static AccessKey full() {
        return AccessKey.builder("KEYID====")
                .secret("KEYSECRET====")
                .user("agent@example.com")
                .scopes(Scopes.of("a", "b"))
                .tenantId("tenant-1")
                .inactive()
                .build();
    }
}
