package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profiles;
import java.util.List;
import java.util.Map;

/** A server with all endpoints that take JSON, and requests to them. */
final class JsonEndpoints {
    static final String CENTRAL = "/InContactAuthorizationServer/Token";
    static final List<String> ONLY_JSON = List.of(
            "/authentication/v1/token/access-key",
            "/public/user/refresh",
            "/public/authentication/v1/token",
            "/public/authentication/v1/refresh",
            CENTRAL + "/WhoAmI",
            "/InContactAuthorizationServer/token/access-key");

    /** The parameters of those that read others than token. */
    static final Map<String, List<String>> READ = Map.of(
            "/authentication/v1/token/access-key",
            List.of("accessKeyId", "accessKeySecret"),
            "/InContactAuthorizationServer/token/access-key",
            List.of("accessKeyId", "accessKeySecret"),
            "/public/authentication/v1/token",
            List.of("accessToken"));

    private final TestServer server = TestServer.diagnosing(Configuration.builder()
            .client(TestServer.REPORTING)
            .profile(Profiles.CENTRAL)
            .build());

    Exchange exchange(TestRequest request) {
        return server.exchange(request);
    }

    static Explanation why(Exchange exchange) {
        return exchange.explanation().orElseThrow();
    }

    /** With the credentials that are asked for there. */
    static TestRequest valid(String path) {
        TestRequest request = TestRequest.json(path, TestRequest.KEY);
        return path.equals(CENTRAL)
                ? request.basic(TestServer.ID, TestServer.SECRET)
                : path.startsWith("/public/authentication") ? request.basicOf("reporting@cxone") : request;
    }
}
