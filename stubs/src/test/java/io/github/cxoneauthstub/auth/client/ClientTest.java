package io.github.cxoneauthstub.auth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTest {

    @Test
    void clientWithDefaults_mayDoEverythingByEitherMethod() {
        Client client = Client.of("reporting", "s3cret");

        assertThat(client.scopes()).isEqualTo(Scopes.ALL);
        assertThat(client.grants())
                .containsExactly(
                        GrantType.CLIENT_CREDENTIALS,
                        GrantType.PASSWORD,
                        GrantType.REFRESH_TOKEN,
                        GrantType.TOKEN_EXCHANGE,
                        GrantType.IMPERSONATION);
        assertThat(client.isPublic()).isFalse();
        assertThat(client.authMethod()).isEqualTo(AuthMethod.EITHER);
        assertThat(client.enabled()).isTrue();
        assertThat(client.secretExpires()).isEmpty();
        assertThat(client.formerSecrets()).isEmpty();
    }

    @Test
    void secret_isComparedExactly() {
        Client client = Client.of("reporting", "s3cret\u00e4");

        assertThat(client.hasSecret("s3cret\u00e4")).isTrue();
        assertThat(client.hasSecret("s3cret")).isFalse();
        assertThat(client.hasSecret("S3cret\u00e4")).isFalse();
        assertThat(client.hasSecret("")).isFalse();
    }

    @Test
    void rotation_keepsTheLastEightSecretsNewestFirst() {
        Client client = Client.of("reporting", "s0");

        for (int i = 1; i <= 10; i++) {
            client = client.withRotatedSecret("s" + i);
        }

        assertThat(client.secret()).isEqualTo("s10");
        assertThat(client.formerSecrets()).containsExactly("s9", "s8", "s7", "s6", "s5", "s4", "s3", "s2");
        assertThat(client.hadSecret("s2")).isTrue();
        assertThat(client.hadSecret("s10")).isFalse();
    }

    @Test
    void toBuilder_keepsEverything() {
        Client client = Client.builder("reporting")
                .secret("s3cret")
                .scopes("a", "b")
                .grants(GrantType.PASSWORD)
                .authMethod(AuthMethod.BODY)
                .secretExpires(Instant.EPOCH)
                .tenantId("tenant-1")
                .disabled()
                .build()
                .withRotatedSecret("new")
                .toBuilder()
                .secretExpires(Instant.EPOCH)
                .build();

        assertThat(client.toBuilder().build()).isEqualTo(client).hasSameHashCodeAs(client);
        assertThat(client.toBuilder().enabled().build()).isNotEqualTo(client);
        assertThat(client.toBuilder().tenantId("tenant-2").build()).isNotEqualTo(client);
    }

    /** Every builder begins with the grant that most clients have. */
    @Test
    void toBuilder_bringsNoGrantBack() {
        Client client = Client.builder("reporting")
                .secret("s3cret")
                .grants(GrantType.PASSWORD)
                .build();

        assertThat(client.toBuilder().build().grants()).containsExactly(GrantType.PASSWORD);
        assertThat(client.withRotatedSecret("new").grants()).containsExactly(GrantType.PASSWORD);
    }

    @Test
    void publicClient_hasNoSecretAndNoGrantThatNeedsOne() {
        Client client = Client.builder("app")
                .publicClient()
                .redirectUris("my-app://back")
                .build();

        assertThat(client.isPublic()).isTrue();
        assertThat(client.hasSecret("")).isFalse();
        assertThat(client.grants()).doesNotContain(GrantType.CLIENT_CREDENTIALS).contains(GrantType.AUTHORIZATION_CODE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.toBuilder().secret("s3cret").build())
                .withMessageStartingWith("client 'app' is public and has a secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        client.toBuilder().grants(GrantType.CLIENT_CREDENTIALS).build())
                .withMessageStartingWith("client 'app' is public and is to use client_credentials");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.toBuilder().redirectUris("/relative"))
                .withMessageStartingWith("'/relative' is no redirect URI of client 'app'");
    }

    @Test
    void text_tellsEverythingButTheSecret() {
        Client client = Client.builder("reporting")
                .secret("s3cret")
                .scopes("a", "b")
                .disabled()
                .secretExpires(Instant.EPOCH)
                .tenantId("tenant-1")
                .build();

        assertThat(client)
                .hasToString("Client[reporting, scopes a b, grants [client_credentials, password, refresh_token,"
                        + " urn:ietf:params:oauth:grant-type:token-exchange,"
                        + " urn:ietf:params:oauth:grant-type:user-impersonation-token-exchange], EITHER, disabled,"
                        + " secret expires 1970-01-01T00:00:00Z, tenant tenant-1]");
        assertThat(Client.builder("x").secret("s3cret").scopes().build().toString())
                .isEqualTo("Client[x, scopes none, grants [client_credentials, password, refresh_token,"
                        + " urn:ietf:params:oauth:grant-type:token-exchange,"
                        + " urn:ietf:params:oauth:grant-type:user-impersonation-token-exchange], EITHER]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\n", "\u0000", "a\u007f"})
    void idWithoutCharactersOrWithControls_isRefused(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Client.builder(id))
                .withMessageMatching("(?s)a client id of " + id.length()
                        + " characters, '.*', is not allowed: it has at least one character and no control"
                        + " characters");
    }

    @Test
    void emptyOrMissingSecret_isRefused() {
        String message = "the secret of client 'reporting' is empty: an empty parameter counts as absent, so nobody"
                + " could authenticate with it; give it at least one character";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Client.of("reporting", ""))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Client.builder("reporting").build())
                .withMessage(message);
    }

    @Test
    void idAndSecret_fitIntoAHeader() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Client.builder("x".repeat(2001)))
                .withMessage("a client id has 2001 characters: 2000 are the most, so that a header holds it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Client.of("reporting", "canary".repeat(400)))
                .withMessage("the secret of client 'reporting' has 2400 characters: 2000 are the most, so that a header"
                        + " holds it");
        assertThat(Client.of("x".repeat(2000), "y".repeat(2000)).secret()).hasSize(2000);
    }
}
