package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.client.Client;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No name of a test in the report of a run tells a secret. */
class ReportNamesTest {
    private static final String SECRET = "never/to=be+shown";

    @TempDir
    Path folder;

    private String run(Class<?>... testClasses) throws IOException {
        return Reported.by(folder.resolve("new").resolve("report.html"), testClasses);
    }

    @Test
    void secretAmongTheArguments_isHidden() throws IOException {
        String html = run(ParameterizedTestCases.class, DisplayedTestCases.class, RotatedTestCases.class);

        assertThat(Reported.sections(html))
                .contains(
                        "ParameterizedTestCases argument [1] 7: passed 0",
                        "ParameterizedTestCases text (hidden: it holds a secret): passed 1",
                        "DisplayedTestCases plain in other words: passed 0",
                        "DisplayedTestCases telling (hidden: it holds a secret): passed 0",
                        "RotatedTestCases rotated (hidden: it holds a secret): passed 0",
                        "RotatedTestCases ofTheClass (hidden: it holds a secret): passed 0");
        assertThat(html).doesNotContain(SECRET);
    }

    @CxoneAuthStub(clients = @CxoneClient(id = "reporting", secret = SECRET))
    static class ParameterizedTestCases {
        @ParameterizedTest
        @ValueSource(ints = 7)
        void argument(int argument) {
            assertThat(argument).isPositive();
        }

        @ParameterizedTest
        @ValueSource(strings = SECRET)
        void text(String argument, CxoneAuth auth) {
            assertThat(argument).isNotEmpty();
            Http.token(auth);
        }
    }

    @CxoneAuthStub(clients = @CxoneClient(id = "reporting", secret = SECRET))
    static class DisplayedTestCases {
        @Test
        @DisplayName("in other words")
        void plain() {}

        @Test
        @DisplayName("with the secret " + SECRET)
        void telling() {}
    }

    @CxoneAuthStub
    static class RotatedTestCases {
        @BeforeAll
        static void register(CxoneAuth auth) {
            auth.clients().register(Client.of("forgotten", SECRET));
            auth.clients().remove("forgotten");
        }

        @Test
        @DisplayName("with the former secret other-" + SECRET)
        void rotated(CxoneAuth auth) {
            auth.clients().rotateSecret(auth.client().id(), "other-" + SECRET);
            auth.clients().rotateSecret(auth.client().id(), "the newest one");
        }

        @Test
        @DisplayName("with the former secret " + SECRET)
        void ofTheClass() {}
    }
}
