package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.ID;
import static io.github.cxoneauthstub.auth.TestServer.SECRET;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Breaks one rule of the token endpoint.
 *
 * @param touches the parts of the request that it changes: two that change the same one do not go together
 */
record Breaker(Reason reason, Set<String> touches, Consumer<TestServer> prepare, UnaryOperator<TestRequest> change) {

    /** For any request, in the order of the rules. */
    private static final List<Breaker> ANY = List.of(
            of(Reason.METHOD_NOT_POST, "method", request -> request.method("PUT")),
            of(Reason.SECRET_IN_QUERY, "query", request -> request.query("client_secret=hush")),
            of(Reason.BODY_NOT_FORM, "label", request -> request.header("Content-Type", "text/plain")),
            of(Reason.FORM_UNREADABLE, "x", request -> request.plus("x=%zz")),
            of(Reason.PARAMETER_REPEATED, "y", request -> request.plus("y=1&y=2")),
            of(Reason.SECRET_EXPIRED, server -> server.view().clients().expireSecret(ID)),
            of(Reason.CLIENT_DISABLED, server -> server.view().clients().disable(ID)),
            of(Reason.GRANT_TYPE_MISSING, "grant", request -> request.replaced("grant_type=client", "x=")),
            of(Reason.GRANT_TYPE_UNSUPPORTED, "grant", request -> request.replaced("=client_", "=CLIENT_")),
            of(
                    Reason.GRANT_NOT_ENABLED,
                    server -> server.view().clients().withdrawGrant(ID, GrantType.CLIENT_CREDENTIALS)),
            of(Reason.SCOPE_MALFORMED, "scope", request -> request.plus("scope=a++b")),
            of(Reason.SCOPE_NOT_GRANTED, "scope", request -> request.plus("scope=other")));

    /** For a request whose credentials are in the header. */
    private static final List<Breaker> HEADER = List.of(
            of(Reason.AUTHORIZATION_REPEATED, "second", request -> request.with("authorization", "Basic eDp5")),
            of(Reason.AUTHORIZATION_NOT_BASIC, "header", request -> request.bearer("abc")),
            of(Reason.TWO_AUTH_METHODS, "client_secret", request -> request.plus("client_secret=hush")),
            of(Reason.BASIC_UNREADABLE, "header", request -> request.header("Authorization", "Basic eDp")),
            of(Reason.BASIC_CONTROL_CHARACTER, "header", request -> request.basic(ID, "hush\n")),
            of(Reason.CREDENTIALS_MISSING, "header second client_secret", request -> request.without("Authorization")),
            of(Reason.CLIENT_ID_MISMATCH, "client_id", request -> request.plus("client_id=other")),
            of(Reason.CLIENT_UNKNOWN, "header", request -> request.basic("stranger", "hush")),
            of(Reason.AUTH_METHOD_NOT_REGISTERED, server -> register(server, AuthMethod.BODY)),
            of(Reason.SECRET_WRONG, "header", request -> request.basic(ID, "wrong")),
            of(Reason.BASIC_NOT_FORM_ENCODED, "header", request -> request.basic(ID, SECRET)));

    /** For a request whose credentials are in the header, at an endpoint that takes them nowhere else. */
    private static final List<Breaker> HEADER_ONLY = List.of(of(
            Reason.BODY_CREDENTIALS_NOT_ACCEPTED,
            "header second client_secret",
            request -> request.without("Authorization").plus("client_secret=hush")));

    /** For a request whose credentials are in the form, at an endpoint that takes them nowhere else. */
    private static final List<Breaker> FORM = List.of(
            of(
                    Reason.AUTHORIZATION_REPEATED,
                    "header",
                    request -> request.with("authorization", "Basic eDp5").with("Authorization", "Basic eDp5")),
            of(Reason.AUTHORIZATION_NOT_BASIC, "header", request -> request.bearer("abc")),
            of(Reason.TWO_AUTH_METHODS, "header", request -> request.basic(ID, "hush")),
            of(
                    Reason.BASIC_NOT_ACCEPTED,
                    "header id secret",
                    request -> request.basic(ID, "hush").replaced("client_secret", "x-secret")),
            of(Reason.CREDENTIALS_MISSING, "header id secret", request -> request.replaced("client_secret", "none")),
            of(Reason.CLIENT_UNKNOWN, "id", request -> request.replaced("=reporting", "=stranger")),
            of(Reason.AUTH_METHOD_NOT_REGISTERED, server -> register(server, AuthMethod.BASIC)),
            of(Reason.SECRET_WRONG, "secret", request -> request.replaced("=s3cret", "=wrong")));

    /** For a request in JSON. */
    private static final List<Breaker> JSON = List.of(
            of(Reason.METHOD_NOT_POST, "method", request -> request.method("PUT")),
            of(Reason.SECRET_IN_QUERY, "query", request -> request.query("client_secret=hush")),
            of(Reason.BODY_NOT_JSON, "label", request -> request.header("Content-Type", TestRequest.FORM)),
            of(
                    Reason.MEMBER_NOT_STRING,
                    "subject id",
                    request -> request.replaced("accessToken", "y")
                            .replaced("accessKeyId", "y")
                            .member("accessToken", "1")
                            .member("accessKeyId", "1")),
            of(Reason.AUTHORIZATION_REPEATED, "second", request -> request.with("authorization", "Basic eDp5")),
            of(Reason.AUTHORIZATION_NOT_BASIC, "header", request -> request.bearer("abc")),
            of(Reason.BASIC_NOT_APPLICATION, "header", request -> request.basicOf(ID)),
            of(Reason.CREDENTIALS_MISSING, "header second", request -> request.without("Authorization")),
            of(Reason.CLIENT_UNKNOWN, "header", request -> request.basicOf("stranger@cxone")),
            of(Reason.CLIENT_DISABLED, server -> server.view().clients().disable(ID)),
            of(Reason.GRANT_NOT_ENABLED, server -> server.view().clients().withdrawGrant(ID, GrantType.TOKEN_EXCHANGE)),
            of(Reason.ACCESS_KEY_MISSING, "secret", request -> request.replaced("accessKeySecret", "x")),
            of(Reason.ACCESS_KEY_UNKNOWN, "id", request -> request.replaced("Id\":\"", "Id\":\"X")),
            of(Reason.ACCESS_KEY_WRONG, "secret", request -> request.replaced("Secret\":\"", "Secret\":\"X")),
            of(
                    Reason.ACCESS_KEY_INACTIVE,
                    server -> server.view().accessKeys().deactivate(Configuration.DEFAULT_ACCESS_KEY.id())),
            of(Reason.SUBJECT_TOKEN_MISSING, "subject", request -> request.replaced("accessToken", "x")),
            of(Reason.SUBJECT_TOKEN_INVALID, "subject", request -> request.replaced("\":\"", "\":\"X")));

    /** For the first endpoint of a dialect that takes JSON. */
    static List<Breaker> ofJson(Profile dialect) {
        return JSON.stream()
                .filter(breaker -> dialect.reasons().anyMatch(breaker.reason()::equals))
                .toList();
    }

    /** For an endpoint that takes credentials in the header and in the form, and a request with a header. */
    static List<Breaker> ofHeader() {
        return sorted(Stream.of(ANY, HEADER));
    }

    /** For an endpoint that takes them in the header only, and ignores a body that is not labelled as a form. */
    static List<Breaker> ofHeaderOnly() {
        return sorted(Stream.of(ANY, HEADER, HEADER_ONLY)).stream()
                .filter(breaker -> breaker.reason() != Reason.BODY_NOT_FORM)
                .toList();
    }

    /** For an endpoint that takes them in the form only. */
    static List<Breaker> ofFormOnly() {
        return sorted(Stream.of(ANY, FORM));
    }

    private static List<Breaker> sorted(Stream<List<Breaker>> lists) {
        return lists.flatMap(List::stream)
                .sorted((one, other) -> one.reason().compareTo(other.reason()))
                .toList();
    }

    private static Breaker of(Reason reason, String touches, UnaryOperator<TestRequest> change) {
        return new Breaker(reason, Set.of(touches.split(" ", -1)), server -> {}, change);
    }

    private static Breaker of(Reason reason, Consumer<TestServer> prepare) {
        return new Breaker(reason, Set.of(), prepare, request -> request);
    }

    boolean goesWith(Breaker other) {
        return Collections.disjoint(touches, other.touches);
    }

    private static void register(TestServer server, AuthMethod method) {
        server.view().clients().remove(ID);
        server.view()
                .clients()
                .register(Client.builder(ID)
                        .secret(SECRET)
                        .scopes("admin:api", "user:read")
                        .authMethod(method)
                        .build());
    }

    @Override
    public String toString() {
        return reason.toString();
    }
}
