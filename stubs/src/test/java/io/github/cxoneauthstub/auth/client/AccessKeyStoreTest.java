package io.github.cxoneauthstub.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccessKeyStoreTest {
    private static final AccessKey FIRST = key("KEYID====", "f1rst");
    private static final AccessKey SECOND = key("KEYID====", "sec0nd");

    private final AccessKeyStore store = new AccessKeyStore(List.of(FIRST));

    private static AccessKey key(String id, String secret) {
        return AccessKey.builder(id).secret(secret).build();
    }

    @Test
    void lists_areThoseOfTheMoment() {
        List<AccessKey> all = store.all();
        List<String> secrets = store.secrets();
        assertThat(store.all()).isSameAs(all);
        assertThat(store.secrets()).isSameAs(secrets);

        store.put(SECOND);

        assertThat(all).containsExactly(FIRST);
        assertThat(secrets).containsExactly("f1rst");
        assertThat(store.all()).containsExactly(SECOND);
        assertThat(store.secrets()).containsExactly("f1rst", "sec0nd");
    }

    @Test
    void removedKey_isInNoListButItsSecretStays() {
        store.removeUnchanged(SECOND);
        assertThat(store.all()).containsExactly(FIRST);

        store.removeUnchanged(FIRST);

        assertThat(store.all()).isEmpty();
        assertThat(store.secrets()).containsExactly("f1rst");
    }
}
