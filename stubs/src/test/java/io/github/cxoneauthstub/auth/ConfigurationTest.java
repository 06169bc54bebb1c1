package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
    private static final ResourceDescription RESOURCE = new ResourceDescription(
            "GET", "/users/me", Optional.empty(), 200, new JsonValue.JsonNull(new JsonValue.Place(1, 1)));

    @Test
    void defaults_areOneClientAtOauthToken() {
        Configuration defaults = Configuration.defaults();

        assertThat(defaults.profile()).isSameAs(Profiles.OAUTH_TOKEN);
        assertThat(defaults.mounted()).containsExactlyElementsOf(Profiles.all());
        assertThat(defaults.tokenPath()).isEqualTo("/oauth/token");
        assertThat(defaults.clients()).containsExactly(Configuration.DEFAULT_CLIENT);
    }

    @Test
    void defaultClient_hasASecretThatMustBeEncoded() {
        Client client = Configuration.DEFAULT_CLIENT;

        assertThat(client.id()).isEqualTo("test-client");
        assertThat(client.scopes()).isEqualTo(Scopes.ALL);
        assertThat(FormEncoding.encode(client.secret())).isNotEqualTo(client.secret());
        assertThat(FormEncoding.decode(client.secret())).isNotEqualTo(Optional.of(client.secret()));
    }

    @Test
    void ownClients_takeThePlaceOfTheDefaultOne() {
        Client a = Client.of("a", "1");
        Client b = Client.of("b", "2");

        assertThat(Configuration.builder().client(a).client(b).build().clients())
                .containsExactly(a, b);
    }

    @Test
    void mountedDialect_isServedBesideTheOthers() {
        Configuration configuration =
                Configuration.builder().mount(Profiles.RFC6749.withPaths("/t")).build();

        assertThat(configuration.profile()).isSameAs(Profiles.OAUTH_TOKEN);
        assertThat(configuration.mountedAs("RFC6749").paths()).containsExactly("/t");
    }

    @Test
    void ownProfile_becomesTheDefaultOne() {
        Profile own = Profiles.OAUTH_TOKEN.toBuilder("OWN").paths("/own").build();

        Configuration configuration = Configuration.builder().profile(own).build();

        assertThat(configuration.profile()).isSameAs(own);
        assertThat(configuration.tokenPath()).isEqualTo("/own");
        assertThat(configuration.mounted())
                .extracting(Profile::name)
                .startsWith("OAUTH_TOKEN", "OAUTH2_TOKEN", "API_V2", "GLOBAL")
                .endsWith("RFC6749", "OWN");
    }

    @Test
    void ownProfile_takesThePathOfABuiltInOne() {
        Profile own = Profiles.RFC6749.toBuilder("OWN").paths("/oauth/token").build();

        Configuration configuration = Configuration.builder().profile(own).build();

        assertThat(configuration.mountedAs("OAUTH_TOKEN").paths()).isEmpty();
        assertThat(configuration.profile()).isSameAs(own);
    }

    @Test
    void profileByName_mayBeOneThatWasMounted() {
        Configuration configuration = Configuration.builder()
                .mount(Profiles.RFC6749.withPaths("/t"))
                .profile("RFC6749")
                .build();

        assertThat(configuration.tokenPath()).isEqualTo("/t");
    }

    @Test
    void generalLifetime_appliesWhereNoOwnOneWasGiven() {
        Profile own = Profiles.RFC6749.toBuilder("OWN")
                .paths("/own")
                .tokenLifetime(Duration.ofMinutes(1))
                .build();

        Configuration configuration = Configuration.builder()
                .mount(own)
                .mount(Profiles.RFC6749.withPaths("/t"))
                .tokenLifetime(Duration.ofMinutes(5))
                .build();

        assertThat(configuration.mountedAs("OWN").tokenLifetime()).isEqualTo(Duration.ofMinutes(1));
        assertThat(configuration.mountedAs("RFC6749").tokenLifetime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(configuration.profile().tokenLifetime()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void unknownProfile_isRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configuration.builder().profile("GENESYS2"))
                .withMessage("'GENESYS2' is not the name of a profile: use one of [OAUTH_TOKEN, OAUTH2_TOKEN,"
                        + " API_V2, GLOBAL,"
                        + " ACCESS_KEY, REGIONAL, CENTRAL, GENESYS, RFC6749]");
    }

    @Test
    void twoClientsOfOneId_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configuration.builder()
                        .client(Client.of("a", "1"))
                        .client(Client.of("a", "2"))
                        .build())
                .withMessage("two clients have the id 'a': ids are unique; give one of them another, or leave it out");
    }

    @Test
    void defaultProfileWithoutPath_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configuration.builder().profile("RFC6749").build())
                .withMessage("profile RFC6749 has no path to be served on: give it one with"
                        + " withPaths(\"/token\"), or with path = \"/token\" in the annotation");
    }

    @Test
    void twoOwnDialectsOnOnePath_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configuration.builder()
                        .mount(Profiles.RFC6749.toBuilder("A").paths("/t").build())
                        .mount(Profiles.RFC6749.toBuilder("B").paths("/t").build())
                        .build())
                .withMessage("profile A and profile B cannot both be served on /t: give one of them another path, or"
                        + " none with withPaths()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/jwks", "/.well-known/openid-configuration"})
    void pathOfADocument_isTaken(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configuration.builder()
                        .profile(Profiles.RFC6749.withPaths(path))
                        .build())
                .withMessageStartingWith(
                        "the documents of the server and profile RFC6749 cannot both be served on " + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.5S"})
    void lifetimeUnderASecond_isRefusedAtOnce(Duration lifetime) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configuration.builder().tokenLifetime(lifetime))
                .withMessageStartingWith("a token lifetime of " + lifetime + " is not possible");
    }

    @Test
    void text_hidesTheSecrets() {
        assertThat(Configuration.defaults().toString())
                .startsWith("Configuration[OAUTH_TOKEN, [Client[test-client, ")
                .doesNotContain(Configuration.DEFAULT_CLIENT.secret());
    }

    @Test
    void configurationWithoutDefaultClient_hasThoseThatAreNamed() {
        assertThat(Configuration.builder().withoutDefaultClient().build().clients())
                .isEmpty();
        assertThat(Configuration.builder()
                        .withoutDefaultClient()
                        .client(Client.of("a", "1"))
                        .build()
                        .clients())
                .containsExactly(Client.of("a", "1"));
    }

    @Test
    void clientsFirst_goBeforeTheOthersAndTakeThePlaceOfTheirNamesakes() {
        Configuration configuration = Configuration.builder()
                .client(Client.of("a", "1"))
                .client(Client.of("b", "2"))
                .clientsFirst(List.of(Client.of("c", "3"), Client.of("a", "4")))
                .build();

        assertThat(configuration.clients())
                .containsExactly(Client.of("c", "3"), Client.of("a", "4"), Client.of("b", "2"));
        assertThat(Configuration.builder().clientsFirst(List.of()).build().clients())
                .containsExactly(Configuration.DEFAULT_CLIENT);
    }

    @Test
    void accessKeysFirst_goBeforeTheOthersAndTakeThePlaceOfTheirNamesakes() {
        AccessKey other = AccessKey.builder("b").secret("2").build();
        AccessKey namesake = AccessKey.builder("a").secret("3").build();

        Configuration configuration = Configuration.builder()
                .accessKey(AccessKey.builder("a").secret("1").build())
                .accessKey(other)
                .accessKeysFirst(List.of(namesake))
                .build();

        assertThat(configuration.accessKeys()).containsExactly(namesake, other);
        assertThat(Configuration.builder().accessKeysFirst(List.of()).build().accessKeys())
                .containsExactly(Configuration.DEFAULT_ACCESS_KEY);
    }

    @Test
    void paths_areThoseOfTheDefaultDialect() {
        Configuration configuration = Configuration.builder()
                .profile(Profiles.OAUTH_TOKEN.toBuilder("OWN")
                        .tokenLifetime(Duration.ofMinutes(1))
                        .build())
                .paths("/a", "/b")
                .build();

        assertThat(configuration.profile().name()).isEqualTo("OWN");
        assertThat(configuration.profile().paths()).containsExactly("/a", "/b");
        assertThat(configuration.profile().tokenLifetime()).isEqualTo(Duration.ofMinutes(1));
        assertThat(configuration.mountedAs("OAUTH_TOKEN").paths()).containsExactly("/oauth/token");
    }

    @Test
    void lifetimeOfAll_goesOverOwnOnes() {
        Profile own = Profiles.RFC6749.toBuilder("OWN")
                .paths("/own")
                .tokenLifetime(Duration.ofMinutes(1))
                .build();

        Configuration configuration = Configuration.builder()
                .mount(own)
                .tokenLifetimeOfAll(Duration.ofMinutes(5))
                .build();

        assertThat(configuration.mounted()).extracting(Profile::tokenLifetime).containsOnly(Duration.ofMinutes(5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configuration.builder().tokenLifetimeOfAll(Duration.ZERO))
                .withMessageStartingWith("a token lifetime of PT0S is not possible");
    }

    @Test
    void toBuilder_keepsEverything() {
        Configuration before = Configuration.builder()
                .profile(Profiles.RFC6749.withPaths("/t"))
                .tokenLifetime(Duration.ofMinutes(5))
                .client(Client.of("a", "1"))
                .accessKey(AccessKey.builder("A").secret("s3cret").build())
                .tenant(Tenant.DEFAULT)
                .resource(RESOURCE)
                .build();

        Configuration after = before.toBuilder().build();

        assertThat(after.profile().paths()).containsExactly("/t");
        assertThat(after.profile().tokenLifetime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(after)
                .usingRecursiveComparison()
                .comparingOnlyFields("clients", "accessKeys", "tenants", "resources")
                .isEqualTo(before);
        assertThat(after.mounted()).extracting(Profile::name).containsAll(names(before));
        assertThat(Configuration.defaults().toBuilder().build().clients())
                .containsExactly(Configuration.DEFAULT_CLIENT);
        assertThat(Configuration.builder().withoutDefaultClient().build().toBuilder()
                        .build()
                        .clients())
                .isEmpty();
    }

    @Test
    void whatIsSaidAfterToBuilder_leavesTheFirstOneAlone() {
        Configuration before =
                Configuration.builder().client(Client.of("a", "1")).build();

        Configuration after = before.toBuilder()
                .client(Client.of("b", "2"))
                .profile("RFC6749")
                .paths("/t")
                .tokenLifetime(Duration.ofMinutes(5))
                .resource(RESOURCE)
                .build();

        assertThat(after.clients()).hasSize(2);
        assertThat(after.tokenPath()).isEqualTo("/t");
        assertThat(before.clients()).hasSize(1);
        assertThat(before.resources()).isEmpty();
        assertThat(before.toBuilder().build().tokenPath()).isEqualTo("/oauth/token");
        assertThat(before.toBuilder().build().profile().tokenLifetime()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void dialectsOfAConfiguration_giveWayToThoseOfItsBuilder() {
        Configuration before =
                Configuration.builder().mount(Profiles.RFC6749.withPaths("/t")).build();

        Configuration after =
                before.toBuilder().profile("OAUTH_TOKEN").paths("/t").build();

        assertThat(after.mountedAs("RFC6749").paths()).isEmpty();
        assertThat(after.tokenPath()).isEqualTo("/t");
    }

    private static List<String> names(Configuration configuration) {
        return configuration.mounted().stream().map(Profile::name).toList();
    }
}
