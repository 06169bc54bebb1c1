package io.github.cxoneauthstub.samples.threads;

import static io.github.cxoneauthstub.assertj.CxoneAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.junit.CxoneAuthStub;
import io.github.cxoneauthstub.junit.CxoneClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thread 004's second half: the token that dies while the service restarts, or in the middle of its work. */
@CxoneAuthStub(
        profile = "API_V2",
        clients =
                @CxoneClient(
                        id = "MY_CLIENT_ID",
                        secret = "MY_SECRET",
                        scopes = {"user:read", "admin:api"}))
class Thread004RestartTest {
    private final CxoneAuth auth;
    private final URI me;

    @TempDir
    Path directory;

    Thread004RestartTest(CxoneAuth auth) {
        this.auth = auth;
        this.me = auth.apiUri().resolve("/api/v2/users/me");
    }

    @BeforeEach
    void resource() {
        auth.api().get("/api/v2/users/me").requires("user:read").answers("{\"id\":\"42\"}");
    }

    @Test
    void restart_takesTheStoredToken() {
        started().me();

        assertThat(started().me()).contains("42");
        assertThat(auth).issuedTokens(1).rejectedNothing();
    }

    @Test
    void restartAfterTheEnd_asksAnewWithoutA401() {
        started().me();
        auth.clock().advance(Duration.ofHours(25));

        started().me();

        assertThat(auth).issuedTokens(2).rejectedNothing();
    }

    /** The application was changed while the service was down: the date in the file is good, the token is not. */
    @Test
    void restartAfterARevocation_costsOneRetry() {
        // region restart
        started().me();
        auth.clients().withdrawScope("MY_CLIENT_ID", "admin:api");

        assertThat(started().me()).contains("42");
        assertThat(auth).issuedTokens(2).rejectedOnce(Reason.TOKEN_REVOKED).retriedNothingPermanent();
        assertThat(auth).found(Mistake.TOKEN_WITHDRAWN);
        // endregion
    }

    /** The clock of the host that it restarts on is behind, so the date in the file looks good for ten minutes more. */
    @Test
    void restartOnAHostWhoseClockIsBehind_costsOneRetry() {
        started().me();
        auth.clock().advance(Duration.ofHours(24));

        Clock behind = Clock.offset(auth.clock(), Duration.ofMinutes(-10));
        String user = new RestartableService(auth.tokenUri(), auth.apiUri(), form(), behind, store()).me();

        assertThat(user).contains("42");
        assertThat(auth).issuedTokens(2).rejectedOnce(Reason.TOKEN_EXPIRED).found(Mistake.TOKEN_OUTLIVED);
    }

    static Stream<byte[]> damagedFiles() {
        return Stream.of(
                        "",
                        "9999-12-31T00:00:00Z\n",
                        "tomorrow\neyJ.eyJ.c2ln\n",
                        "-1000000000-01-01T00:00:00Z\neyJ.eyJ.c2ln\n",
                        "9999-12-31T00:00:00Z\n\n",
                        "9999-12-31T00:00:00Z\neyJ.eyJ\u0001\n",
                        "\u00ff\u00fe\n\u00ff\n")
                .map(text -> text.getBytes(ISO_8859_1));
    }

    /** It threw at each start, and the file stayed as it was. */
    @ParameterizedTest
    @MethodSource("damagedFiles")
    void restartWithADamagedFile_asksAnewAndHealsIt(byte[] file) throws IOException {
        Files.write(store(), file);

        assertThat(started().me()).contains("42");
        assertThat(started().me()).contains("42");
        assertThat(auth).issuedTokens(1).rejectedNothing();
    }

    @Test
    void storedToken_isForTheOwnerOfTheFileOnly() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        Files.createFile(store(), asFileAttribute(fromString("rw-r--r--")));

        started().me();

        assertThat(Files.getPosixFilePermissions(store())).isEqualTo(fromString("rw-------"));
        assertThat(directory).isDirectoryNotContaining(file -> !file.equals(store()));
    }

    @Test
    void disabledApplication_isNotAskedForEver() {
        started().me();
        auth.clients().disable("MY_CLIENT_ID");

        assertThatIllegalStateException()
                .isThrownBy(() -> started().me())
                .withMessage("the token endpoint answered with 401 invalid_client");
        assertThat(auth)
                .rejectedOnce(Reason.TOKEN_REVOKED)
                .rejectedOnce(Reason.CLIENT_DISABLED)
                .found(Mistake.APP_DISABLED);
    }

    @Test
    void missingScope_isTriedOnceMoreAndNotAgain() {
        auth.clients().withdrawScope("MY_CLIENT_ID", "user:read");

        assertThatIllegalStateException()
                .isThrownBy(() -> started().me())
                .withMessage("GET /api/v2/users/me was answered with 401");
        assertThat(auth).issuedTokens(2).found(Mistake.SCOPE_NOT_GRANTED).found(Mistake.NEW_TOKEN_FOR_FORBIDDEN);
        assertThat(auth.exchanges().rejected()).hasSize(2);
    }

    @Test
    void wrapper_renewsFiveMinutesBeforeTheEnd() {
        ForumWrapper wrapper = new ForumWrapper(auth.tokenUri(), auth.clock());
        String first = wrapper.validToken("MY_CLIENT_ID", "MY_SECRET");

        auth.clock().advance(Duration.ofHours(23).plusMinutes(54));
        assertThat(wrapper.validToken("MY_CLIENT_ID", "MY_SECRET")).isEqualTo(first);
        auth.clock().advance(Duration.ofMinutes(1));
        assertThat(wrapper.validToken("MY_CLIENT_ID", "MY_SECRET")).isNotEqualTo(first);
    }

    /** Looking at the date is not enough: of a token that died sooner the wrapper hears nothing. */
    @Test
    void wrapper_keepsARevokedTokenForADay() {
        // region stale
        ForumWrapper wrapper = new ForumWrapper(auth.tokenUri(), auth.clock());
        wrapper.validToken("MY_CLIENT_ID", "MY_SECRET");
        auth.tokens().revokeAll();

        String token = wrapper.validToken("MY_CLIENT_ID", "MY_SECRET");

        assertThat(Http.get(me, Http.bearer(token)).status()).isEqualTo(401);
        assertThat(auth).issuedTokens(1).rejectedOnce(Reason.TOKEN_REVOKED).found(Mistake.TOKEN_WITHDRAWN);
        // endregion
    }

    /** A job that takes its token once meets the end of it, whatever buffer there was at the beginning. */
    @Test
    void wrapper_tokenOfALongJobEndsInTheMiddle() {
        ForumWrapper wrapper = new ForumWrapper(auth.tokenUri(), auth.clock());
        wrapper.validToken("MY_CLIENT_ID", "MY_SECRET");
        auth.clock().advance(Duration.ofHours(23).plusMinutes(50));

        String token = wrapper.validToken("MY_CLIENT_ID", "MY_SECRET");
        assertThat(Http.get(me, Http.bearer(token)).status()).isEqualTo(200);
        auth.clock().sleep(Duration.ofMinutes(15));
        assertThat(Http.get(me, Http.bearer(token)).status()).isEqualTo(401);

        assertThat(auth).issuedTokens(1).rejectedOnce(Reason.TOKEN_EXPIRED).found(Mistake.TOKEN_OUTLIVED);
    }

    /** A new process: of the one before nothing is left but the file. */
    private RestartableService started() {
        return new RestartableService(auth.tokenUri(), auth.apiUri(), form(), auth.clock(), store());
    }

    private Path store() {
        return directory.resolve("token");
    }

    private static String form() {
        return "grant_type=client_credentials&client_id=MY_CLIENT_ID&client_secret=MY_SECRET";
    }
}
