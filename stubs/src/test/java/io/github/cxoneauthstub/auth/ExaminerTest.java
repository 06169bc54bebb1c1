package io.github.cxoneauthstub.auth;

import static io.github.cxoneauthstub.auth.TestServer.API_V2;
import static io.github.cxoneauthstub.auth.TestServer.ID;
import static io.github.cxoneauthstub.auth.TestServer.OAUTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a diagnosis is told of a decision. */
class ExaminerTest {
    private final List<Case> asked = new ArrayList<>();
    private final TestServer server =
            TestServer.with(Configuration.builder().client(TestServer.REPORTING).build(), new Diagnosis() {
                @Override
                public List<Finding> of(Case decided) {
                    asked.add(decided);
                    return List.of();
                }

                @Override
                public List<Exchange> over(List<Exchange> oldestFirst) {
                    return oldestFirst;
                }
            });

    @Test
    void issuedToken_isThereWithItsClient() {
        Exchange exchange = server.exchange(TestRequest.token(OAUTH));

        assertThat(asked).singleElement().satisfies(decided -> {
            assertThat(decided).hasToString("Case[TOKEN]");
            assertThat(decided.profile().name()).isEqualTo("OAUTH_TOKEN");
            assertThat(decided.client()).contains(TestServer.REPORTING);
            assertThat(decided.token()).map(AccessToken::clientId).contains(ID);
        });
        assertThat(exchange.curl()).isEmpty();
    }

    @Test
    void refusedTokenRequest_isThereWithItsReasonAndDialect() {
        Exchange exchange = server.exchange(TestRequest.token(API_V2));

        assertThat(asked).singleElement().satisfies(decided -> {
            assertThat(decided).hasToString("Case[TOKEN, " + exchange.reason().orElseThrow() + "]");
            assertThat(decided.profile().name()).isEqualTo("API_V2");
            assertThat(decided.told())
                    .isEqualTo(exchange.explanation().orElseThrow().seen());
            assertThat(decided.token()).isEmpty();
            assertThat(decided.tokenPaths()).containsKeys(OAUTH, API_V2);
        });
        assertThat(exchange.curl())
                .hasValueSatisfying(command ->
                        assertThat(command).contains(TestServer.BASE + API_V2).contains(ID));
    }

    @Test
    void admittedCall_isThereWithItsToken() {
        AccessToken token = server.view().tokens().issue(ID);

        server.exchange(TestRequest.get("/users/me").bearer(token.value()));

        assertThat(asked).singleElement().satisfies(decided -> {
            assertThat(decided).hasToString("Case[RESOURCE]");
            assertThat(decided.profile().name()).isEqualTo("OAUTH_TOKEN");
            assertThat(decided.token()).map(AccessToken::id).contains(token.id());
            assertThat(decided.now()).isEqualTo(TestServer.NOW);
        });
    }

    @Test
    void unknownPath_isThereAsOneThatNobodyAnswers() {
        Exchange exchange = Found.recorded(server, TestRequest.get("/elsewhere"));

        assertThat(asked).singleElement().hasToString("Case[OTHER, PATH_UNKNOWN]");
        assertThat(exchange.curl())
                .hasValueSatisfying(command -> assertThat(command).contains(TestServer.BASE + "/elsewhere"));
    }

    @Test
    void documentAndStubOfTheTest_areNotExamined() {
        server.exchange(TestRequest.get(server.view().keySetPath()));
        if (server.server().reply(TestRequest.get("/stub").arrived()) instanceof Reply.PassOn passOn) {
            passOn.passage().answered(200, true);
        }

        assertThat(server.view().exchanges().all()).hasSize(2);
        assertThat(asked).isEmpty();
    }

    @Test
    void refusedDocumentRequest_isNotExaminedButHasItsCommand() {
        Exchange exchange =
                server.exchange(TestRequest.get(server.view().keySetPath()).method("PUT"));

        assertThat(asked).isEmpty();
        assertThat(exchange.curl()).isPresent();
    }
}
