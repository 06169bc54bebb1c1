package io.github.cxoneauthstub.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.AuthorizationServer.Parts;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.token.TokenSigner;
import io.github.cxoneauthstub.jose.Rs256Signer;
import io.github.cxoneauthstub.json.JacksonJson;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A client that is changed between its authentication and the signature: its token used to stay live. */
class ChangeDuringIssueTest {

    @Test
    void tokenOfAClientThatIsDisabledMeanwhile_isRevokedFromTheStart() {
        CompletableFuture<SimulationView> view = new CompletableFuture<>();
        AuthorizationServer server =
                server(new Interrupted(() -> view.join().clients().disable(TestServer.ID)));
        view.complete(new SimulationView(() -> server, "127.0.0.1:4711"));
        view.join()
                .add(new Resource(
                        new TestServer.PathMatcher("GET", "/users/me"),
                        Optional.empty(),
                        Optional.of(new Resource.Served(200, "{}"))));

        Reply issued = server.reply(TestRequest.token("/oauth/token").arrived());
        server.reply(TestRequest.get("/users/me").bearer(token(issued)).arrived());

        Exchange use = view.join().exchanges().last();
        assertThat(use.reason()).contains(Reason.TOKEN_REVOKED);
        assertThat(use.explanation().map(Explanation::seen).orElse(""))
                .endsWith("it was revoked because the client was changed while it was issued");
    }

    private static AuthorizationServer server(TokenSigner signer) {
        Clock fixed = Clock.fixed(TestServer.NOW, ZoneOffset.UTC);
        Configuration configuration =
                Configuration.builder().client(TestServer.REPORTING).build();
        return AuthorizationServer.begin(
                configuration,
                fixed,
                new Random(),
                new Parts(
                        signer,
                        new JacksonJson(),
                        Diagnosis.none(),
                        TestServer.PathMatcher::new,
                        Addresses.of(TestServer.BASE)));
    }

    private static String token(Reply reply) {
        String body = ((Reply.Answered) reply).answer().body();
        return body.replaceAll(".*\"access_token\":\"([^\"]*)\".*", "$1");
    }

    /** Lets something happen before each signature. */
    private record Interrupted(Runnable before, Rs256Signer signer) implements TokenSigner {
        Interrupted(Runnable before) {
            this(before, new Rs256Signer(new JacksonJson()));
        }

        @Override
        public String sign(Map<String, Object> claims) {
            before.run();
            return signer.sign(claims);
        }

        @Override
        public String signUnnamed(Map<String, Object> claims) {
            return signer.signUnnamed(claims);
        }

        @Override
        public Reading read(String presented) {
            return signer.read(presented);
        }

        @Override
        public String keyId() {
            return signer.keyId();
        }

        @Override
        public String publicKey() {
            return signer.publicKey();
        }

        @Override
        public TokenSigner successor() {
            return signer.successor();
        }
    }
}
