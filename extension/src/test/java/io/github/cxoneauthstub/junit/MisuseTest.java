package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Profiles;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake in the configuration is told with its door, its key, its value and what is allowed; never a secret. */
class MisuseTest {

    @Test
    void unknownProfile() {
        assertRefused(
                UnknownProfileTestCases.class,
                "@CxoneAuthStub on MisuseTest.UnknownProfileTestCases: profile: 'API_V3' is not the name of a profile:"
                        + " use one of " + Profiles.all());
    }

    @Test
    void mistakeOnAMethod_namesTheMethod() {
        assertRefused(
                MethodTestCases.class,
                "@CxoneAuthStub on MisuseTest.MethodTestCases.test: tokenLifetime: '1 hour' is not a duration: write it"
                        + " as ISO 8601 does, for example PT1H or PT90S");
    }

    @Test
    void mistakeOnAClassWithOneInstance_isSeenBeforeItsConstructor() {
        assertRefused(
                PerClassTestCases.class,
                "@CxoneAuthStub on MisuseTest.PerClassTestCases: profile: 'api_v2' is not the name of a profile: use one"
                        + " of " + Profiles.all());
    }

    @Test
    void negativeLifetime() {
        assertRefused(
                NegativeLifetimeTestCases.class,
                "@CxoneAuthStub on MisuseTest.NegativeLifetimeTestCases: tokenLifetime: a token lifetime of PT-1H is not"
                        + " possible: expires_in counts whole seconds, so it must be from PT1S to a century; for an"
                        + " expired token, move auth.clock() or use Mint.forClient(...).expired()");
    }

    @Test
    void twoClientsOfOneId() {
        assertRefused(
                TwinClientsTestCases.class,
                "@CxoneAuthStub on MisuseTest.TwinClientsTestCases: clients: two clients have the id 'reporting': ids"
                        + " are unique; give one of them another, or leave it out");
    }

    @Test
    void twoAccessKeysOfOneId() {
        assertRefused(
                TwinAccessKeysTestCases.class,
                "@CxoneAuthStub on MisuseTest.TwinAccessKeysTestCases: accessKeys: two access keys have the id 'KEYID':"
                        + " ids are unique; give one of them another, or leave it out");
    }

    @Test
    void publicClientThatAuthenticates() {
        assertRefused(
                PublicBasicTestCases.class,
                "@CxoneAuthStub on MisuseTest.PublicBasicTestCases: clients: client 'app' is public and has the"
                        + " authMethod BASIC: a public client has no way to authenticate, so leave it out");
    }

    @Test
    void publicClientWithASecret() {
        assertRefused(
                PublicSecretTestCases.class,
                "@CxoneAuthStub on MisuseTest.PublicSecretTestCases: clients: client 'app' is public and has a secret:"
                        + " a public client is one that cannot keep one, so leave the secret out, or take another way"
                        + " to authenticate");
    }

    @Test
    void emptySecret() {
        assertRefused(
                EmptySecretTestCases.class,
                "@CxoneAuthStub on MisuseTest.EmptySecretTestCases: clients: the secret of client 'reporting' is empty:"
                        + " an empty parameter counts as absent, so nobody could authenticate with it; give it at least"
                        + " one character");
    }

    @Test
    void pathWithoutSlash() {
        assertRefused(
                PathWithoutSlashTestCases.class,
                "@CxoneAuthStub on MisuseTest.PathWithoutSlashTestCases: path: profile RFC6749 cannot be mounted on"
                        + " 'token': a path begins with one slash and has no blank, query, fragment or other character that a URI's"
                        + " path has not, as /oauth/token");
    }

    @Test
    void profileWithoutPath() {
        assertRefused(
                NoPathTestCases.class,
                "@CxoneAuthStub on MisuseTest.NoPathTestCases: profile: RFC6749 has no path of its own: say where it is"
                        + " served, for example path = \"/token\"");
    }

    @Test
    void pathOfADocument() {
        assertRefused(
                TakenPathTestCases.class,
                "@CxoneAuthStub on MisuseTest.TakenPathTestCases: path: the documents of the server and profile"
                        + " RFC6749 cannot both be served on /auth/jwks: give one of them another path, or none with withPaths()");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    profile        | API_V3  | 'API_V3' is not the name of a profile: use one of [OAUTH_TOKEN, OAUTH2_TOKEN, API_V2, GLOBAL, ACCESS_KEY, REGIONAL, CENTRAL, GENESYS, RFC6749]
                    profile        | RFC6749 | RFC6749 has no path of its own: say where it is served, for example path = "/token"
                    token-lifetime | soon    | 'soon' is not a duration: write it as ISO 8601 does, for example PT1H or PT90S
                    client.secret  | s3cret  | it belongs to no client: set cxone.auth.client.id too, or leave it out
                    """, quoteCharacter = '`')
    void parameter(String key, String value, String message) {
        TestRun run = TestRun.with(Map.of("cxone.auth." + key, value), PlainTestCases.class);

        assertThat(run.failure())
                .isExactlyInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("configuration parameter: cxone.auth." + key + ": " + message);
    }

    @Test
    void clientParameterWithoutSecret() {
        TestRun run = TestRun.with(Map.of("cxone.auth.client.id", "reporting"), PlainTestCases.class);

        assertThat(run.failure())
                .hasMessage("configuration parameter: cxone.auth.client.secret: it is missing: client 'reporting' needs"
                        + " a secret");
    }

    @Test
    void builder_refusesAtOnce() {
        CxoneAuthExtension.Builder builder = CxoneAuthExtension.builder().client(Client.of("twin", "s3cret"));

        assertThatThrownBy(() -> builder.client(Client.of("twin", "an0ther")))
                .isExactlyInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("CxoneAuthExtension.builder(): client: two clients have the id 'twin': ids are unique; give"
                        + " one of them another, or leave it out");
        assertThatThrownBy(() -> builder.profile("API_V3")).hasMessageStartingWith("CxoneAuthExtension.builder(): ");
        assertThatThrownBy(() -> builder.path("token"))
                .hasMessageStartingWith("CxoneAuthExtension.builder(): path: profile OAUTH_TOKEN cannot be mounted on"
                        + " 'token': a path begins with one slash");
        assertThatThrownBy(() -> builder.tokenLifetime(Duration.ZERO))
                .hasMessageStartingWith("CxoneAuthExtension.builder(): tokenLifetime: a token lifetime of PT0S");
    }

    @Test
    void builderInAnInstanceField() {
        String message = "is not in a static field, so it would not see the class begin: write \"@RegisterExtension"
                + " static final CxoneAuthExtension\", or use @CxoneAuthStub, which can stand on a method";

        assertRefused(
                InstanceFieldTestCases.class,
                "CxoneAuthExtension.builder() in MisuseTest.InstanceFieldTestCases " + message);
        assertRefused(
                PerClassInstanceFieldTestCases.class,
                "CxoneAuthExtension.builder() in MisuseTest.PerClassInstanceFieldTestCases " + message);
    }

    private static void assertRefused(Class<?> testClass, String message) {
        assertThat(TestRun.of(testClass).failure())
                .isExactlyInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(message);
    }

    abstract static class OneTest {
        @Test
        void test() {}
    }

    @CxoneAuthStub
    static class PlainTestCases extends OneTest {}

    @CxoneAuthStub(profile = "API_V3")
    static class UnknownProfileTestCases extends OneTest {}

    @CxoneAuthStub(tokenLifetime = "PT-1H")
    static class NegativeLifetimeTestCases extends OneTest {}

    @CxoneAuthStub(
            clients = {
                @CxoneClient(id = "reporting", secret = "s3cret"),
                @CxoneClient(id = "reporting", secret = "an0ther")
            })
    static class TwinClientsTestCases extends OneTest {}

    @CxoneAuthStub(
            accessKeys = {
                @CxoneAccessKey(id = "KEYID", secret = "s3cret"),
                @CxoneAccessKey(id = "KEYID", secret = "an0ther")
            })
    static class TwinAccessKeysTestCases extends OneTest {}

    @CxoneAuthStub(clients = @CxoneClient(id = "app", publicClient = true, authMethod = AuthMethod.BASIC))
    static class PublicBasicTestCases extends OneTest {}

    @CxoneAuthStub(clients = @CxoneClient(id = "app", publicClient = true, secret = "s3cret"))
    static class PublicSecretTestCases extends OneTest {}

    @CxoneAuthStub(clients = @CxoneClient(id = "reporting", secret = ""))
    static class EmptySecretTestCases extends OneTest {}

    @CxoneAuthStub(profile = "RFC6749", path = "token")
    static class PathWithoutSlashTestCases extends OneTest {}

    @CxoneAuthStub(profile = "RFC6749")
    static class NoPathTestCases extends OneTest {}

    @CxoneAuthStub(profile = "RFC6749", path = "/auth/jwks")
    static class TakenPathTestCases extends OneTest {}

    @CxoneAuthStub(profile = "api_v2")
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassTestCases extends OneTest {
        PerClassTestCases(CxoneAuth auth) {}
    }

    static class MethodTestCases {
        @Test
        @CxoneAuthStub(tokenLifetime = "1 hour")
        void test(CxoneAuth auth) {}
    }

    static class InstanceFieldTestCases extends OneTest {
        @RegisterExtension
        final CxoneAuthExtension cxone = CxoneAuthExtension.builder().build();
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassInstanceFieldTestCases extends OneTest {
        @RegisterExtension
        final CxoneAuthExtension cxone = CxoneAuthExtension.builder().build();
    }
}
