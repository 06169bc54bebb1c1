package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.ID;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static io.github.cxoneauthstub.auth.TestServer.RFC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of a client: what each change does to its tokens and to its next request. */
class RegisteredClientsTest {
    private final TestServer server = TestServer.inBothDialects();
    private final RegisteredClients clients = server.view().clients();

    static Stream<Arguments> changes() {
        return Stream.of(
                change("the client was removed", clients -> clients.remove(ID)),
                change(
                        "the client was changed",
                        clients -> clients.change(
                                ID,
                                client -> client.toBuilder().scopes("cxone:api").build())),
                change("the client was disabled", clients -> clients.disable(ID)),
                change("the client was enabled anew", clients -> clients.enable(ID)),
                change("the client's secret was rotated", clients -> clients.rotateSecret(ID, "new")),
                change("the expiry of the secret was set", clients -> clients.expireSecret(ID)),
                change("the scope cxone:api was granted", clients -> clients.grantScope(ID, "cxone:api")),
                change("the scope admin:api was withdrawn", clients -> clients.withdrawScope(ID, "admin:api")),
                change("the grant password was enabled", clients -> clients.enableGrant(ID, GrantType.PASSWORD)),
                change(
                        "the grant client_credentials was withdrawn",
                        clients -> clients.withdrawGrant(ID, GrantType.CLIENT_CREDENTIALS)));
    }

    private static Arguments change(String because, Consumer<RegisteredClients> change) {
        return arguments(because, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void change_revokesTheLiveTokensOfTheClientAndSaysWhy(String because, Consumer<RegisteredClients> change) {
        String token = token(ID);

        change.accept(clients);

        Exchange exchange = server.exchange(TestRequest.get("/users/me").bearer(token));
        assertThat(exchange.reason()).contains(Reason.TOKEN_REVOKED);
        assertThat(exchange.explanation().map(Explanation::seen))
                .contains("a token of reporting; it was revoked because " + because);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void change_leavesTheTokensOfOthersAlone(String because, Consumer<RegisteredClients> change) {
        clients.register(Client.of("other", "s3cret"));
        String token = token("other");

        change.accept(clients);

        assertThat(server.exchange(TestRequest.get("/users/me").bearer(token)).outcome())
                .as(because)
                .isEqualTo(Outcome.ADMITTED);
    }

    /** It was once told as revoked, although only live tokens are. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void change_leavesAnExpiredTokenExpired(String because, Consumer<RegisteredClients> change) {
        String token =
                server.view().tokens().issue(Mint.forClient(ID).expired()).value();

        change.accept(clients);

        assertThat(server.exchange(TestRequest.get("/users/me").bearer(token)).reason())
                .as(because)
                .contains(Reason.TOKEN_EXPIRED);
    }

    @Test
    void registeredClient_getsATokenAtOnce() {
        clients.register(Client.of("late", "s3cret"));

        assertThat(server.exchange(TestRequest.token(RFC).basic("late", "s3cret"))
                        .outcome())
                .isEqualTo(Outcome.ISSUED);
        assertThat(clients.all()).extracting(Client::id).containsExactly(ID, "late");
    }

    @Test
    void disabledClient_getsNoTokenUntilItIsEnabled() {
        clients.disable(ID);
        assertThat(server.exchange(TestRequest.token(OAUTH)).reason()).contains(Reason.CLIENT_DISABLED);

        clients.enable(ID);
        assertThat(server.exchange(TestRequest.token(OAUTH)).outcome()).isEqualTo(Outcome.ISSUED);
    }

    @Test
    void rotatedSecret_takesThePlaceOfTheOldOne() {
        clients.rotateSecret(ID, "n3w");

        assertThat(server.exchange(TestRequest.token(RFC)).reason()).contains(Reason.SECRET_WRONG);
        assertThat(server.exchange(TestRequest.token(RFC).basic(ID, "n3w")).outcome())
                .isEqualTo(Outcome.ISSUED);
        assertThat(clients.get(ID).formerSecrets()).containsExactly(TestServer.SECRET);
    }

    @Test
    void withdrawnScope_isNoLongerIssued() {
        clients.withdrawScope(ID, "user:read");

        assertThat(server.answer(TestRequest.token(RFC)).body()).contains("\"scope\":\"admin:api\"");
        assertThat(clients.get(ID).scopes()).isEqualTo(Scopes.of("admin:api"));
    }

    @Test
    void grantedScope_isIssued() {
        clients.grantScope(ID, "cxone:api");

        assertThat(server.answer(TestRequest.token(RFC)).body())
                .contains("\"scope\":\"admin:api user:read cxone:api\"");
    }

    @Test
    void changedClient_isTheChangedOne() {
        Client after =
                clients.get(ID).toBuilder().scopes("cxone:api").disabled().build();

        clients.change(ID, before -> after);

        assertThat(clients.get(ID)).isSameAs(after);
    }

    @Test
    void change_cannotGiveAnotherId() {
        Client before = clients.get(ID);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> clients.change(ID, client -> Client.of("other", "s3cret")))
                .withMessage("client 'reporting' cannot become 'other': an id is for life; register another client"
                        + " instead");
        assertThat(clients.all()).containsExactly(before);
    }

    @Test
    void removedClient_isUnknown() {
        clients.remove(ID);

        assertThat(server.exchange(TestRequest.token(RFC)).reason()).contains(Reason.CLIENT_UNKNOWN);
        assertThat(clients.all()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void unknownId_isRefusedWithTheIdsThereAre(String because, Consumer<RegisteredClients> change) {
        clients.remove(ID);
        clients.register(Client.of("a", "s3cret"));
        clients.register(Client.of("b", "s3cret"));

        assertThatIllegalArgumentException()
                .as(because)
                .isThrownBy(() -> change.accept(clients))
                .withMessage("no client 'reporting' is registered: registered are [a, b]");
    }

    @Test
    void secondClientOfOneId_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clients.register(Client.of(ID, "s3cret")))
                .withMessage("a client 'reporting' is registered already: remove it first, or change it with the other"
                        + " methods of auth.clients()");
    }

    @Test
    void scopeThatIsNotThere_cannotBeWithdrawn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clients.withdrawScope(ID, "cxone:api"))
                .withMessage("client 'reporting' has no scope 'cxone:api' to withdraw: it has 'admin:api user:read'");
    }

    @Test
    void grantThatIsNotThere_cannotBeWithdrawn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clients.withdrawGrant(ID, GrantType.AUTHORIZATION_CODE))
                .withMessage("client 'reporting' has no grant authorization_code to withdraw: it has"
                        + " [client_credentials, password, refresh_token,"
                        + " urn:ietf:params:oauth:grant-type:token-exchange,"
                        + " urn:ietf:params:oauth:grant-type:user-impersonation-token-exchange]");
    }

    @Test
    void everyScope_cannotLoseASingleOne() {
        clients.register(Client.of("all", "s3cret"));

        assertThatIllegalStateException()
                .isThrownBy(() -> clients.withdrawScope("all", "user:read"))
                .withMessage("the scope 'user:read' cannot be withdrawn from every scope there is: register the client"
                        + " with a list of scopes, for example scopes(\"user:read\", ...)");
    }

    @Test
    void emptySecret_isRefusedAndNothingChanges() {
        String token = token(ID);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> clients.rotateSecret(ID, ""))
                .withMessageStartingWith("the secret of client 'reporting' is empty: an empty parameter counts");
        assertThat(server.exchange(TestRequest.get("/users/me").bearer(token)).outcome())
                .isEqualTo(Outcome.ADMITTED);
    }

    /** With every scope granted, nobody once looked at the word. */
    @Test
    void malformedScope_isRefusedWhateverTheClientHas() {
        clients.register(Client.of("all", "s3cret"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> clients.grantScope("all", "a b"))
                .withMessageStartingWith("'a b' is not a scope: RFC 6749 section 3.3 wants visible ASCII");
    }

    private String token(String id) {
        return server.view().tokens().issue(id).value();
    }
}
