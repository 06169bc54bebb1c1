package io.github.cxoneauthstub.settings;

import static io.github.cxoneauthstub.settings.TestSettings.field;
import static io.github.cxoneauthstub.settings.TestSettings.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.ResourceDescription;
import io.github.cxoneauthstub.auth.Tenant;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.profile.Claim;
import io.github.cxoneauthstub.auth.profile.ErrorMember;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Fact;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.profile.Refusal;
import io.github.cxoneauthstub.auth.profile.Renewal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a configuration that is written in JSON means. What is refused is in {@link ConfigurationMistakesTest}. */
class ConfigurationSettingsTest {

    @Test
    void emptyObject_isTheDefaults() {
        Configuration read = read("{}");

        assertThat(read.profile()).isSameAs(Profiles.OAUTH_TOKEN);
        assertThat(read.mounted()).containsExactlyElementsOf(Profiles.all());
        assertThat(read.clients()).containsExactly(Configuration.DEFAULT_CLIENT);
        assertThat(read.tenants()).containsExactly(Tenant.DEFAULT);
        assertThat(read.accessKeys()).containsExactly(Configuration.DEFAULT_ACCESS_KEY);
        assertThat(read.resources()).isEmpty();
    }

    @Test
    void everythingThatIsRegistered_isInItsOrder() {
        Configuration read = read("""
                {
                  "tenants": [{"tenantId": "t-1", "area": "eu1", "businessUnit": 7}, {"tenantId": "t-2"}],
                  "clients": [{"id": "b", "secret": "1", "tenantId": "t-2"}, {"id": "a", "secret": "2"}],
                  "accessKeys": [{"id": "K", "secret": "3", "scopes": [], "tenantId": "t-1"}],
                  "resources": [{"path": "/x"}, {"path": "/x", "method": "POST"}]
                }""");

        assertThat(read.tenants())
                .containsExactly(
                        new Tenant("t-1", "eu1", 7),
                        new Tenant("t-2", Tenant.DEFAULT.area(), Tenant.DEFAULT.businessUnit() + 1));
        assertThat(read.clients())
                .containsExactly(Client.builder("b").secret("1").tenantId("t-2").build(), Client.of("a", "2"));
        assertThat(read.accessKeys())
                .containsExactly(AccessKey.builder("K")
                        .secret("3")
                        .scopes(Scopes.NONE)
                        .tenantId("t-1")
                        .build());
        assertThat(read.resources())
                .extracting(ResourceDescription::method, ResourceDescription::path)
                .containsExactly(tuple("GET", "/x"), tuple("POST", "/x"));
    }

    @Test
    void emptyListOfClients_isNone() {
        assertThat(read("{\"clients\": []}").clients()).isEmpty();
        assertThat(read("{\"accessKeys\": []}").accessKeys()).isEmpty();
    }

    @Test
    void defaultTenant_canBeNamed() {
        Configuration read = read("{\"clients\": [{\"id\": \"a\", \"secret\": \"1\", \"tenantId\": \""
                + Tenant.DEFAULT.tenantId() + "\"}]}");

        assertThat(read.clients().get(0).tenantId()).contains(Tenant.DEFAULT.tenantId());
    }

    @Test
    void profile_isTheOneOfTheTokenUri() {
        assertThat(read("{\"profile\": \"OAUTH2_TOKEN\"}").tokenPath())
                .isEqualTo(Profiles.OAUTH2_TOKEN.paths().get(0));
    }

    @Test
    void lifetime_isForEveryProfileWithoutOne() {
        Configuration read =
                read("{\"tokenLifetime\": \"PT5M\", \"profiles\": {\"RFC6749\": {\"tokenLifetime\": \"PT90S\"}}}");

        assertThat(read.profile().tokenLifetime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(profile(read, "API_V2").tokenLifetime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(profile(read, "RFC6749").tokenLifetime()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void paths_takeThePlaceOfTheProfilesOwn() {
        Configuration read = read("""
                {"profile": "RFC6749",
                 "profiles": {"OAUTH_TOKEN": {"paths": []}, "RFC6749": {"paths": ["/oauth/token", "/t"]}}}""");

        assertThat(profile(read, "OAUTH_TOKEN").paths()).isEmpty();
        assertThat(read.profile().paths()).containsExactly("/oauth/token", "/t");
        assertThat(profile(read, "API_V2").paths()).isEqualTo(Profiles.API_V2.paths());
    }

    @Test
    void changedProfile_keepsWhatIsNotSaid() {
        Profile changed =
                profile(read("{\"profiles\": {\"OAUTH_TOKEN\": {\"credentials\": \"basic\"}}}"), "OAUTH_TOKEN");

        assertThat(changed.credentials()).isEqualTo(AuthMethod.BASIC);
        assertThat(changed.credentialsEvidence()).isEqualTo(Evidence.assumed("set in test.json"));
        assertThat(changed.paths()).isEqualTo(Profiles.OAUTH_TOKEN.paths());
        assertThat(changed.tokenLifetime()).isEqualTo(Profiles.OAUTH_TOKEN.tokenLifetime());
        Profiles.OAUTH_TOKEN.reasons().forEach(reason -> {
            assertThat(changed.refusal(reason)).isEqualTo(Profiles.OAUTH_TOKEN.refusal(reason));
            assertThat(changed.evidence(reason)).isEqualTo(Profiles.OAUTH_TOKEN.evidence(reason));
        });
    }

    @Test
    void rule_getsAnotherAnswer() {
        assertThat(rule("scope-granted", "{\"status\": 400, \"error\": \"invalid_scope\"}"))
                .contains(Refusal.of(400, "invalid_scope"));
        assertThat(rule("secret-matches", "{\"status\": 403, \"error\": \"no\", \"description\": \"Not you\"}"))
                .contains(new Refusal(403, "no", "Not you"));
    }

    @Test
    void rule_keepsWhatIsNotSaidOfItsAnswer() {
        Refusal now = Profiles.OAUTH_TOKEN.refusal(Reason.SECRET_WRONG).orElseThrow();

        assertThat(rule("secret-matches", "{\"status\": 403}"))
                .contains(new Refusal(403, now.error(), now.description()));
        assertThat(rule("secret-matches", "{\"description\": \"Not you\"}"))
                .contains(new Refusal(now.status(), now.error(), "Not you"));
        assertThat(rule("secret-matches", "{\"error\": \"denied\"}")).contains(Refusal.of(now.status(), "denied"));
        assertThat(rule("secret-matches", "{\"error\": \"\"}")).contains(Refusal.of(now.status(), ""));
        assertThat(rule("secret-matches", "{}")).contains(now);
    }

    @Test
    void tokenIds_areSwitchedOff() {
        Profile changed = profile(read("{\"profiles\": {\"GLOBAL\": {\"jti\": false}}}"), "GLOBAL");

        assertThat(Profiles.GLOBAL.issuance().claims()).contains(Claim.JTI);
        assertThat(changed.issuance().claims())
                .doesNotContain(Claim.JTI)
                .hasSize(Profiles.GLOBAL.issuance().claims().size() - 1);
    }

    @Test
    void rotation_isSwitchedOff() {
        Profile changed = profile(read("{\"profiles\": {\"ACCESS_KEY\": {\"refreshRotation\": false}}}"), "ACCESS_KEY");

        assertThat(Profiles.ACCESS_KEY.issuance().renewal().value())
                .get()
                .extracting(Renewal::rotates)
                .isEqualTo(true);
        assertThat(changed.issuance().renewal())
                .isEqualTo(new Fact<>(
                        Profiles.ACCESS_KEY
                                .issuance()
                                .renewal()
                                .value()
                                .map(by -> new Renewal(by.format(), by.claims(), by.lifetime(), false)),
                        Evidence.assumed("set in test.json")));
    }

    @Test
    void errorStatus_isThatOfEveryAnswerWithTheError() {
        Profile changed = profile(read("""
                {"profiles": {"GLOBAL": {"errorStatus": {"invalid_grant": 400},
                                         "rules": {"code-once": {"error": "invalid_grant", "description": "Used"},
                                                   "code-known": {"status": 403}}}}}"""), "GLOBAL");

        assertThat(status(Profiles.GLOBAL, Reason.REFRESH_TOKEN_USED)).isEqualTo(401);
        assertThat(status(changed, Reason.REFRESH_TOKEN_USED)).isEqualTo(400);
        assertThat(changed.refusal(Reason.CODE_USED)).contains(new Refusal(400, "invalid_grant", "Used"));
        assertThat(status(changed, Reason.CODE_UNKNOWN)).isEqualTo(403);
        assertThat(status(changed, Reason.SECRET_WRONG)).isEqualTo(401);
    }

    private static int status(Profile profile, Reason reason) {
        return profile.refusal(reason).orElseThrow().status();
    }

    @Test
    void errorMembers_areThoseInThatOrder() {
        Profile changed = profile(
                read("{\"profiles\": {\"GLOBAL\": {\"errorMembers\": [\"error\", \"errorDescription\"]}}}"), "GLOBAL");

        assertThat(changed.errorMembers())
                .isEqualTo(new Fact<>(
                        List.of(ErrorMember.ERROR, ErrorMember.ERROR_DESCRIPTION_CAMEL),
                        Evidence.assumed("set in test.json")));
    }

    @Test
    void rule_isSwitchedOffAndOn() {
        assertThat(rule("scope-granted", "\"off\"")).isEmpty();
        assertThat(Profiles.OAUTH_TOKEN.refusal(Reason.BASIC_NOT_FORM_ENCODED)).isEmpty();
        assertThat(rule("basic-form-encoded", "{\"status\": 401, \"error\": \"invalid_client\"}"))
                .contains(Refusal.of(401, "invalid_client"));
    }

    @Test
    void changedRule_saysWhereItIsFrom() {
        Profile changed = profile(
                read("{\"profiles\": {\"OAUTH_TOKEN\": {\"rules\": {\"scope-granted\": \"off\"}}}}"), "OAUTH_TOKEN");

        assertThat(changed.evidence(Reason.SCOPE_NOT_GRANTED)).isEqualTo(Evidence.assumed("set in test.json"));
    }

    @Test
    void everyRuleOfEveryProfile_canBeAnsweredOtherwise() {
        for (Profile profile : Profiles.all()) {
            profile.reasons().forEach(reason -> {
                Configuration read = read("{\"profiles\": {\"" + profile + "\": {\"rules\": {\"" + reason.ruleId()
                        + "\": {\"status\": 418, \"error\": \"teapot\"}}}}}");

                assertThat(profile(read, profile.name()).refusal(reason)).contains(Refusal.of(418, "teapot"));
            });
        }
    }

    @Test
    void everyRuleThatIsNotEssential_canBeSwitchedOff() {
        Profiles.OAUTH_TOKEN.reasons().forEach(reason -> {
            String text = "{\"profiles\": {\"OAUTH_TOKEN\": {\"rules\": {\"" + reason.ruleId() + "\": \"off\"}}}}";

            if (reason.isEssential()) {
                assertThat(refusal(() -> read(text)).field()).endsWith(reason.ruleId());
            } else {
                assertThat(profile(read(text), "OAUTH_TOKEN").refusal(reason)).isEmpty();
            }
        });
    }

    private static Optional<Refusal> rule(String id, String answer) {
        Configuration read = read("{\"profiles\": {\"OAUTH_TOKEN\": {\"rules\": {\"" + id + "\": " + answer + "}}}}");
        Reason reason = Reason.answeredByProfiles()
                .filter(each -> each.ruleId().equals(id))
                .findFirst()
                .orElseThrow();
        return profile(read, "OAUTH_TOKEN").refusal(reason);
    }

    private static Profile profile(Configuration configuration, String name) {
        return configuration.mounted().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Configuration read(String text) {
        return ConfigurationSettings.read(field(text));
    }
}
