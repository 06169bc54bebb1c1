package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The authorization_code grant of a public client, as an application in a browser goes through it. */
final class Logins {
    static final String APP = "desktop-app";
    static final String BACK = "https://app.example.com/callback?x=1";
    static final String VERIFIER = "not-a-real-verifier-but-long-enough-for-the-rfc";
    static final String QUERY = "response_type=code&client_id=" + APP + "&redirect_uri=" + FormEncoding.encode(BACK)
            + "&scope=openid&state=af%20fe&code_challenge=" + CodeRules.challenge(VERIFIER)
            + "&code_challenge_method=S256";

    private Logins() {}

    /** A code that was sent back. */
    record Login(String code) {
        /** The request that redeems it. */
        TestRequest redemption() {
            return TestRequest.token(Profiles.GLOBAL.paths().get(0))
                    .without("Authorization")
                    .body("grant_type=authorization_code&code=" + code + "&redirect_uri=" + FormEncoding.encode(BACK)
                            + "&client_id=" + APP + "&code_verifier=" + VERIFIER);
        }
    }

    static Client client(String id) {
        return Client.builder(id).publicClient().redirectUris(BACK).build();
    }

    /** The first request of a login; the client is registered for it if it is not yet. */
    static TestRequest authorization(TestServer server, String query) {
        if (server.view().clients().all().stream()
                .noneMatch(client -> client.id().equals(APP))) {
            server.view().clients().register(client(APP));
        }
        return TestRequest.get("/auth/authorize").query(query);
    }

    static Login begin(TestServer server) {
        Answer answer = server.answer(authorization(server, QUERY));
        return new Login(sentBack(answer).getOrDefault("code", ""));
    }

    /** The parameters that were sent back. */
    static Map<String, String> sentBack(Answer answer) {
        String location = answer.headers().stream()
                .filter(header -> header.name().equals("Location"))
                .map(header -> header.value())
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer + " sends nobody back"));
        Map<String, String> parameters = new LinkedHashMap<>();
        Arrays.stream(Optional.ofNullable(URI.create(location).getRawQuery())
                        .orElse("")
                        .split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> parameters.put(pair[0], URLDecoder.decode(pair[1], UTF_8)));
        return parameters;
    }
}
