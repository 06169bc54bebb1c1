package io.github.cxoneauthstub.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered of secrets, so that it is not shown, has an end. */
class FormerSecretsTest {
    private final FormerSecrets secrets = new FormerSecrets();

    @Test
    void eachSecret_isRememberedOnce() {
        for (int i = 0; i < 50; i++) {
            secrets.addAll(List.of("one", "two"));
        }

        assertThat(secrets.and(List.of("two", "three"))).containsExactly("one", "two", "three");
    }

    @Test
    void lastThousand_areRemembered() {
        for (int i = 0; i <= 1000; i++) {
            secrets.add("secret " + i);
        }

        assertThat(secrets.and(List.of()))
                .hasSize(1000)
                .doesNotContain("secret 0")
                .contains("secret 1", "secret 1000");
    }

    @Test
    void secretThatIsUsedAgain_isRememberedAnew() {
        for (int i = 0; i <= 1000; i++) {
            secrets.add("early");
            secrets.add("secret " + i);
        }

        assertThat(secrets.and(List.of())).contains("early");
    }
}
