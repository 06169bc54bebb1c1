package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.profile.Claim;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.EndpointEvidence;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Fact;
import io.github.cxoneauthstub.auth.profile.Issuance;
import io.github.cxoneauthstub.auth.profile.Member;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.profile.Refusal;
import io.github.cxoneauthstub.auth.profile.Renewal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The page of one dialect in docs/profiles: all that its data says. */
final class ProfilePage {
    private final Profile profile;
    private final Issuance issuance;
    private final StringBuilder page = new StringBuilder();

    private ProfilePage(Profile profile) {
        this.profile = profile;
        this.issuance = profile.issuance();
    }

    static String of(Profile profile) {
        return new ProfilePage(profile).written();
    }

    private String written() {
        head();
        endpoints();
        requests();
        tokens();
        answers();
        claims("access token", issuance.claims());
        claims("id_token", issuance.idToken().value());
        claims("refresh token", issuance.renewal().value().map(Renewal::claims).orElse(List.of()));
        refusals();
        return page.toString();
    }

    private void head() {
        line("# " + profile);
        line("");
        line("What this dialect takes, issues and refuses, generated from its data.");
        line("[evidence.md](../evidence.md) tells the strengths and the sources, and");
        line("[which-endpoint.md](../which-endpoint.md) for whom it is.");
    }

    private void endpoints() {
        table("Endpoints", "path", "what it does", "that it is there", "what it answers");
        if (profile.paths().isEmpty()) {
            endpoint("any that you give it", profile.duty());
        }
        profile.paths().forEach(path -> endpoint(code(path), profile.duty()));
        profile.furtherPaths().forEach((duty, path) -> endpoint(code(path), duty));
        profile.apiPrefix()
                .ifPresent(prefix -> row(
                        code(prefix + "/..."),
                        "the guarded resources once more",
                        profile.apiPrefixEvidence().map(Evidence::toString).orElse(""),
                        "as without it"));
    }

    private void endpoint(String path, Duty duty) {
        EndpointEvidence known = profile.evidence(duty);
        row(
                path,
                duty.purpose(),
                known.path().toString(),
                known.answer().map(Evidence::toString).orElse("below"));
    }

    private void requests() {
        evidenceTable("What it takes", "of a token request");
        fact(
                "body",
                PageWords.list(profile.bodies().value().stream().sorted().map(each -> each.description())),
                profile.bodies().evidence());
        fact("credentials", PageWords.of(profile.credentials()), profile.credentialsEvidence());
        if (allDuties().contains(Duty.TOKEN)) {
            fact(
                    "grants",
                    PageWords.list(profile.grants().stream().sorted().map(this::grant)),
                    profile.grantsEvidence());
        }
        profile.traits().forEach((trait, evidence) -> fact("besides", trait.description(), evidence));
    }

    private String grant(GrantType grant) {
        return code(grant.parameter())
                + (PageWords.refusesBackEnds(profile) && grant == GrantType.CLIENT_CREDENTIALS
                        ? " (only with the rule " + code(Reason.ACCESS_KEY_DEMANDED.ruleId()) + " switched off)"
                        : "");
    }

    private List<Duty> allDuties() {
        return Stream.concat(Stream.of(profile.duty()), profile.furtherPaths().keySet().stream())
                .toList();
    }

    private void tokens() {
        evidenceTable("What it issues", "");
        fact(
                "access token",
                issuance.format().value().description(),
                issuance.format().evidence());
        fact("it lives", PageWords.of(profile.tokenLifetime()), profile.tokenLifetimeEvidence());
        fact(
                "refresh token",
                renewal(issuance.renewal().value()),
                issuance.renewal().evidence());
        fact(
                "id_token",
                issuance.idToken().value().isEmpty() ? "none" : "a JWT whose header names the key",
                issuance.idToken().evidence());
        if (answering().anyMatch(duty -> issuance.answer(duty).value().contains(Member.TOKEN_TYPE))) {
            fact(
                    "token_type",
                    code(issuance.tokenType().value()),
                    issuance.tokenType().evidence());
        }
    }

    private static String renewal(Optional<Renewal> renewal) {
        return renewal.map(by -> by.format().description() + "; lives " + PageWords.of(by.lifetime()) + "; "
                        + (by.rotates() ? "good for one use, replaced with each answer" : "good until its end"))
                .orElse("none");
    }

    private Stream<Duty> answering() {
        return allDuties().stream().filter(issuance.answering()::contains);
    }

    private void answers() {
        answering().forEach(duty -> {
            Fact<List<Member>> answer = issuance.answer(duty);
            table("The answer" + at(duty), "member", "what it is", "for example");
            answer.value()
                    .forEach(member -> row(
                            code(member.memberName()), PageWords.of(member), code(PageWords.example(member, profile))));
            line("");
            line(answer.evidence() + ". A member that there is nothing to say");
            line("for is left out.");
        });
    }

    private String at(Duty duty) {
        Stream<String> paths = duty == profile.duty()
                ? profile.paths().stream()
                : Stream.ofNullable(profile.furtherPaths().get(duty));
        return paths.findFirst().map(path -> " of " + code(path)).orElse("");
    }

    private void claims(String token, List<Claim> claims) {
        if (!claims.isEmpty()) {
            table("The claims of the " + token, "claim", "what it is");
            claims.forEach(claim -> row(code(claim.claimName()), claim.description()));
            if (token.equals("id_token")) {
                line("");
                line(issuance.idToken().evidence() + ".");
            }
        }
    }

    private void refusals() {
        evidenceTable("What it refuses", "");
        fact(
                "a refused token request has",
                PageWords.list(profile.errorMembers().value().stream().map(each -> code(each.memberName()))),
                profile.errorMembers().evidence());
        fact(
                "a resource refuses its token with",
                PageWords.of(profile.resourceStyle().value()),
                profile.resourceStyle().evidence());
        line("");
        line("The demands, in the order in which they are made; each can be answered otherwise, or switched off, with");
        line("`rules` in the [configuration file](../configuration.md).");
        line("");
        header("demand", "answer", "strength", "source", "`Reason`");
        profile.reasons().forEach(reason -> {
            Evidence evidence = profile.evidence(reason);
            row(
                    code(reason.ruleId()) + ": " + RuleCatalogue.demand(reason),
                    answer(reason),
                    evidence.strength().toString(),
                    evidence.source(),
                    code(reason.name()));
        });
    }

    private String answer(Reason reason) {
        return profile.refusal(reason).map(ProfilePage::answer).orElse("not demanded");
    }

    private static String answer(Refusal refusal) {
        return refusal.status()
                + (refusal.error().isEmpty() ? "" : " " + code(refusal.error()))
                + (refusal.description().isEmpty() ? "" : " \"" + refusal.description() + "\"");
    }

    private void evidenceTable(String title, String subject) {
        table(title, subject, "value", "strength", "source");
    }

    private void fact(String name, String value, Evidence evidence) {
        row(name, value, evidence.strength().toString(), evidence.source());
    }

    private void table(String title, String... columns) {
        line("");
        line("## " + title);
        line("");
        header(columns);
    }

    private void header(String... columns) {
        row(columns);
        line("|" + "---|".repeat(columns.length));
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
