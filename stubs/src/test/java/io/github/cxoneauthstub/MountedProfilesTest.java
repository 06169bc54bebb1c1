package io.github.cxoneauthstub;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All built-in dialects are served at once, and the token of each opens the resources of the server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MountedProfilesTest {
    private static final String REFEREE = "/referee";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private final CxoneAuth auth = CxoneAuth.start(Configuration.builder()
            .mount(Profiles.RFC6749.withPaths(REFEREE))
            .mount(Profiles.CENTRAL.toBuilder("CENTRAL").patronOnly(false).build())
            .client(Client.builder("reporting")
                    .secret("s3cret")
                    .scopes("admin:api", "user:read")
                    .build())
            .build());

    @BeforeAll
    void guard() {
        auth.api().get("/users/me").requires("user:read").answers("{\"id\":\"42\"}");
        auth.api().get("/secrets").requires("nobody:has").answers("{}");
    }

    @BeforeEach
    void forget() {
        auth.exchanges().clear();
    }

    @AfterAll
    void stop() {
        auth.close();
    }

    /** Those that serve client_credentials. */
    static List<Profile> builtIn() {
        return Profiles.all().stream()
                .filter(profile -> profile.duty() == Duty.TOKEN)
                .filter(profile -> profile.grants().contains(GrantType.CLIENT_CREDENTIALS))
                .filter(profile -> !profile.name().equals("GLOBAL"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void tokenOfAnyProfile_opensAResource(Profile profile) {
        assertThat(ask("/users/me", token(profile))).startsWith("HTTP/1.1 200 ").endsWith("{\"id\":\"42\"}");
        assertThat(auth.exchanges().last().profile()).isEqualTo(profile.name());
    }

    @ParameterizedTest
    @CsvSource({"OAUTH_TOKEN, 403", "OAUTH2_TOKEN, 403", "API_V2, 401", "RFC6749, 403"})
    void refusalAtAResource_followsTheProfileThatIssued(String name, int status) {
        String answer = ask("/secrets", token(Profiles.named(name)));

        Exchange last = auth.exchanges().last();
        assertThat(Wire.status(answer)).isEqualTo(status);
        assertThat(answer).endsWith("{\"error\":\"insufficient_scope\"}");
        assertThat(last.reason()).contains(Reason.SCOPE_INSUFFICIENT);
        assertThat(last.profile()).isEqualTo(name);
    }

    @Test
    void refusalWithoutAToken_followsTheDefaultProfile() {
        assertThat(Wire.status(Wire.send(auth.baseUri(), Wire.get("/secrets")))).isEqualTo(401);
        assertThat(auth.exchanges().last().profile()).isEqualTo("OAUTH_TOKEN");
    }

    /** The same two requests at each path: who is sent to the wrong one meets the rules that are in force there. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            OAUTH_TOKEN,  200, -,              200, -
            OAUTH2_TOKEN, 200, -,              401, BODY_CREDENTIALS_NOT_ACCEPTED
            API_V2,       401, BASIC_NOT_ACCEPTED, 200, -
            RFC6749,      200, -,              200, -
            """)
    void clientAtTheWrongPath_meetsThatDialect(
            String name, int byBasic, String basicReason, int byForm, String formReason) {
        String path = path(name);

        assertMeets(basic(path), name, byBasic, basicReason);
        assertMeets(form(path), name, byForm, formReason);
    }

    /** One wrong body, four answers. */
    @ParameterizedTest
    @CsvSource({
        "OAUTH_TOKEN, 401, BODY_NOT_FORM",
        "OAUTH2_TOKEN, 401, CREDENTIALS_MISSING",
        "API_V2, 401, BODY_NOT_FORM",
        "RFC6749, 400, BODY_NOT_FORM"
    })
    void jsonBody_isRefusedByEachInItsWay(String name, int status, String reason) {
        String path = path(name);

        assertMeets(
                Wire.request("POST " + path, List.of("Content-Type: application/json"), "{}"), name, status, reason);
    }

    private void assertMeets(String request, String profile, int status, String reason) {
        String answer = Wire.send(auth.baseUri(), request);

        Exchange last = auth.exchanges().last();
        assertThat(Wire.status(answer)).isEqualTo(status).isEqualTo(last.status());
        assertThat(last.profile()).isEqualTo(profile);
        assertThat(last.reason().map(Reason::name).orElse("-")).isEqualTo(reason);
    }

    private String token(Profile profile) {
        String path = path(profile.name());
        String request = profile.credentials().takes(AuthMethod.BASIC) ? basic(path) : form(path);
        return Wire.accessToken(Wire.send(auth.baseUri(), request));
    }

    private String path(String name) {
        return auth.configuration().mounted().stream()
                .filter(profile -> profile.name().equals(name))
                .flatMap(profile -> profile.paths().stream())
                .findFirst()
                .orElseThrow();
    }

    private String ask(String path, String token) {
        return Wire.send(auth.baseUri(), Wire.get(path, "Authorization: Bearer " + token, "Accept: application/json"));
    }

    private static String basic(String path) {
        return Wire.token(path, "reporting", "s3cret");
    }

    private static String form(String path) {
        return Wire.request(
                "POST " + path,
                List.of(FORM),
                "grant_type=client_credentials&client_id=reporting&client_secret=s3cret");
    }
}
