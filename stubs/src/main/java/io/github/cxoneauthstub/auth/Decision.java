package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Refusal;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.util.Optional;

/** What became of one request: the whole truth, for the exchanges. {@link #answer()} is the part for the wire. */
sealed interface Decision {

    /** What goes out on the wire. */
    Answer answer();

    /** Tells an exchange what happened. */
    Exchange.Builder tell(Exchange.Builder exchange);

    /** A token was issued. */
    record Issued(AccessToken token, Answer answer, String how) implements Decision {
        @Override
        public Exchange.Builder tell(Exchange.Builder exchange) {
            String scope = token.scopes().isAll()
                    ? "every scope"
                    : token.scopes().isEmpty() ? "no scope" : "scope " + token.scopes();
            return exchange.outcome(Outcome.ISSUED)
                    .answered(answer.status(), "")
                    .client(token.clientId())
                    .scopes(token.scopes())
                    .note("token issued to " + token.clientId() + " (" + how + "), " + scope + ", until "
                            + token.expiresAt());
        }
    }

    /** The request fell at a rule. */
    record Rejected(
            Explanation why,
            Profile profile,
            Refusal refusal,
            Answer answer,
            Optional<AccessToken> token,
            Optional<String> clientId)
            implements Decision {
        @Override
        public Exchange.Builder tell(Exchange.Builder exchange) {
            clientId.or(() -> token.map(AccessToken::clientId)).ifPresent(exchange::client);
            token.map(AccessToken::scopes).ifPresent(exchange::scopes);
            return exchange.rejected(why).inDialect(profile.name()).answered(refusal.status(), refusal.error());
        }
    }

    /** A guard let the request through to a resource. */
    record Admitted(AccessToken token, Answer answer) implements Decision {
        @Override
        public Exchange.Builder tell(Exchange.Builder exchange) {
            return exchange.outcome(Outcome.ADMITTED)
                    .inDialect(token.profile())
                    .answered(answer.status(), "")
                    .client(token.clientId())
                    .scopes(token.scopes())
                    .note("for " + token.clientId());
        }
    }

    /** Something was served that needs no token. */
    record Served(Answer answer, String what) implements Decision {
        @Override
        public Exchange.Builder tell(Exchange.Builder exchange) {
            return exchange.outcome(Outcome.SERVED)
                    .answered(answer.status(), "")
                    .note(what);
        }
    }
}
