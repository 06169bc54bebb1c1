package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.ID;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static io.github.cxoneauthstub.auth.TestServer.RFC;
import static io.github.cxoneauthstub.auth.TestServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.profile.Profiles;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of the demands is protocol: of two broken rules the first in the order of {@link Reason} is told. */
class OrderOfRulesTest {

    /**
     * Breaks one rule.
     *
     * @param touches the parts of the request that it changes: two that change the same one do not go together
     */
    private record Breaker(
            Reason reason, Set<String> touches, Consumer<TestServer> prepare, UnaryOperator<TestRequest> change) {

        static Breaker of(Reason reason, String touches, UnaryOperator<TestRequest> change) {
            return new Breaker(reason, Set.of(touches.split(" ", -1)), server -> {}, change);
        }

        static Breaker of(Reason reason, Consumer<TestServer> prepare) {
            return new Breaker(reason, Set.of(), prepare, request -> request);
        }

        boolean goesWith(Breaker other) {
            return Collections.disjoint(touches, other.touches);
        }

        @Override
        public String toString() {
            return reason.toString();
        }
    }

    private static final List<Breaker> BREAKERS = List.of(
            Breaker.of(Reason.METHOD_NOT_POST, "method", request -> request.method("PUT")),
            Breaker.of(Reason.SECRET_IN_QUERY, "query", request -> request.query("client_secret=hush")),
            Breaker.of(Reason.BODY_NOT_FORM, "label", request -> request.header("Content-Type", "text/plain")),
            Breaker.of(Reason.FORM_UNREADABLE, "x", request -> request.plus("x=%zz")),
            Breaker.of(Reason.PARAMETER_REPEATED, "y", request -> request.plus("y=1&y=2")),
            Breaker.of(Reason.AUTHORIZATION_REPEATED, "second", request -> request.with("authorization", "Basic eDp5")),
            Breaker.of(Reason.AUTHORIZATION_NOT_BASIC, "header", request -> request.bearer("abc")),
            Breaker.of(Reason.TWO_AUTH_METHODS, "client_secret", request -> request.plus("client_secret=hush")),
            Breaker.of(Reason.BASIC_UNREADABLE, "header", request -> request.header("Authorization", "Basic eDp")),
            Breaker.of(Reason.BASIC_CONTROL_CHARACTER, "header", request -> request.basic(ID, "hush\n")),
            Breaker.of(
                    Reason.CREDENTIALS_MISSING,
                    "header second client_secret",
                    request -> request.without("Authorization")),
            Breaker.of(Reason.CLIENT_ID_MISMATCH, "client_id", request -> request.plus("client_id=other")),
            Breaker.of(Reason.CLIENT_UNKNOWN, "header", request -> request.basic("stranger", "hush")),
            Breaker.of(Reason.AUTH_METHOD_NOT_REGISTERED, OrderOfRulesTest::registerForBody),
            Breaker.of(Reason.SECRET_WRONG, "header", request -> request.basic(ID, "wrong")),
            Breaker.of(Reason.BASIC_NOT_FORM_ENCODED, "header", request -> request.basic(ID, SECRET)),
            Breaker.of(Reason.SECRET_EXPIRED, server -> server.view().clients().expireSecret(ID)),
            Breaker.of(Reason.CLIENT_DISABLED, server -> server.view().clients().disable(ID)),
            Breaker.of(Reason.GRANT_TYPE_MISSING, "grant", request -> request.replaced("grant_type=client", "x=")),
            Breaker.of(Reason.GRANT_TYPE_UNSUPPORTED, "grant", request -> request.replaced("=client_", "=CLIENT_")),
            Breaker.of(
                    Reason.GRANT_NOT_ENABLED,
                    server -> server.view().clients().withdrawGrant(ID, GrantType.CLIENT_CREDENTIALS)),
            Breaker.of(Reason.SCOPE_MALFORMED, "scope", request -> request.plus("scope=a++b")),
            Breaker.of(Reason.SCOPE_NOT_GRANTED, "scope", request -> request.plus("scope=other")));

    static Stream<Arguments> pairs() {
        return BREAKERS.stream()
                .flatMap(first -> BREAKERS.stream()
                        .filter(second -> first.reason().compareTo(second.reason()) < 0 && first.goesWith(second))
                        .map(second -> arguments(first, second)));
    }

    @ParameterizedTest(name = "{0} before {1}")
    @MethodSource("pairs")
    void firstOfTwoBrokenRules_isTheReasonInTheRfc(Breaker first, Breaker second) {
        TestServer server = TestServer.inBothDialects();

        assertThat(reason(server, RFC, first, second)).isEqualTo(first.reason());
    }

    @ParameterizedTest(name = "{0} before {1}")
    @MethodSource("pairs")
    void firstOfTwoBrokenRules_isTheReasonAtOauthToken(Breaker first, Breaker second) {
        TestServer server = TestServer.speaking(Profiles.OAUTH_TOKEN.toBuilder("STRICT")
                .answer(Reason.BASIC_NOT_FORM_ENCODED, 401, "invalid_client")
                .build());

        assertThat(reason(server, OAUTH, first, second)).isEqualTo(first.reason());
    }

    @Test
    void everyRuleOfTheTokenEndpoint_isInTheTable() {
        assertThat(BREAKERS)
                .extracting(Breaker::reason)
                .containsExactlyElementsOf(Reason.answeredByProfiles()
                        .filter(reason -> reason.place() == Reason.Place.TOKEN_ENDPOINT)
                        .filter(reason -> !reason.name().endsWith("_NOT_ACCEPTED"))
                        .toList());
    }

    private static Reason reason(TestServer server, String path, Breaker first, Breaker second) {
        first.prepare().accept(server);
        second.prepare().accept(server);
        TestRequest request = second.change().apply(first.change().apply(TestRequest.token(path)));
        return server.exchange(request).reason().orElseThrow();
    }

    private static void registerForBody(TestServer server) {
        server.view().clients().remove(ID);
        server.view()
                .clients()
                .register(Client.builder(ID)
                        .secret(SECRET)
                        .scopes("admin:api", "user:read")
                        .authMethod(AuthMethod.BODY)
                        .build());
    }
}
