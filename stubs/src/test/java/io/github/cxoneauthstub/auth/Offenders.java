package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.profile.Duty;
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
        return prepared((server, dialect) -> change.apply(server.request(dialect)));
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
                Reason.BODY_NOT_JSON,
                token(request ->
                        request.header("Content-Type", TestRequest.JSON).body("[1]")));
        add(
                Reason.MEMBER_NOT_STRING,
                token(request -> request.inJson()
                        .replaced("accessToken", "y")
                        .replaced("accessKeyId", "y")
                        .member("accessToken", "1")
                        .member("accessKeyId", "1")
                        .member("scope", "1")));
        add(Reason.BASIC_NOT_APPLICATION, token(request -> request.basicOf(TestServer.ID)));
        add(
                Reason.AUTHORIZATION_REPEATED,
                token(request -> request.with("Authorization", "Basic eDp5")).where(AuthMethod.EITHER));
        add(Reason.AUTHORIZATION_NOT_BASIC, token(request -> request.header("Authorization", "Bearer abc")));
        add(
                Reason.TWO_AUTH_METHODS,
                token(request -> request.plus(TestServer.CREDENTIALS)).where(AuthMethod.EITHER));
        add(
                Reason.BASIC_NOT_ACCEPTED,
                prepared((server, dialect) ->
                                TestRequest.token(dialect.paths().get(0)).body(TestRequest.grant(dialect)))
                        .where(AuthMethod.BODY));
        add(
                Reason.BODY_CREDENTIALS_NOT_ACCEPTED,
                prepared((server, dialect) -> TestRequest.tokenByBody(
                                        dialect.paths().get(0))
                                .plus(TestRequest.grant(dialect).replace("grant_type", "x")))
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
                token(request -> request.without("Authorization").replaced("client_id", "x")));
        add(
                Reason.CLIENT_ID_MISMATCH,
                token(request -> request.plus("client_id=other")).where(AuthMethod.BASIC));
        add(
                Reason.CLIENT_UNKNOWN,
                prepared((server, dialect) -> server.request(dialect, "stranger", TestServer.SECRET)));
        add(Reason.AUTH_METHOD_NOT_REGISTERED, prepared((server, dialect) -> {
            AuthMethod other = dialect.credentials().takes(AuthMethod.BASIC) ? AuthMethod.BODY : AuthMethod.BASIC;
            server.view()
                    .clients()
                    .register(Client.builder("other-way")
                            .secret("abc")
                            .authMethod(other)
                            .build());
            return server.request(dialect, "other-way", "abc");
        }));
        add(Reason.SECRET_WRONG, prepared((server, dialect) -> server.request(dialect, TestServer.ID, "wrong")));
        add(
                Reason.BASIC_NOT_FORM_ENCODED,
                token(request -> request.basic(TestServer.ID, TestServer.SECRET))
                        .where(AuthMethod.BASIC));
        add(Reason.SECRET_EXPIRED, prepared((server, dialect) -> {
            server.view().clients().expireSecret(TestServer.ID);
            return server.request(dialect);
        }));
        add(Reason.CLIENT_DISABLED, prepared((server, dialect) -> {
            server.view().clients().disable(TestServer.ID);
            return server.request(dialect);
        }));
        add(Reason.GRANT_TYPE_MISSING, token(request -> request.replaced("grant_type=", "x=")));
        add(Reason.GRANT_TYPE_UNSUPPORTED, token(request -> request.replaced("grant_type=", "grant_type=X")));
        add(Reason.GRANT_NOT_ENABLED, prepared((server, dialect) -> {
            server.view()
                    .clients()
                    .register(Client.builder("no-grant").secret("abc").grants().build());
            return server.request(dialect, "no-grant", "abc");
        }));
        accessKeys();
        codes();
        refreshTokens();
        subjects();
        authorization();
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
        bearing(Reason.TOKEN_NOT_ACCESS_TOKEN, Offenders::refreshToken);
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
        add(
                Reason.TOKEN_OF_ANOTHER_TENANT,
                prepared((server, dialect) -> TestRequest.get(
                                "/tenants/" + TestServer.OTHER_TENANT.tenantId() + "/users/me")
                        .bearer(issued(server))));
        bearing(
                Reason.SCOPE_INSUFFICIENT,
                server -> server.view()
                        .tokens()
                        .issue(Mint.forClient(TestServer.ID).scopes("admin:api"))
                        .value());
    }

    /** What only a dialect has that takes access keys: in a form, or in JSON under other names. */
    private static void accessKeys() {
        add(
                Reason.ACCESS_KEY_DEMANDED,
                prepared((server, dialect) -> server.request(dialect).body("grant_type=client_credentials")));
        key(
                Reason.ACCESS_KEY_MISSING,
                request -> request.replaced("password=", "x=").replaced("accessKeySecret", "x"));
        key(
                Reason.ACCESS_KEY_UNKNOWN,
                request -> request.replaced("username=", "username=X").replaced("Id\":\"", "Id\":\"X"));
        key(
                Reason.ACCESS_KEY_WRONG,
                request -> request.replaced("&password=", "&password=X").replaced("Secret\":\"", "Secret\":\"X"));
        add(Reason.ACCESS_KEY_INACTIVE, prepared((server, dialect) -> {
            server.view().accessKeys().deactivate(Configuration.DEFAULT_ACCESS_KEY.id());
            return server.requestOfUser(dialect);
        }));
        add(Reason.ACCESS_KEY_OF_ANOTHER_TENANT, prepared((server, dialect) -> {
            server.view()
                    .clients()
                    .change(
                            TestServer.ID,
                            client -> client.toBuilder()
                                    .tenantId(TestServer.OTHER_TENANT.tenantId())
                                    .build());
            return server.requestOfUser(dialect);
        }));
        add(
                Reason.TOKEN_PARAMETER_MISSING,
                prepared((server, dialect) -> dialect.furtherPaths().containsKey(Duty.WHO_AM_I)
                        ? TestRequest.json(dialect.furtherPaths().get(Duty.WHO_AM_I), "{}")
                        : server.request(dialect).at(dialect.furtherPaths().getOrDefault(Duty.REVOKE, "/none"))));
        add(Reason.TOKEN_OF_ANOTHER_CLIENT, prepared((server, dialect) -> {
            server.view().clients().register(Client.of("another", "abc"));
            return server.request(dialect, "another", "abc")
                    .at(dialect.furtherPaths().getOrDefault(Duty.REVOKE, "/none"))
                    .body("token=" + issued(server));
        }));
    }

    private static void key(Reason reason, UnaryOperator<TestRequest> change) {
        add(reason, prepared((server, dialect) -> change.apply(server.requestOfUser(dialect))));
    }

    private static void codes() {
        code(Reason.CODE_MISSING, (login, server) -> login.redemption().replaced("code=", "x="));
        code(Reason.CODE_UNKNOWN, (login, server) -> login.redemption().replaced("&code=", "&code=X"));
        code(Reason.CODE_OF_ANOTHER_CLIENT, (login, server) -> {
            server.view().clients().register(Logins.client("another-app"));
            return login.redemption().replaced("client_id=" + Logins.APP, "client_id=another-app");
        });
        code(
                Reason.REDIRECT_URI_MISMATCH,
                (login, server) -> login.redemption().replaced("redirect_uri=https", "redirect_uri=http"));
        code(
                Reason.VERIFIER_WRONG,
                (login, server) -> login.redemption().replaced("code_verifier=", "code_verifier=X"));
        code(Reason.CODE_EXPIRED, (login, server) -> {
            server.view().clock().advance(Duration.ofMinutes(1));
            return login.redemption();
        });
        code(Reason.CODE_USED, (login, server) -> {
            server.tokens(login.redemption());
            return login.redemption();
        });
    }

    private static void code(Reason reason, BiFunction<Logins.Login, TestServer, TestRequest> request) {
        add(reason, prepared((server, dialect) -> request.apply(Logins.begin(server), server)));
    }

    /** In a form, or in JSON under another name. */
    private static void refreshTokens() {
        refresh(
                Reason.REFRESH_TOKEN_MISSING,
                (request, server) -> request.replaced("refresh_token=", "x=").replaced("\"token\"", "\"x\""));
        refresh(
                Reason.REFRESH_TOKEN_UNKNOWN,
                (request, server) -> request.replaced("&refresh_token=", "&refresh_token=X")
                        .replaced("\"token\":\"", "\"token\":\"X"));
        refresh(Reason.REFRESH_TOKEN_OF_ANOTHER_CLIENT, (request, server) -> {
            server.view().clients().register(Client.of("another", "abc"));
            return request.namedClient().endsWith("@cxone")
                    ? request.basicOf("another@cxone")
                    : request.basic("another", "abc");
        });
        refresh(Reason.REFRESH_TOKEN_REVOKED, (request, server) -> {
            server.view().tokens().revokeAllRefreshTokens();
            return request;
        });
        refresh(Reason.REFRESH_TOKEN_EXPIRED, (request, server) -> {
            server.view().clock().advance(Duration.ofHours(2));
            return request;
        });
        refresh(Reason.REFRESH_TOKEN_USED, (request, server) -> {
            server.tokens(request);
            return request;
        });
    }

    private static void refresh(Reason reason, BiFunction<TestRequest, TestServer, TestRequest> change) {
        add(reason, prepared((server, dialect) -> change.apply(server.renewal(dialect), server)));
    }

    /** In a form, or in JSON under another name. */
    private static void subjects() {
        subject(
                Reason.SUBJECT_TOKEN_MISSING,
                request -> request.replaced("subject_token=", "x=").replaced("accessToken", "x"));
        subject(
                Reason.AUDIENCE_MISSING,
                request -> request.replaced(":token-exchange", ":user-impersonation-token-exchange"));
        subject(Reason.SUBJECT_TOKEN_TYPE_WRONG, request -> request.replaced("access_token", "id_token"));
        subject(
                Reason.SUBJECT_TOKEN_INVALID,
                request ->
                        request.replaced("&subject_token=", "&subject_token=X").replaced("\":\"", "\":\"X"));
    }

    private static void subject(Reason reason, UnaryOperator<TestRequest> change) {
        add(reason, prepared((server, dialect) -> change.apply(exchange(server, dialect))));
    }

    private static TestRequest exchange(TestServer server, Profile dialect) {
        TestRequest request = server.request(dialect);
        return dialect.duty() == Duty.EXCHANGE
                ? request
                : request.body("grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token="
                        + issued(server)
                        + "&subject_token_type=urn:ietf:params:oauth:token-type:access_token");
    }

    private static void authorization() {
        login(Reason.REDIRECT_URI_UNREGISTERED, query -> query.replace("redirect_uri=https", "redirect_uri=http"));
        login(Reason.RESPONSE_TYPE_UNSUPPORTED, query -> query.replace("=code&", "=token&"));
        login(Reason.CHALLENGE_MISSING, query -> query.replace("S256", "plain"));
        add(Reason.USER_MISSING, prepared((server, dialect) -> {
            server.view().accessKeys().deactivate(Configuration.DEFAULT_ACCESS_KEY.id());
            return Logins.authorization(server, Logins.QUERY);
        }));
    }

    private static void login(Reason reason, UnaryOperator<String> query) {
        add(reason, prepared((server, dialect) -> Logins.authorization(server, query.apply(Logins.QUERY))));
    }

    private static String issued(TestServer server) {
        return server.view().tokens().issue(TestServer.ID).value();
    }

    private static String refreshToken(TestServer server) {
        return server.tokens(TestRequest.global()).getOrDefault("refresh_token", "");
    }

    private static String tampered(String token) {
        if (token.indexOf('.') < 0) {
            return token.substring(0, 40) + (token.charAt(40) == 'A' ? 'B' : 'A') + token.substring(41);
        }
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
