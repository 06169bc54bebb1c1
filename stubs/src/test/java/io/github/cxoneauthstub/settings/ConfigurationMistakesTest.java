package io.github.cxoneauthstub.settings;

import static io.github.cxoneauthstub.settings.TestSettings.field;
import static io.github.cxoneauthstub.settings.TestSettings.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Profiles;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mistake in a configuration is told with its line, its key, its value and what is allowed; never a secret. */
class ConfigurationMistakesTest {
    private static final String NAMES =
            Profiles.all().stream().map(Profile::name).collect(Collectors.joining(", "));

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"clients\"", "null", "1"})
    void configuration_isAnObject(String text) {
        assertThat(refusal(() -> read(text)))
                .hasMessageMatching("test\\.json, line 1: .* is not allowed here: it must be an object in \\{ and }");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "clients": {"id":"a","secret":"s3cret"}  | clients: an object is not allowed here: it must be an array in [ and ]
                    "clients": null                          | clients: null is not allowed here: leave the key out for what is usual
                    "clients": ["s3cret"]                    | clients[0]: a string is not allowed here: it must be an object in { and }
                    "client": []                             | client: this key is unknown: did you mean 'clients'? allowed are profile, tokenLifetime, clients, accessKeys, tenants, resources, profiles
                    "accessKeys": "x"                        | accessKeys: a string is not allowed here: it must be an array in [ and ]
                    "tenants": {}                            | tenants: an object is not allowed here: it must be an array in [ and ]
                    "tenants": [{}]                          | tenants[0]: the key 'tenantId' is missing here
                    "tenants": [{"tenantId":"a b"}]          | tenants[0].tenantId: 'a b' is no tenantId: it has letters, digits and the marks _.:@- only, and at least one of them
                    "tenants": [{"tenantId":"a","area":1}]   | tenants[0].area: 1 is not allowed here: it must be a string in quotes
                    "tenants": [{"tenantId":"a","businessUnit":"7"}] | tenants[0].businessUnit: '7' is not allowed here: it must be a whole number from 1 to 999999999
                    "tenants": [{"tenantId":"a","businessUnit":1e999}] | tenants[0].businessUnit: 1e999 is not allowed here: it must be a whole number from 1 to 999999999
                    "resources": 5                           | resources: a number is not allowed here: it must be an array in [ and ]
                    "resources": [{"path":"/a","status":700}] | resources[0].status: 700 is not allowed here: it must be a whole number from 200 to 599
                    "profiles": []                           | profiles: an array is not allowed here: it must be an object in { and }
                    "profiles": {"OAUTH_TOKEN":null}         | profiles.OAUTH_TOKEN: null is not allowed here: it must be an object in { and }
                    "profiles": {"OAUTH_TOKEN":{"path":"/t"}} | profiles.OAUTH_TOKEN.path: this key is unknown: did you mean 'paths'? allowed are paths, credentials, tokenLifetime, jti, refreshRotation, patronOnly, errorStatus, errorMembers, rules
                    "profiles": {"OAUTH_TOKEN":{"paths":"/t"}} | profiles.OAUTH_TOKEN.paths: a string is not allowed here: it must be an array in [ and ]
                    "profiles": {"OAUTH_TOKEN":{"paths":["t"]}} | profiles.OAUTH_TOKEN.paths[0]: profile OAUTH_TOKEN cannot be mounted on 't': a path begins with one slash and has no blank, query, fragment or other character that a URI's path has not, as /oauth/token
                    "profiles": {"OAUTH_TOKEN":{"credentials":"header"}} | profiles.OAUTH_TOKEN.credentials: 'header' is not allowed here: it must be one of either, basic, body, none
                    "profiles": {"OAUTH_TOKEN":{"credentials":"none"}} | profiles.OAUTH_TOKEN.credentials: "none" would leave a client of profile OAUTH_TOKEN no way to authenticate: use one of either, basic, body, and "public": true at a client that has no secret
                    "profiles": {"REGIONAL":{"credentials":"basic"}} | profiles.REGIONAL.credentials: profile REGIONAL asks no client for a secret: leave this key out
                    "profiles": {"GLOBAL":{"jti":"no"}} | profiles.GLOBAL.jti: 'no' is not allowed here: it must be true or false, without quotes
                    "profiles": {"GLOBAL":{"patronOnly":false}} | profiles.GLOBAL.patronOnly: profile GLOBAL knows no scope PatronApi: leave this key out
                    "profiles": {"GENESYS":{"jti":false}} | profiles.GENESYS.jti: the tokens of profile GENESYS are opaque, 86 characters, and have no claims: leave this key out
                    "profiles": {"GLOBAL":{"refreshRotation":1}} | profiles.GLOBAL.refreshRotation: 1 is not allowed here: it must be true or false, without quotes
                    "profiles": {"API_V2":{"refreshRotation":false}} | profiles.API_V2.refreshRotation: profile API_V2 issues no refresh tokens: leave this key out
                    "profiles": {"GLOBAL":{"errorStatus":400}} | profiles.GLOBAL.errorStatus: a number is not allowed here: it must be an object in { and }
                    "profiles": {"GLOBAL":{"errorStatus":{"invalid_grants":400}}} | profiles.GLOBAL.errorStatus.invalid_grants: this key is unknown: did you mean 'invalid_grant'? allowed are invalid_request,
                    "profiles": {"GLOBAL":{"errorStatus":{"invalid_grant":500}}} | profiles.GLOBAL.errorStatus.invalid_grant: 500 is not allowed here: it must be a whole number from 400 to 499
                    "profiles": {"GLOBAL":{"errorMembers":[]}} | profiles.GLOBAL.errorMembers: a refusal without any member would be {}: give at least one of error, error_description, errorDescription, description
                    "profiles": {"GLOBAL":{"errorMembers":["message"]}} | profiles.GLOBAL.errorMembers[0]: 'message' is not allowed here: it must be one of error, error_description, errorDescription, description
                    "profiles": {"GLOBAL":{"errorMembers":["error","error"]}} | profiles.GLOBAL.errorMembers[1]: 'error' is there twice: leave one of them out
                    "profiles": {"OAUTH_TOKEN":{"rules":[]}} | profiles.OAUTH_TOKEN.rules: an array is not allowed here: it must be an object in { and }
                    "tokenLifetime": 3600                    | tokenLifetime: 3600 is not allowed here: it must be a duration of ISO 8601 in quotes, for example "PT1H" or "PT90S"
                    "profile": true                          | profile: true is not allowed here: it must be one of OAUTH_TOKEN
                    """)
    void wrongTypeOrKey_isTold(String member, String message) {
        assertThat(refusal(() -> read("{\n" + member + "}"))).hasMessageStartingWith("test.json, line 2: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "scope-granted":"on"         | scope-granted: 'on' is not allowed here: it must be "off", or an object with any of status, error and description
                    "scope-granted":false        | scope-granted: false is not allowed here: it must be "off", or an object with any of status, error and description
                    "scope-granted":null         | scope-granted: null is not allowed here: it must be "off", or an object with any of status, error and description
                    "scope-granted":{"code":400} | scope-granted.code: this key is unknown: allowed are status, error, description
                    "scope-granted":{"status":500} | scope-granted.status: 500 is not allowed here: it must be a whole number from 400 to 499
                    "scope-granted":{"status":200} | scope-granted.status: 200 is not allowed here: it must be a whole number from 400 to 499
                    "scope-granted":{"error":"a\\"b"} | scope-granted: error 'a"b' or its description has a character that RFC 6749 section 5.2 does not allow: use visible ASCII and blanks, without " and \\
                    "secret-matches":{"error":"","description":"x"} | secret-matches: the description 'x' would not be sent: an answer without an error has no body; give it an error
                    "basic-form-encoded":{}      | basic-form-encoded: this rule is switched off where nothing is said: to switch it on, give it a status from 400 to 499
                    "basic-encoding":"off"       | basic-encoding: the rule basic-encoding (BASIC_UNREADABLE) cannot be switched off: without it there is nothing to go on with; give it another answer instead
                    "code-once":"off"            | code-once: this key is unknown: allowed are post, query-without-secret,
                    "known-path":"off"           | known-path: this key is unknown: allowed are post, query-without-secret,
                    "scopes-granted":"off"       | scopes-granted: this key is unknown: did you mean 'scope-granted'? allowed are post, query-without-secret,
                    """)
    void wrongRule_isTold(String rule, String message) {
        assertThat(refusal(() -> read("{\"profiles\": {\"OAUTH_TOKEN\": {\"rules\": {\n" + rule + "}}}}")))
                .hasMessageStartingWith("test.json, line 2: profiles.OAUTH_TOKEN.rules." + message);
    }

    @Test
    void unknownProfile_listsThoseThereAre() {
        assertThat(refusal(() -> read("{\"profile\": \"API_V3\"}")))
                .hasMessage("test.json, line 1: profile: 'API_V3' is not allowed here: it must be one of " + NAMES
                        + "; did you mean 'API_V2'?");
        assertThat(refusal(() -> read("{\"profiles\": {\"NO_SUCH_PROFILE\": {}}}")))
                .hasMessage("test.json, line 1: profiles.NO_SUCH_PROFILE: this key is unknown: allowed are " + NAMES);
    }

    @Test
    void ids_areUnique() {
        assertThat(
                        refusal(
                                () -> read(
                                        "{\"clients\": [\n{\"id\": \"a\", \"secret\": \"s3cret\"},\n{\"id\": \"a\", \"secret\": \"an0ther\"}]}")))
                .hasMessage("test.json, line 3: clients[1].id: there is another 'a' in line 2: give one of them another"
                        + " id, or leave it out");
        assertThat(
                        refusal(
                                () -> read(
                                        "{\"accessKeys\": [{\"id\": \"a\", \"secret\": \"s3cret\"}, {\"id\": \"a\", \"secret\": \"s3cret\"}]}")))
                .hasMessage("test.json, line 1: accessKeys[1].id: there is another 'a' in line 1: give one of them"
                        + " another id, or leave it out");
        assertThat(refusal(() -> read("{\"tenants\": [{\"tenantId\": \"a\"}, {\"tenantId\": \"a\"}]}")))
                .hasMessage("test.json, line 1: tenants[1].tenantId: there is another 'a' in line 1: give one of them"
                        + " another tenantId, or leave it out");
        assertThat(refusal(() -> read("{\"resources\": [{\"path\": \"/a\"}, {\"path\": \"/a\", \"status\": 201}]}")))
                .hasMessage("test.json, line 1: resources[1].path: there is another 'GET /a' in line 1: give one of"
                        + " them another path, or leave it out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clients", "accessKeys"})
    void tenant_isOneOfTheFile(String key) {
        String element = "{\"id\": \"a\", \"secret\": \"s3cret\",\n\"tenantId\": \"t-3\"}";

        assertThat(refusal(() -> read("{\"" + key + "\": [" + element
                        + "], \"tenants\": [{\"tenantId\": \"t-1\"}, {\"tenantId\": \"t-2\"}]}")))
                .hasMessage("test.json, line 2: " + key + "[0].tenantId: 't-3' is not allowed here: it must be the"
                        + " tenantId of a tenant: t-1, t-2");
        assertThat(refusal(() -> read("{\"" + key + "\": [" + element + "]}")))
                .hasMessage("test.json, line 2: " + key + "[0].tenantId: 't-3' is not allowed here: it must be the"
                        + " tenantId of a tenant: 11eb0000-0000-0000-0000-0242ac110002");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"RFC6749":{"paths":["/oauth/token"]}} | RFC6749.paths[0]: '/oauth/token' belongs to profile OAUTH_TOKEN already
                    {"OAUTH_TOKEN":{"paths":["/t"]},"RFC6749":{"paths":["/a","/t"]}} | RFC6749.paths[1]: '/t' belongs to profile OAUTH_TOKEN already
                    {"RFC6749":{"paths":["/t"]},"OAUTH_TOKEN":{"paths":["/t"]}} | OAUTH_TOKEN.paths[0]: '/t' belongs to profile RFC6749 already
                    {"RFC6749":{"paths":["/t","/t"]}}      | RFC6749.paths[1]: '/t' belongs to profile RFC6749 already
                    {"RFC6749":{"paths":["/auth/jwks"]}}   | RFC6749.paths[0]: '/auth/jwks' belongs to the documents of the server already
                    """)
    void twoOnOnePath_areRefused(String profiles, String message) {
        assertThat(refusal(() -> read("{\"profiles\": " + profiles + "}")))
                .hasMessage("test.json, line 1: profiles." + message
                        + ": two cannot be served on one path; give one of them another, or [] to serve it nowhere");
    }

    @Test
    void defaultProfile_isServedSomewhere() {
        assertThat(refusal(() -> read("{\"profile\": \"RFC6749\"}")))
                .hasMessage(
                        "test.json, line 1: profile: profile RFC6749 is the default one, but is served nowhere: give"
                                + " it a path in profiles.RFC6749.paths, or choose another one with the key 'profile'");
        assertThat(refusal(() -> read("{\"profiles\": {\"OAUTH_TOKEN\": {\"paths\": []}}}")))
                .hasMessage("test.json, line 1: profiles.OAUTH_TOKEN.paths: profile OAUTH_TOKEN is the default one, but"
                        + " is served nowhere: give it a path in profiles.OAUTH_TOKEN.paths, or choose another one with"
                        + " the key 'profile'");
    }

    @ParameterizedTest
    @CsvSource({
        "/oauth/token, profile OAUTH_TOKEN",
        "/oauth/token?a=1, profile OAUTH_TOKEN",
        "/t, profile RFC6749",
        "/auth/userinfo, profile GLOBAL",
        "/auth/jwks, the documents of the server"
    })
    void resourceOnThePathOfAnEndpoint_isRefused(String path, String owner) {
        assertThat(refusal(() ->
                        read("{\"profiles\": {\"RFC6749\": {\"paths\": [\"/t\"]}}, \"resources\": [\n{\"path\": \""
                                + path + "\"}]}")))
                .hasMessage("test.json, line 2: resources[0].path: a resource at '" + path + "' would never be asked,"
                        + " because that path belongs to " + owner + ": give it another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1H", "PT0S", "PT0.9S", "P36501D"})
    void lifetimeOutOfBounds_isRefused(String lifetime) {
        for (String member :
                new String[] {"\"tokenLifetime\": \"%s\"", "\"profiles\": {\"API_V2\": {\"tokenLifetime\": \"%s\"}}"}) {
            assertThat(refusal(() -> read("{" + String.format(java.util.Locale.ROOT, member, lifetime) + "}")))
                    .hasMessageContaining("okenLifetime: a token lifetime of ")
                    .hasMessageContaining(" is not possible: expires_in counts whole seconds, so it must be from PT1S");
        }
    }

    private static void read(String text) {
        ConfigurationSettings.read(field(text));
    }
}
