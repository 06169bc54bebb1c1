package io.github.cxoneauthstub.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.ResourceDescription;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.profile.Refusal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration file of a test: what it says stands unless a nearer door says otherwise. */
class ConfigurationFileDoorTest {

    @Test
    void fileIsNamed_atAnyDoor() {
        Map<String, String> parameter = Map.of("cxone.auth.config", "doors/far.json");

        assertThat(TestRun.with(parameter, BareTestCases.class).succeeded(1).published("seen"))
                .containsExactly("OAUTH2_TOKEN far");
        assertThat(TestRun.with(parameter, BuilderTestCases.class).succeeded(1).published("seen"))
                .containsExactly("RFC6749 near");
        assertThat(TestRun.with(parameter, BuilderAndClassTestCases.class)
                        .succeeded(3)
                        .published("seen"))
                .containsExactlyInAnyOrder("OAUTH2_TOKEN far", "RFC6749 near", "OAUTH2_TOKEN far");
    }

    @Test
    void file_isMergedWithWhatIsNearer() {
        TestRun.of(MergedTestCases.class).succeeded(5);
        TestRun.of(OwnProfileTestCases.class).succeeded(1);
    }

    @Test
    void resourcesOfTheFile_areServed() {
        TestRun.of(ResourceTestCases.class).succeeded(3);
    }

    @Test
    void mistakeInTheFile_isToldWithTheDoorThatNamesIt() {
        assertRefused(
                BrokenTestCases.class,
                "@CxoneAuthStub on ConfigurationFileDoorTest.BrokenTestCases: config: doors/broken.json, line 2:"
                        + " clients[0].secret: a number, which is not shown, is not allowed here: it must be a string in"
                        + " quotes");
        assertRefused(
                MissingTestCases.class,
                "CxoneAuthExtension.builder(): config: missing.json: there is no 'missing.json' on the class path: put it"
                        + " into src/test/resources, and name it with the folders in there that it is in");
    }

    @Test
    void fileBesideTheTestClass_isToldWithItsName() {
        assertRefused(
                BesideTestCases.class,
                "@CxoneAuthStub on ConfigurationFileDoorTest.BesideTestCases: config: there is no 'beside.json' on the"
                        + " class path, but one beside ConfigurationFileDoorTest.BesideTestCases: names are those of the class path,"
                        + " so write \"io/github/cxoneauthstub/junit/beside.json\"");
    }

    @Test
    void pathThatTakesAwayAResourceOfTheFile_isRefused() {
        assertRefused(
                ConflictTestCases.class,
                "@CxoneAuthStub on ConfigurationFileDoorTest.ConflictTestCases: path: GET /of-far would never be asked,"
                        + " because that path belongs to profile OAUTH2_TOKEN: give the resource another path");
    }

    /** The door of the path, of the profile or of the nearest client was blamed. */
    @ParameterizedTest
    @ValueSource(classes = {StrayTestCases.class, StrayBehindClientTestCases.class, StrayBehindPathTestCases.class})
    void clientOfATenantThatTheFileHasNot_isRefusedAtItsOwnDoor(Class<?> testClass) {
        assertThat(TestRun.of(testClass).failure())
                .isExactlyInstanceOf(ExtensionConfigurationException.class)
                .hasMessageStartingWith(
                        "CxoneAuthExtension.builder(): client: 'tenant-9' is not the tenantId of a tenant: use one of ");
    }

    @Test
    void clientThatANearerOneReplaces_isNotAsked() {
        TestRun.of(ReplacedTestCases.class).succeeded(1);
    }

    @ParameterizedTest
    @CsvSource({
        "' ', 'it is blank: name a file of the class path, for example cxone-auth.json'",
        "'/', '/: there is no '''' on the class path: put it into src/test/resources, and name it with the folders in there that it is in'"
    })
    void parameter_namesAFile(String name, String message) {
        TestRun run = TestRun.with(Map.of("cxone.auth.config", name), BareTestCases.class);

        assertThat(run.failure())
                .isExactlyInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("configuration parameter: cxone.auth.config: " + message);
    }

    @Test
    void blankName_isRefusedByTheBuilderAtOnce() {
        assertThatThrownBy(() -> CxoneAuthExtension.builder().config(""))
                .isExactlyInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("CxoneAuthExtension.builder(): config: it is blank: name a file of the class path, for"
                        + " example cxone-auth.json");
    }

    private static void assertRefused(Class<?> testClass, String message) {
        assertThat(TestRun.of(testClass).failure())
                .isExactlyInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(message);
    }

    private static void publish(CxoneAuth auth, TestReporter reporter) {
        String clients = auth.clients().all().stream()
                .map(Client::id)
                .filter(id -> !id.equals("shared"))
                .toList()
                .toString();
        reporter.publishEntry(
                "seen", auth.configuration().profile() + " " + clients.substring(1, clients.length() - 1));
    }

    abstract static class Seen {
        @Test
        void test(CxoneAuth auth, TestReporter reporter) {
            publish(auth, reporter);
        }
    }

    @CxoneAuthStub
    static class BareTestCases extends Seen {}

    static class BuilderTestCases extends Seen {
        @RegisterExtension
        static final CxoneAuthExtension CXONE =
                CxoneAuthExtension.builder().config("/doors/near.json").build();
    }

    @CxoneAuthStub(config = "doors/far.json")
    static class BuilderAndClassTestCases extends Seen {
        @RegisterExtension
        static final CxoneAuthExtension CXONE = BuilderTestCases.CXONE;

        @Nested
        @CxoneAuthStub(config = "doors/near.json")
        class Inner extends Seen {
            @Test
            @CxoneAuthStub(config = "doors/far.json")
            void method(CxoneAuth auth, TestReporter reporter) {
                publish(auth, reporter);
            }
        }
    }

    @CxoneAuthStub(config = "doors/far.json")
    static class MergedTestCases {
        @Test
        @CxoneAuthStub(profile = "API_V2")
        void profileThatIsChosenByName_isAsTheFileHasIt(CxoneAuth auth) {
            Profile profile = auth.configuration().profile();

            assertThat(auth.tokenUri().getPath()).isEqualTo("/far/token");
            assertThat(profile.tokenLifetime()).isEqualTo(Duration.ofMinutes(8));
            assertThat(profile.refusal(Reason.SECRET_WRONG).map(Refusal::error)).contains("of_far");
        }

        @Test
        @CxoneAuthStub(profile = "API_V2", path = "/nearer/token", tokenLifetime = "PT1M")
        void pathAndLifetime_goOverThoseOfTheFile(CxoneAuth auth) {
            Profile profile = auth.configuration().profile();

            assertThat(auth.tokenUri().getPath()).isEqualTo("/nearer/token");
            assertThat(profile.tokenLifetime()).isEqualTo(Duration.ofMinutes(1));
            assertThat(profile.refusal(Reason.SECRET_WRONG).map(Refusal::error)).contains("of_far");
        }

        @Test
        @CxoneAuthStub(path = "/far/token")
        void path_isThatOfTheProfileOfTheFileAndTakenFromAnotherOne(CxoneAuth auth) {
            assertThat(auth.configuration().profile().name()).isEqualTo("OAUTH2_TOKEN");
            assertThat(auth.tokenUri().getPath()).isEqualTo("/far/token");
        }

        @Test
        @CxoneAuthStub(config = "doors/near.json", path = "/nearer/token")
        void onlyTheNearestFile_isRead(CxoneAuth auth) {
            assertThat(auth.clients().all()).extracting(Client::id).containsExactly("near");
            assertThat(auth.configuration().profile().name()).isEqualTo("RFC6749");
            assertThat(auth.configuration().resources())
                    .extracting(ResourceDescription::path)
                    .containsExactly("/of-near");
        }

        @Test
        @CxoneAuthStub(clients = @CxoneClient(id = "nearest", secret = "s3cret"))
        void clientOfTheTest_isTheNearest(CxoneAuth auth) {
            assertThat(auth.client().id()).isEqualTo("nearest");
            assertThat(auth.clients().get("shared").secret()).isEqualTo("s3cret+/=");
        }
    }

    static class OwnProfileTestCases {
        @RegisterExtension
        static final CxoneAuthExtension CXONE = CxoneAuthExtension.builder()
                .config("doors/far.json")
                .profile(Profiles.API_V2.withPaths("/own"))
                .build();

        @Test
        void profileOfOnesOwn_isNotChangedByTheFile(CxoneAuth auth) {
            Profile profile = auth.configuration().profile();

            assertThat(auth.tokenUri().getPath()).isEqualTo("/own");
            assertThat(profile.refusal(Reason.SECRET_WRONG)).isEqualTo(Profiles.API_V2.refusal(Reason.SECRET_WRONG));
            assertThat(profile.tokenLifetime()).isEqualTo(Duration.ofMinutes(3));
            assertThat(auth.clients().all()).extracting(Client::id).containsExactly("shared", "far");
        }
    }

    @CxoneAuthStub(config = "doors/far.json")
    static class ResourceTestCases {
        @Test
        void first(CxoneAuth auth) {
            assertServed(auth, "/of-far", "{\"far\":true}");
            auth.api().get("/late").answers("1");
        }

        @Test
        void second(CxoneAuth auth) {
            assertServed(auth, "/of-far", "{\"far\":true}");
        }

        @Test
        @CxoneAuthStub(config = "doors/near.json")
        void ofAnotherFile(CxoneAuth auth) {
            assertServed(auth, "/of-near", "{}");
            assertThat(Http.get(auth, "/of-far", auth.tokens().issue("near").value()))
                    .isEqualTo(404);
        }

        private static void assertServed(CxoneAuth auth, String path, String body) {
            String token = auth.tokens().issue(auth.client().id()).value();
            assertThat(Http.resource(auth, path, token).body()).isEqualTo(body);
        }
    }

    @CxoneAuthStub(config = "doors/broken.json")
    static class BrokenTestCases extends Seen {}

    static class MissingTestCases extends Seen {
        @RegisterExtension
        static final CxoneAuthExtension CXONE =
                CxoneAuthExtension.builder().config("missing.json").build();
    }

    @CxoneAuthStub(config = "beside.json")
    static class BesideTestCases extends Seen {}

    @CxoneAuthStub(config = "doors/far.json", path = "/of-far")
    static class ConflictTestCases extends Seen {}

    static class StrayTestCases extends Seen {
        @RegisterExtension
        static final CxoneAuthExtension CXONE = CxoneAuthExtension.builder()
                .client(Client.builder("stray")
                        .secret("s3cret")
                        .tenantId("tenant-9")
                        .build())
                .build();
    }

    @CxoneAuthStub(clients = @CxoneClient(id = "near", secret = "s3cret"))
    static class StrayBehindClientTestCases extends Seen {
        @RegisterExtension
        static final CxoneAuthExtension CXONE = StrayTestCases.CXONE;
    }

    @CxoneAuthStub(profile = "RFC6749", path = "/token")
    static class StrayBehindPathTestCases extends Seen {
        @RegisterExtension
        static final CxoneAuthExtension CXONE = StrayTestCases.CXONE;
    }

    @CxoneAuthStub(clients = @CxoneClient(id = "stray", secret = "s3cret"))
    static class ReplacedTestCases extends Seen {
        @RegisterExtension
        static final CxoneAuthExtension CXONE = StrayTestCases.CXONE;
    }
}
