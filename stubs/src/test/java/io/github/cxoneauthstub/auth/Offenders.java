package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** For each rule the smallest request that breaks it and no other, with what must be prepared for it. */
final class Offenders {
    private static final Map<Reason, Offender> ALL = new EnumMap<>(Reason.class);

    /**
     * @param dialect what must be changed in the dialect so that the rule can be broken at all
     * @param request prepares the server and returns the request
     */
    record Offender(UnaryOperator<Profile.Builder> dialect, BiFunction<TestServer, String, TestRequest> request) {}

    private Offenders() {}

    static Offender of(Reason reason) {
        Offender offender = ALL.get(reason);
        if (offender == null) {
            throw new AssertionError("the rule " + reason.ruleId() + " has no offender: add one to Offenders");
        }
        return offender;
    }

    private static void token(Reason reason, UnaryOperator<TestRequest> change) {
        prepared(reason, (server, path) -> change.apply(TestRequest.token(path)));
    }

    private static void prepared(Reason reason, BiFunction<TestServer, String, TestRequest> request) {
        ALL.put(reason, new Offender(builder -> builder, request));
    }

    private static void resource(Reason reason, UnaryOperator<TestRequest> change) {
        prepared(reason, (server, path) -> change.apply(TestRequest.get("/users/me")));
    }

    static {
        token(Reason.METHOD_NOT_POST, request -> request.method("PUT"));
        token(Reason.SECRET_IN_QUERY, request -> request.query("client_secret=anything"));
        token(Reason.BODY_NOT_FORM, request -> request.header("Content-Type", "text/plain"));
        token(Reason.FORM_UNREADABLE, request -> request.body("grant_type=client_credentials&x=%zz"));
        token(Reason.PARAMETER_REPEATED, request -> request.body("grant_type=client_credentials&x=1&x=1"));
        token(Reason.AUTHORIZATION_REPEATED, request -> request.with("Authorization", "Basic eDp5"));
        token(Reason.AUTHORIZATION_NOT_BASIC, request -> request.header("Authorization", "Bearer abc"));
        token(
                Reason.TWO_AUTH_METHODS,
                request -> request.body("grant_type=client_credentials&" + TestServer.CREDENTIALS));
        ALL.put(
                Reason.BASIC_NOT_ACCEPTED,
                new Offender(
                        builder -> builder.credentials(AuthMethod.BODY), (server, path) -> TestRequest.token(path)));
        ALL.put(
                Reason.BODY_CREDENTIALS_NOT_ACCEPTED,
                new Offender(
                        builder -> builder.credentials(AuthMethod.BASIC),
                        (server, path) -> TestRequest.tokenByBody(path)));
        token(Reason.BASIC_UNREADABLE, request -> request.header("Authorization", "Basic not*base64"));
        token(Reason.BASIC_CONTROL_CHARACTER, request -> request.basic(TestServer.ID, "s3cret%2B%2F%3D\n"));
        token(Reason.CREDENTIALS_MISSING, request -> request.without("Authorization"));
        token(Reason.CLIENT_ID_MISMATCH, request -> request.body("grant_type=client_credentials&client_id=other"));
        token(Reason.CLIENT_UNKNOWN, request -> request.basic("stranger", "s3cret%2B%2F%3D"));
        prepared(Reason.AUTH_METHOD_NOT_REGISTERED, (server, path) -> {
            server.view()
                    .clients()
                    .register(Client.builder("body-only")
                            .secret("abc")
                            .authMethod(AuthMethod.BODY)
                            .build());
            return TestRequest.token(path).basic("body-only", "abc");
        });
        token(Reason.SECRET_WRONG, request -> request.basic(TestServer.ID, "wrong"));
        token(Reason.BASIC_NOT_FORM_ENCODED, request -> request.basic(TestServer.ID, TestServer.SECRET));
        prepared(Reason.SECRET_EXPIRED, (server, path) -> {
            server.view().clients().expireSecret(TestServer.ID);
            return TestRequest.token(path);
        });
        prepared(Reason.CLIENT_DISABLED, (server, path) -> {
            server.view().clients().disable(TestServer.ID);
            return TestRequest.token(path);
        });
        token(Reason.GRANT_TYPE_MISSING, request -> request.body("scope=user:read"));
        token(Reason.GRANT_TYPE_UNSUPPORTED, request -> request.body("grant_type=client_credential"));
        prepared(Reason.GRANT_NOT_ENABLED, (server, path) -> {
            server.view()
                    .clients()
                    .register(Client.builder("no-grant").secret("abc").grants().build());
            return TestRequest.token(path).basic("no-grant", "abc");
        });
        token(
                Reason.SCOPE_MALFORMED,
                request -> request.body("grant_type=client_credentials&scope=user:read++admin:api"));
        token(Reason.SCOPE_NOT_GRANTED, request -> request.body("grant_type=client_credentials&scope=cxone:api"));

        resource(
                Reason.BEARER_REPEATED,
                request -> request.with("Authorization", "Bearer a").with("Authorization", "Bearer b"));
        resource(Reason.BEARER_MISSING, request -> request);
        resource(Reason.BEARER_SCHEME_WRONG, request -> request.header("Authorization", "Basic eDp5"));
        resource(Reason.BEARER_DOUBLED, request -> request.bearer("Bearer a.b.c"));
        resource(Reason.TOKEN_MALFORMED, request -> request.bearer("undefined"));
        resource(Reason.TOKEN_ALGORITHM_WRONG, request -> request.bearer(signedWithHs256()));
        resource(Reason.TOKEN_KEY_UNKNOWN, request -> request.bearer(Tokens.ofUnknownKey()));
        prepared(
                Reason.TOKEN_TAMPERED,
                (server, path) -> TestRequest.get("/users/me")
                        .bearer(tampered(
                                server.view().tokens().issue(TestServer.ID).value())));
        prepared(
                Reason.TOKEN_OF_ANOTHER_SERVER,
                (server, path) -> TestRequest.get("/users/me").bearer(Tokens.ofIssuer("http://127.0.0.1:4712")));
        prepared(
                Reason.TOKEN_OF_EARLIER_TEST,
                (server, path) -> TestRequest.get("/users/me").bearer(Tokens.ofIssuer(TestServer.BASE.toString())));
        prepared(Reason.TOKEN_REVOKED, (server, path) -> {
            String token = server.view().tokens().issue(TestServer.ID).value();
            server.view().tokens().revoke(token);
            return TestRequest.get("/users/me").bearer(token);
        });
        prepared(Reason.TOKEN_EXPIRED, (server, path) -> {
            String token = server.view().tokens().issue(TestServer.ID).value();
            server.view().clock().advance(Duration.ofHours(24));
            return TestRequest.get("/users/me").bearer(token);
        });
        prepared(
                Reason.SCOPE_INSUFFICIENT,
                (server, path) -> TestRequest.get("/users/me")
                        .bearer(server.view()
                                .tokens()
                                .issue(Mint.forClient(TestServer.ID).scopes("admin:api"))
                                .value()));
    }

    private static String tampered(String token) {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("reporting", "somebody1");
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8)) + "."
                + parts[2];
    }

    private static String signedWithHs256() {
        try {
            JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(Map.of("sub", "reporting")));
            token.sign(new MACSigner("0123456789abcdef0123456789abcdef"));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** Genuine and foreign tokens that no test server issued. */
    private static final class Tokens {
        static String ofIssuer(String issuer) {
            return new io.github.cxoneauthstub.jose.Rs256Signer()
                    .sign(Map.of("iss", issuer, "jti", "00000000-0000-4000-8000-000000000000"));
        }

        static String ofUnknownKey() {
            String genuine = ofIssuer("x");
            String header = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString("{\"alg\":\"RS256\",\"kid\":\"another\"}".getBytes(UTF_8));
            return header + genuine.substring(genuine.indexOf('.'));
        }
    }
}
