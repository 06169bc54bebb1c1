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
import io.github.cxoneauthstub.json.JacksonJson;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** For each rule the smallest request that breaks it and no other, with what must be prepared for it. */
final class Offenders {
    private static final Map<Reason, Offender> ALL = new EnumMap<>(Reason.class);

    /**
     * @param dialect what must be changed in the dialect so that the rule can be broken at all
     * @param request prepares the server and returns the request
     * @param next what it falls at in a dialect that does not ask for the rule, because something is missing then
     */
    record Offender(
            UnaryOperator<Profile.Builder> dialect,
            BiFunction<TestServer, Profile, TestRequest> request,
            Optional<Reason> next) {
        Offender in(UnaryOperator<Profile.Builder> other) {
            return new Offender(other, request, next);
        }

        /** In a dialect that takes credentials in this way, whatever it takes by itself. */
        Offender where(AuthMethod taken) {
            return in(builder -> builder.credentials(taken));
        }

        Offender thenFallsAt(Reason reason) {
            return new Offender(dialect, request, Optional.of(reason));
        }
    }

    private Offenders() {}

    static Offender of(Reason reason) {
        Offender offender = ALL.get(reason);
        if (offender == null) {
            throw new AssertionError("the rule " + reason.ruleId() + " has no offender: add one to Offenders");
        }
        return offender;
    }

    private static void add(Reason reason, Offender offender) {
        ALL.put(reason, offender);
    }

    private static Offender token(UnaryOperator<TestRequest> change) {
        return prepared((server, dialect) -> change.apply(TestRequest.token(dialect)));
    }

    private static Offender prepared(BiFunction<TestServer, Profile, TestRequest> request) {
        return new Offender(builder -> builder, request, Optional.empty());
    }

    private static void resource(Reason reason, UnaryOperator<TestRequest> change) {
        add(reason, prepared((server, dialect) -> change.apply(TestRequest.get("/users/me"))));
    }

    private static void bearing(Reason reason, Function<TestServer, String> token) {
        add(reason, prepared((server, dialect) -> TestRequest.get("/users/me").bearer(token.apply(server))));
    }

    static {
        add(Reason.METHOD_NOT_POST, token(request -> request.method("PUT")));
        add(Reason.SECRET_IN_QUERY, token(request -> request.query("client_secret=anything")));
        add(
                Reason.BODY_NOT_FORM,
                token(request -> request.header("Content-Type", "text/plain")).thenFallsAt(Reason.GRANT_TYPE_MISSING));
        add(Reason.FORM_UNREADABLE, token(request -> request.plus("x=%zz")));
        add(Reason.PARAMETER_REPEATED, token(request -> request.plus("x=1&x=1")));
        add(
                Reason.AUTHORIZATION_REPEATED,
                token(request -> request.with("Authorization", "Basic eDp5")).where(AuthMethod.EITHER));
        add(Reason.AUTHORIZATION_NOT_BASIC, token(request -> request.header("Authorization", "Bearer abc")));
        add(
                Reason.TWO_AUTH_METHODS,
                token(request -> request.plus(TestServer.CREDENTIALS)).where(AuthMethod.EITHER));
        add(
                Reason.BASIC_NOT_ACCEPTED,
                prepared((server, dialect) -> TestRequest.token(dialect.paths().get(0)))
                        .where(AuthMethod.BODY));
        add(
                Reason.BODY_CREDENTIALS_NOT_ACCEPTED,
                prepared((server, dialect) ->
                                TestRequest.tokenByBody(dialect.paths().get(0)))
                        .where(AuthMethod.BASIC));
        add(
                Reason.BASIC_UNREADABLE,
                token(request -> request.header("Authorization", "Basic not*base64"))
                        .where(AuthMethod.BASIC));
        add(
                Reason.BASIC_CONTROL_CHARACTER,
                token(request -> request.basic(TestServer.ID, "s3cret%2B%2F%3D\n"))
                        .where(AuthMethod.BASIC));
        add(
                Reason.CREDENTIALS_MISSING,
                token(request -> request.without("Authorization").body("grant_type=client_credentials")));
        add(
                Reason.CLIENT_ID_MISMATCH,
                token(request -> request.plus("client_id=other")).where(AuthMethod.BASIC));
        add(
                Reason.CLIENT_UNKNOWN,
                prepared((server, dialect) -> TestRequest.token(dialect, "stranger", TestServer.SECRET)));
        add(Reason.AUTH_METHOD_NOT_REGISTERED, prepared((server, dialect) -> {
            AuthMethod other = dialect.credentials().takes(AuthMethod.BASIC) ? AuthMethod.BODY : AuthMethod.BASIC;
            server.view()
                    .clients()
                    .register(Client.builder("other-way")
                            .secret("abc")
                            .authMethod(other)
                            .build());
            return TestRequest.token(dialect, "other-way", "abc");
        }));
        add(Reason.SECRET_WRONG, prepared((server, dialect) -> TestRequest.token(dialect, TestServer.ID, "wrong")));
        add(
                Reason.BASIC_NOT_FORM_ENCODED,
                token(request -> request.basic(TestServer.ID, TestServer.SECRET))
                        .where(AuthMethod.BASIC));
        add(Reason.SECRET_EXPIRED, prepared((server, dialect) -> {
            server.view().clients().expireSecret(TestServer.ID);
            return TestRequest.token(dialect);
        }));
        add(Reason.CLIENT_DISABLED, prepared((server, dialect) -> {
            server.view().clients().disable(TestServer.ID);
            return TestRequest.token(dialect);
        }));
        add(Reason.GRANT_TYPE_MISSING, token(request -> request.replaced("grant_type=client_credentials", "x=1")));
        add(Reason.GRANT_TYPE_UNSUPPORTED, token(request -> request.replaced("_credentials", "_credential")));
        add(Reason.GRANT_NOT_ENABLED, prepared((server, dialect) -> {
            server.view()
                    .clients()
                    .register(Client.builder("no-grant").secret("abc").grants().build());
            return TestRequest.token(dialect, "no-grant", "abc");
        }));
        add(Reason.SCOPE_MALFORMED, token(request -> request.plus("scope=user:read++admin:api")));
        add(Reason.SCOPE_NOT_GRANTED, token(request -> request.plus("scope=cxone:api")));

        resource(
                Reason.BEARER_REPEATED,
                request -> request.with("Authorization", "Bearer a").with("Authorization", "Bearer b"));
        resource(Reason.BEARER_MISSING, request -> request);
        resource(Reason.BEARER_SCHEME_WRONG, request -> request.header("Authorization", "Basic eDp5"));
        bearing(Reason.BEARER_DOUBLED, server -> "Bearer a.b.c");
        bearing(Reason.TOKEN_MALFORMED, server -> "undefined");
        bearing(Reason.TOKEN_ALGORITHM_WRONG, server -> signedWithHs256());
        bearing(Reason.TOKEN_KEY_UNKNOWN, server -> Tokens.ofUnknownKey());
        bearing(Reason.TOKEN_TAMPERED, server -> tampered(issued(server)));
        bearing(Reason.TOKEN_OF_ANOTHER_SERVER, server -> Tokens.ofIssuer("http://127.0.0.1:4712"));
        bearing(Reason.TOKEN_OF_EARLIER_TEST, server -> Tokens.ofIssuer(TestServer.BASE.toString()));
        bearing(Reason.TOKEN_REVOKED, server -> {
            String token = issued(server);
            server.view().tokens().revoke(token);
            return token;
        });
        bearing(Reason.TOKEN_EXPIRED, server -> {
            String token = issued(server);
            server.view().clock().advance(Duration.ofHours(24));
            return token;
        });
        bearing(
                Reason.SCOPE_INSUFFICIENT,
                server -> server.view()
                        .tokens()
                        .issue(Mint.forClient(TestServer.ID).scopes("admin:api"))
                        .value());
    }

    private static String issued(TestServer server) {
        return server.view().tokens().issue(TestServer.ID).value();
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
            return new io.github.cxoneauthstub.jose.Rs256Signer(new JacksonJson())
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
