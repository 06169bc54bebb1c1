package io.github.cxoneauthstub;

import static io.github.cxoneauthstub.Breakage.oneOf;
import static io.github.cxoneauthstub.Draft.basic;
import static io.github.cxoneauthstub.Draft.utf8;

import java.util.List;
import java.util.Random;

/** The grammar of what can be wrong in a request that can be read: form, JSON, Basic, bearer token. */
final class BrokenClaims {
    private static final List<String> FORMS = List.of(
            "",
            "&&&&",
            "=",
            "=x",
            "grant_type",
            "grant_type=",
            "grant_type=%zz",
            "grant_type=password",
            "grant_type=client_credential",
            "grant_type=client_credentials&grant_type=client_credentials",
            "grant_type=client_credentials&client_secret=100%",
            "grant_type=client_credentials&client_id=%ff%fe&client_secret=x",
            "grant_type=client_credentials&client_id=\u00e9&client_secret=\u00ff",
            "grant_type=client_credentials&scope=a++b",
            "grant_type=client_credentials&scope=%22",
            "grant_type=client_credentials&scope=nobody:has",
            "grant_type=client_credentials&scope=" + "a%20".repeat(4_000) + "b",
            "grant_type%3Dclient_credentials",
            "grant_type=client_credentials\r\n",
            "grant_type=password&username=%ff&password=x",
            "grant_type=password&username=KEYID====&password=",
            "grant_type=refresh_token&refresh_token=undefined",
            "grant_type=refresh_token&refresh_token=AAAAAAAAAAAAAAAAAAAAAA%3D%3D",
            "grant_type=authorization_code&code=%00&redirect_uri=%ff&code_verifier=x",
            "grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=a.b.c",
            "token=" + "x".repeat(86),
            "a=b&".repeat(1_200),
            "a".repeat(40_000),
            "\u0000\u0001\u0002",
            "client_assertion_type=x&client_assertion=eyJhbGciOiJub25lIn0.e30.");

    private static final List<String> TYPES = List.of(
            "application/json",
            "text/plain",
            "application/x-www-form-urlencoded; charset=klingon",
            "application/x-www-form-urlencoded;;",
            "APPLICATION/X-WWW-FORM-URLENCODED",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            ";",
            "\u00ff/\u00fe",
            "application/x-www-form-urlencoded, application/json");

    private static final List<String> JSONS = List.of(
            "{}",
            "{\"grant_type\":\"client_credentials\",\"client_id\":\"reporting\",\"client_secret\":\"hush\"}",
            "{\"grant_type\":",
            "{\"accessKeyId\":1,\"accessKeySecret\":{}}",
            "{\"accessKeyId\":\"KEYID====\",\"accessKeySecret\":\"x\"}",
            "{\"token\":\"AAAAAAAAAAAAAAAAAAAAAA==\"}",
            "{\"token\":null,\"accessToken\":\"a.b.c\"}",
            "{\"a\":1}{\"a\":1}",
            "{\"a\":1,\"a\":2}",
            "[" + "[".repeat(5_000),
            "{\"a\":".repeat(2_000),
            "[]",
            "null",
            "\"text\"",
            "1e999999999",
            "{\"\u00ff\":\"\u0000\"}",
            utf8("\ufeff{}"),
            "{\"" + "n".repeat(60_000) + "\":1}",
            "{'a':1}");

    private static final List<String> BASICS = List.of(
            "Basic",
            "Basic ",
            "Basic =",
            "Basic !!!!",
            "Basic Og==",
            "Basic cmVwb3J0aW5n",
            "Basic cmVwb3J0aW5nOg",
            "Basic cmVwb3J0aW5nOg==\tx",
            "Basic _-_-",
            "Basic /////w==",
            "Basic b'cmVwb3J0aW5nOnM='",
            "Basic Basic cmVwb3J0aW5nOnM=",
            "Basic reporting:s3cret",
            "basic   cmVwb3J0aW5nOnM=",
            "Basic " + "QUJD".repeat(3_000),
            "Basic \u00ff\u0080",
            "Digest username=\"reporting\"",
            "Bearer x",
            "Negotiate",
            "hush",
            "",
            basic("reporting:%zz"),
            basic("reporting:%ff"),
            basic("reporting:a\nb"),
            basic("r\u0000e\u0000p\u0000o\u0000:\u0000"),
            basic("nobody:hush"),
            basic(":"),
            basic("reporting:s3cret"));

    private static final List<String> BEARERS = List.of(
            "Bearer",
            "Bearer ",
            "bearer x",
            "Bearer a.b.c",
            "Bearer ...",
            "Bearer ..",
            "Bearer undefined",
            "Bearer \"eyJ\"",
            "Bearer e30.e30.e30",
            "Bearer eyJhbGciOiJub25lIn0.e30.",
            "Bearer eyJhbGciOiJIUzI1NiJ9.e30.AAAA",
            "Bearer eyJhbGciOiJSUzI1NiJ9.e30.AAAA",
            "Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6Im90aGVyIn0.e30.AAAA",
            "Bearer eyJhbGciOiJSUzI1NiIsImNyaXQiOlsieCJdLCJ4IjoxfQ.e30.AAAA",
            "Bearer eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a.b.c.d",
            "Bearer eyJhbGciOjF9.e30.AAAA",
            "Bearer " + "eyJ".repeat(4_000) + ".e30.x",
            "Bearer \u00ff",
            "Token x",
            "x");

    static final List<Breakage> ALL = List.of(
            oneOf(FORMS, (draft, value) -> draft.body = value),
            oneOf(FORMS, (draft, value) -> draft.body += "&" + value),
            oneOf(JSONS, (draft, value) -> draft.body = value),
            oneOf(JSONS, BrokenClaims::labelledJson),
            oneOf(TYPES, (draft, value) -> draft.header("Content-Type", value)),
            oneOf(TYPES, (draft, value) -> draft.headers.add("Content-Type: " + value)),
            oneOf(BASICS, (draft, value) -> draft.header("Authorization", value)),
            oneOf(BASICS, (draft, value) -> draft.headers.add("Authorization: " + value)),
            oneOf(BEARERS, (draft, value) -> draft.header("Authorization", value)),
            oneOf(BEARERS, (draft, value) -> draft.headers.add("Authorization: " + value)),
            (draft, random) -> draft.without("Authorization"),
            (draft, random) -> draft.without("Content-Type"),
            (draft, random) -> draft.headers.replaceAll(line -> spoiled(line, random)),
            (draft, random) -> draft.body = spoiled(draft.body, random));

    private BrokenClaims() {}

    private static void labelledJson(Draft draft, String json) {
        draft.header("Content-Type", "application/json");
        draft.body = json;
    }

    /** One character is another; the first eight stay, so that a header keeps its name more often than not. */
    private static String spoiled(String text, Random random) {
        if (text.length() < 10) {
            return text;
        }
        StringBuilder spoiled = new StringBuilder(text);
        spoiled.setCharAt(8 + random.nextInt(text.length() - 8), (char) (0x20 + random.nextInt(224)));
        return spoiled.toString();
    }
}
