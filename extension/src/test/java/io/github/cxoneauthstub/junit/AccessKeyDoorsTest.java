package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Scopes;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which access keys there are, wherever they come from. */
class AccessKeyDoorsTest {

    @Test
    void withoutAny_thereIsTheDefaultOne() {
        TestRun.of(BareTestCases.class).succeeded(1);
    }

    @Test
    void accessKey_hasWhatItsAnnotationSays() {
        TestRun.of(AnnotatedTestCases.class).succeeded(1);
    }

    @Test
    void doors_areMergedTheNearestFirst() {
        TestRun.of(MergedTestCases.class).succeeded(3);
    }

    @Test
    void accessKeyOfAnAnnotation_getsATokenOfItsUser() {
        TestRun.of(AskingTestCases.class).succeeded(1);
    }

    @CxoneAuthStub
    static class BareTestCases {
        @Test
        void test(CxoneAuth auth) {
            assertThat(auth.accessKey()).isEqualTo(Configuration.DEFAULT_ACCESS_KEY);
        }
    }

    @CxoneAuthStub(
            accessKeys = {
                @CxoneAccessKey(id = "plain", secret = "s3cret"),
                @CxoneAccessKey(
                        id = "odd",
                        secret = "an0ther",
                        user = "agent@example.com",
                        scopes = {},
                        active = false)
            })
    static class AnnotatedTestCases {
        @Test
        void test(CxoneAuth auth) {
            assertThat(auth.accessKeys().all())
                    .containsExactly(
                            AccessKey.builder("plain").secret("s3cret").build(),
                            AccessKey.builder("odd")
                                    .secret("an0ther")
                                    .user("agent@example.com")
                                    .scopes(Scopes.NONE)
                                    .inactive()
                                    .build());
            assertThat(auth.accessKey().id()).isEqualTo("plain");
        }
    }

    @CxoneAuthStub(
            accessKeys = {@CxoneAccessKey(id = "class", secret = "1"), @CxoneAccessKey(id = "both", secret = "2")})
    static class MergedTestCases {
        @RegisterExtension
        static final CxoneAuthExtension BUILT = CxoneAuthExtension.builder()
                .accessKey(AccessKey.builder("built").secret("3").build())
                .accessKey(AccessKey.builder("both").secret("4").build())
                .build();

        @Test
        void ofTheClass(CxoneAuth auth) {
            assertThat(auth.accessKeys().all()).extracting(AccessKey::id).containsExactly("class", "both", "built");
            assertThat(auth.accessKeys().get("both").secret()).isEqualTo("2");
        }

        @Test
        @CxoneAuthStub(accessKeys = @CxoneAccessKey(id = "both", secret = "5"))
        void ofTheMethod(CxoneAuth auth) {
            assertThat(auth.accessKeys().all())
                    .extracting(AccessKey::id)
                    .containsExactlyInAnyOrder("both", "class", "built");
            assertThat(auth.accessKey().secret()).isEqualTo("5");
        }

        @Nested
        @CxoneAuthStub(accessKeys = @CxoneAccessKey(id = "nested", secret = "6"))
        class Within {
            @Test
            void ofTheNestedClass(CxoneAuth auth) {
                assertThat(auth.accessKeys().all())
                        .extracting(AccessKey::id)
                        .containsExactlyInAnyOrder("nested", "class", "both", "built");
                assertThat(auth.accessKey().id()).isEqualTo("nested");
            }
        }
    }

    @CxoneAuthStub(
            profile = "GLOBAL",
            accessKeys = @CxoneAccessKey(id = "KEYID====", secret = "KEYSECRET====", user = "agent@example.com"))
    static class AskingTestCases {
        @Test
        void test(CxoneAuth auth) {
            assertThat(Http.tokenOf(auth, auth.accessKey())).isNotEmpty();
        }
    }
}
