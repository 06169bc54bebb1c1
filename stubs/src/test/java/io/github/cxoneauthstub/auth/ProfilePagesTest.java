package io.github.cxoneauthstub.auth;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.profile.EndpointEvidence;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the tables of the README and of docs/profiles equal to the data; writes them with -Dpages.write=true. */
class ProfilePagesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String BEGIN = "<!-- profiles -->\n";
    private static final String END = "<!-- /profiles -->";

    static List<Profile> profiles() {
        return Profiles.all();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void page_isWhatTheProfileSays(Profile profile) throws IOException {
        assertFile(ROOT.resolve("docs/profiles/" + profile + ".md"), ProfilePage.of(profile));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void page_hasASourceForEverything(Profile profile) {
        assertThat(ProfilePage.of(profile)).doesNotContain("nobody set it");
    }

    @Test
    void readme_listsTheProfiles() throws IOException {
        Path readme = ROOT.resolve("README.md");
        String text = Files.readString(readme);
        String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        String after = text.substring(text.indexOf(END));

        assertFile(readme, before + overview() + after);
    }

    /** What is answered beside tokens and refusals: those stand on the page of their dialect. */
    @Test
    void evidence_hasEveryOtherAnswer() throws IOException {
        Path page = ROOT.resolve("docs/evidence.md");
        String text = Files.readString(page);
        String begin = "<!-- answers -->\n";
        String before = text.substring(0, text.indexOf(begin) + begin.length());
        String after = text.substring(text.indexOf("<!-- /answers -->"));
        Stream<String> documents =
                Arrays.stream(PublicDocument.values()).flatMap(each -> rows(each.path(), each.evidence()));
        Stream<String> endpoints = Profiles.all().stream()
                .flatMap(profile -> profile.furtherPaths().entrySet().stream()
                        .flatMap(each -> rows(each.getValue(), profile.evidence(each.getKey()))));

        assertFile(
                page,
                before + "| answer | strength | source |\n|---|---|---|\n"
                        + Stream.concat(documents, endpoints).collect(joining()) + after);
    }

    private static Stream<String> rows(String path, EndpointEvidence known) {
        return known.answer().stream()
                .flatMap(answer -> Stream.of(
                        "| `" + path + "`: that it is there | " + cells(known.path()),
                        "| `" + path + "`: what it answers | " + cells(answer)));
    }

    private static String cells(Evidence evidence) {
        return "`" + evidence.strength() + "` | " + evidence.source() + " |\n";
    }

    private static void assertFile(Path file, String expected) throws IOException {
        if (Boolean.getBoolean("pages.write")) {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, expected);
        }
        assertThat(file).content().isEqualTo(expected);
    }

    private static String overview() {
        return "| profile | path | what it does | credentials | grants | access token lives | a wrong secret or key"
                + " | a scope that is not granted |\n"
                + "|---|---|---|---|---|---|---|---|\n"
                + Profiles.all().stream().map(ProfilePagesTest::row).collect(joining());
    }

    private static String row(Profile profile) {
        return "| [`" + profile + "`](docs/profiles/" + profile + ".md) | " + paths(profile) + " | "
                + profile.duty().purpose() + " | " + PageWords.of(profile.credentials()) + " | " + grants(profile)
                + " | " + PageWords.of(profile.tokenLifetime()) + " | "
                + answer(
                        profile,
                        "is not asked for",
                        profile.credentials() == AuthMethod.NONE ? Reason.ACCESS_KEY_WRONG : Reason.SECRET_WRONG)
                + " | " + answer(profile, "a token without it", Reason.SCOPE_NOT_GRANTED) + " |\n";
    }

    private static String paths(Profile profile) {
        return profile.paths().isEmpty()
                ? "any that you give it"
                : "`POST " + profile.paths().get(0) + "`";
    }

    private static String grants(Profile profile) {
        return switch (profile.duty()) {
            case TOKEN ->
                PageWords.list(profile.grants().stream()
                        .filter(grant -> grant != GrantType.CLIENT_CREDENTIALS || !PageWords.refusesBackEnds(profile))
                        .sorted()
                        .map(ProfilePagesTest::lastWord));
            case ACCESS_KEY -> "an access key in JSON";
            case EXCHANGE -> "another token in JSON";
            default -> throw new AssertionError(profile + " begins with " + profile.duty());
        };
    }

    private static String lastWord(GrantType grant) {
        String parameter = grant.parameter();
        return parameter.substring(parameter.lastIndexOf(':') + 1);
    }

    private static String answer(Profile profile, String whenOff, Reason reason) {
        return profile.reasons().noneMatch(reason::equals)
                ? "-"
                : profile.refusal(reason)
                        .map(refusal -> refusal.error().isEmpty()
                                ? String.valueOf(refusal.status())
                                : refusal.status() + " `" + refusal.error() + "`")
                        .orElse(whenOff);
    }
}
