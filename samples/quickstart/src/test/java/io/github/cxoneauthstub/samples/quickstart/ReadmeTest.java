package io.github.cxoneauthstub.samples.quickstart;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Every code block of the README is run or compared here or in .ci/run; with -Dpages.write=true they are written anew.
 */
@Isolated
class ReadmeTest {

    @Test
    void theTestClasses_areTheSample() throws IOException {
        String six = Readme.region("ReportingClientTest.java", "six-tests");
        String https = Readme.region("HttpsTest.java", "https");
        Readme.write("java", six, https);

        assertThat(Readme.blocks("java")).containsExactly(six, https);
    }

    @Test
    @CxoneAuthStub(clients = @CxoneClient(id = "reporting", secret = "s3cret+/="))
    void theExplanation_isWhatAFailingTestSays(CxoneAuth auth) throws IOException, InterruptedException {
        postJson(auth.tokenUri());

        Throwable failure = catchThrowable(() -> assertThat(auth).issuedTokens(1));

        String explanation = failure + "\n";
        Readme.write("text", explanation);
        assertThat(Readme.blocks("text"))
                .singleElement()
                .satisfies(block -> assertThat(timeless(explanation)).isEqualTo(timeless(block)));
    }

    @Test
    void theCommands_areThoseThatCiRuns() throws IOException {
        String ci = Files.readString(Readme.ROOT.resolve(".ci/run"));

        assertThat(Readme.blocks("sh"))
                .containsExactly("mvn -q -pl samples/quickstart -am compile exec:java\n", "mvn verify\n");
        assertThat(ci).contains("mvn -q -pl samples/quickstart -am compile exec:java", "mvn verify");
    }

    @Test
    void theCoordinates_areThoseOfThisBuild() throws IOException {
        String pom = Files.readString(Readme.ROOT.resolve("extension/pom.xml"));
        String version = pom.replaceAll("(?s).*?<version>(.*?)</version>.*", "$1");

        assertThat(Readme.blocks("xml"))
                .singleElement()
                .satisfies(block -> assertThat(block)
                        .contains(
                                "<groupId>io.github.cxoneauthstub</groupId>",
                                "<artifactId>cxone-auth-junit</artifactId>",
                                "<version>" + version + "</version>"));
        assertThat(Readme.blocks("groovy"))
                .containsExactly("testImplementation 'io.github.cxoneauthstub:cxone-auth-junit:" + version + "'\n");
        assertThat(pom).contains("<artifactId>cxone-auth-junit</artifactId>");
    }

    @Test
    void noBlock_isLeftUnchecked() throws IOException {
        assertThat(Readme.languages())
                .containsExactlyInAnyOrderElementsOf(List.of("sh", "xml", "groovy", "java", "text"));
    }

    private static void postJson(URI tokenUri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(tokenUri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"grant_type\":\"client_credentials\",\"client_id\":\"reporting\","
                        + "\"client_secret\":\"s3cret+/=\"}"))
                .build();
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(request, BodyHandlers.discarding());
    }

    /** Port and times differ from run to run. */
    private static String timeless(String explanation) {
        return explanation
                .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "TIME")
                .replaceAll("\\+\\d+\\.\\d{3}s", "+TIME");
    }
}
