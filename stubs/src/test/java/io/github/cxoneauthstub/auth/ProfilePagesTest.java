package io.github.cxoneauthstub.auth;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        assertFile(ROOT.resolve("docs/profiles/" + profile + ".md"), page(profile));
    }

    @Test
    void readme_listsTheProfiles() throws IOException {
        Path readme = ROOT.resolve("README.md");
        String text = Files.readString(readme);
        String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        String after = text.substring(text.indexOf(END));

        assertFile(readme, before + overview() + after);
    }

    private static void assertFile(Path file, String expected) throws IOException {
        if (Boolean.getBoolean("pages.write")) {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, expected);
        }
        assertThat(file).content().isEqualTo(expected);
    }

    private static String overview() {
        return "| profile | path | credentials | token lives | a body that is not a form | a scope that is not granted"
                + " | a resource without its scope |\n"
                + "|---|---|---|---|---|---|---|\n"
                + Profiles.all().stream().map(ProfilePagesTest::row).collect(joining());
    }

    private static String row(Profile profile) {
        return "| [`" + profile + "`](docs/profiles/" + profile + ".md) | " + paths(profile) + " | "
                + profile.credentials() + " | " + profile.tokenLifetime().toHours() + " h | "
                + answer(profile, Reason.BODY_NOT_FORM, "is ignored") + " | "
                + answer(profile, Reason.SCOPE_NOT_GRANTED, "a token without it") + " | "
                + answer(profile, Reason.SCOPE_INSUFFICIENT, "opens") + " |\n";
    }

    private static String paths(Profile profile) {
        return profile.paths().isEmpty()
                ? "any that you give it"
                : "`POST " + profile.paths().get(0) + "`";
    }

    private static String page(Profile profile) {
        String head = "# " + profile + "\n\n"
                + "What this dialect demands and what it answers, in the order in which the demands are made. Generated from\n"
                + "the data; [evidence.md](../evidence.md) tells the strengths and the sources.\n\n"
                + "- path: " + paths(profile) + "\n"
                + "- credentials: " + profile.credentials() + " (" + profile.credentialsEvidence() + ")\n"
                + "- a token lives " + profile.tokenLifetime().toHours() + " h (" + profile.tokenLifetimeEvidence()
                + ")\n"
                + "- grants: " + profile.grants().stream().map(Object::toString).collect(joining(", ")) + "\n\n"
                + "| demand | answer | how we know | `Reason` |\n|---|---|---|---|\n";
        return head
                + Reason.answeredByProfiles()
                        .map(reason -> "| `" + reason.ruleId() + "`: " + RuleCatalogue.demand(reason) + " | "
                                + answer(profile, reason, "not demanded") + " | " + profile.evidence(reason) + " | `"
                                + reason
                                + "` |\n")
                        .collect(joining());
    }

    private static String answer(Profile profile, Reason reason, String whenOff) {
        return profile.refusal(reason)
                .map(refusal -> refusal.error().isEmpty()
                        ? String.valueOf(refusal.status())
                        : refusal.status() + " `" + refusal.error() + "`")
                .orElse(whenOff);
    }
}
