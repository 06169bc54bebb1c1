package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long tokens live that a dialect of the user's own issues: what the nearest says, the dialect itself included. */
class OwnLifetimeTest {
    private static final Map<String, String> PARAMETER = Map.of("cxone.auth.token-lifetime", "PT6M");

    /** The dialect's own lifetime won, and nobody was told. */
    @Test
    void nearerDoor_winsOverTheDialect() {
        assertThat(TestRun.of(NearerTestCases.class).succeeded(2).published("seen"))
                .containsExactlyInAnyOrder("class PT2M", "method PT1M");
    }

    @Test
    void doorThatChoosesTheDialect_winsOverIt() {
        assertThat(TestRun.with(PARAMETER, SameTestCases.class).succeeded(1).published("seen"))
                .containsExactly("same PT3M");
    }

    @Test
    void dialect_winsOverAFartherDoor() {
        assertThat(TestRun.with(PARAMETER, FartherTestCases.class).succeeded(1).published("seen"))
                .containsExactly("farther PT1H");
    }

    @Test
    void dialectWithoutOne_hasThatOfAnyDoor() {
        assertThat(TestRun.with(PARAMETER, WithoutTestCases.class).succeeded(1).published("seen"))
                .containsExactly("without PT6M");
    }

    private static Profile.Builder mine() {
        return Profiles.OAUTH_TOKEN.toBuilder("MINE");
    }

    private static Profile living() {
        return mine().tokenLifetime(Duration.ofHours(1)).build();
    }

    private static void publish(String where, CxoneAuth auth, TestReporter reporter) {
        Profile profile = auth.configuration().profile();
        assertThat(profile.name()).isEqualTo("MINE");
        reporter.publishEntry("seen", where + " " + profile.tokenLifetime());
    }

    @CxoneAuthStub(tokenLifetime = "PT2M")
    static class NearerTestCases {
        @RegisterExtension
        static final CxoneAuthExtension CXONE =
                CxoneAuthExtension.builder().profile(living()).build();

        @Test
        void ofTheClass(CxoneAuth auth, TestReporter reporter) {
            publish("class", auth, reporter);
        }

        @Test
        @CxoneAuthStub(tokenLifetime = "PT1M")
        void ofTheMethod(CxoneAuth auth, TestReporter reporter) {
            publish("method", auth, reporter);
        }
    }

    static class SameTestCases {
        @RegisterExtension
        static final CxoneAuthExtension CXONE = CxoneAuthExtension.builder()
                .profile(living())
                .tokenLifetime(Duration.ofMinutes(3))
                .build();

        @Test
        void test(CxoneAuth auth, TestReporter reporter) {
            publish("same", auth, reporter);
        }
    }

    static class FartherTestCases {
        @RegisterExtension
        static final CxoneAuthExtension CXONE =
                CxoneAuthExtension.builder().profile(living()).build();

        @Test
        void test(CxoneAuth auth, TestReporter reporter) {
            publish("farther", auth, reporter);
        }
    }

    static class WithoutTestCases {
        @RegisterExtension
        static final CxoneAuthExtension CXONE =
                CxoneAuthExtension.builder().profile(mine().build()).build();

        @Test
        void test(CxoneAuth auth, TestReporter reporter) {
            publish("without", auth, reporter);
        }
    }
}
