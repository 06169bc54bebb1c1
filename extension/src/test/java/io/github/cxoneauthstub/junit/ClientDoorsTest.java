package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.client.Scopes;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which clients there are, wherever they come from. */
class ClientDoorsTest {

    @Test
    void methodAnnotation_addsAClientForThatMethodOnly() {
        TestRun.of(MethodTestCases.class).succeeded(2);
    }

    @Test
    void client_isThatOfTheNearestDoor() {
        TestRun.with(
                        Map.of("cxone.auth.client.id", "far", "cxone.auth.client.secret", "s3cret"),
                        NearestTestCases.class)
                .succeeded(2);
    }

    @Test
    void client_hasWhatItsAnnotationSays() {
        TestRun.of(ClientTestCases.class).succeeded(1);
    }

    @Test
    void grantsOfAnAnnotation_areThoseOfAnyClientUnlessSaid() throws NoSuchMethodException {
        assertThat((GrantType[]) CxoneClient.class.getMethod("grants").getDefaultValue())
                .containsExactly(GrantType.values());
    }

    @CxoneAuthStub(clients = @CxoneClient(id = "of-class", secret = "s3cret"))
    static class MethodTestCases {
        MethodTestCases(CxoneAuth auth) {
            auth.clients().register(Client.of("of-constructor", "s3cret"));
        }

        @BeforeAll
        static void beforeAll(CxoneAuth auth) {
            auth.clients().register(Client.of("of-before-all", "s3cret"));
        }

        @Test
        @CxoneAuthStub(clients = @CxoneClient(id = "of-method", secret = "s3cret"))
        void with(CxoneAuth auth) {
            assertThat(auth.clients().all())
                    .extracting(Client::id)
                    .containsExactly("of-class", "of-before-all", "of-constructor", "of-method");
            assertThat(Http.token(auth, auth.clients().get("of-method"))).isNotEmpty();
        }

        @Test
        void without(CxoneAuth auth) {
            assertThat(auth.clients().all())
                    .extracting(Client::id)
                    .containsExactly("of-class", "of-before-all", "of-constructor");
        }
    }

    @CxoneAuthStub(
            clients = {
                @CxoneClient(id = "plain", secret = "s3cret"),
                @CxoneClient(
                        id = "odd",
                        secret = "an0ther",
                        scopes = {},
                        grants = {GrantType.PASSWORD, GrantType.REFRESH_TOKEN},
                        authMethod = AuthMethod.BASIC,
                        enabled = false),
                @CxoneClient(id = "app", publicClient = true, redirectUris = "https://app.example/callback")
            })
    static class ClientTestCases {
        @Test
        void test(CxoneAuth auth) {
            assertThat(auth.client()).isEqualTo(Client.of("plain", "s3cret"));
            assertThat(auth.clients().get("odd"))
                    .isEqualTo(Client.builder("odd")
                            .secret("an0ther")
                            .scopes(Scopes.NONE)
                            .grants(GrantType.PASSWORD, GrantType.REFRESH_TOKEN)
                            .authMethod(AuthMethod.BASIC)
                            .disabled()
                            .build());
            assertThat(auth.clients().get("app"))
                    .isEqualTo(Client.builder("app")
                            .publicClient()
                            .redirectUris("https://app.example/callback")
                            .build());
        }
    }

    @CxoneAuthStub(clients = @CxoneClient(id = "near", secret = "s3cret"))
    static class NearestTestCases {
        @Test
        void ofTheClass(CxoneAuth auth) {
            assertThat(auth.client().id()).isEqualTo("near");
        }

        @Test
        @CxoneAuthStub(clients = @CxoneClient(id = "nearer", secret = "s3cret"))
        void ofTheMethod(CxoneAuth auth) {
            assertThat(auth.client().id()).isEqualTo("nearer");
        }
    }
}
