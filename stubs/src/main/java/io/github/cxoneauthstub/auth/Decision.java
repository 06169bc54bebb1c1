package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.ExchangeBuilder;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Refusal;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.util.Optional;

/** What became of one request: the whole truth, for the exchanges. {@link #answer()} is the part for the wire. */
sealed interface Decision {

    /** What goes out on the wire. */
    Answer answer();

    /** Tells an exchange what happened; what a client chose itself goes through the redactor. */
    ExchangeBuilder tell(ExchangeBuilder exchange, Redactor show);

    /** Those that may be shown: a client with every scope can ask for a token or a secret as its scope. */
    private static Scopes shown(Scopes scopes, Redactor show) {
        return Scopes.of(show.showable(scopes.toList()));
    }

    /** A token was issued. */
    record Issued(AccessToken token, String toWhom, Answer answer, String how) implements Decision {
        @Override
        public ExchangeBuilder tell(ExchangeBuilder exchange, Redactor show) {
            String scope = token.scopes().isAll()
                    ? "every scope"
                    : token.scopes().isEmpty() ? "no scope" : "scope " + show.words(token.scopes());
            return exchange.outcome(Outcome.ISSUED)
                    .answered(answer.status(), "")
                    .client(token.clientId())
                    .ofUser(token.accessKeyId().orElse(""))
                    .token(token.id(), token.expiresAt())
                    .scopes(shown(token.scopes(), show))
                    .note("token issued to " + toWhom + (how.isEmpty() ? "" : " (" + how + ")") + ", " + scope
                            + ", until " + token.expiresAt());
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
        public ExchangeBuilder tell(ExchangeBuilder exchange, Redactor show) {
            clientId.or(() -> token.map(AccessToken::clientId)).ifPresent(exchange::client);
            token.map(known -> shown(known.scopes(), show)).ifPresent(exchange::scopes);
            token.ifPresent(known -> exchange.token(known.id(), known.expiresAt()));
            return exchange.rejected(why).inDialect(profile.name()).answered(answer.status(), refusal.error());
        }
    }

    /** A guard let the request through to a resource. */
    record Admitted(AccessToken token, Answer answer) implements Decision {
        @Override
        public ExchangeBuilder tell(ExchangeBuilder exchange, Redactor show) {
            return exchange.outcome(Outcome.ADMITTED)
                    .inDialect(token.profile())
                    .answered(answer.status(), "")
                    .client(token.clientId())
                    .token(token.id(), token.expiresAt())
                    .scopes(shown(token.scopes(), show))
                    .note("for " + token.clientId());
        }
    }

    /** Something was served that is no resource, to a client if it said who it is. */
    record Served(Answer answer, String what, Optional<String> clientId) implements Decision {
        Served(Answer answer, String what) {
            this(answer, what, Optional.empty());
        }

        Served to(String client) {
            return new Served(answer, what, Optional.of(client));
        }

        @Override
        public ExchangeBuilder tell(ExchangeBuilder exchange, Redactor show) {
            clientId.ifPresent(exchange::client);
            return exchange.outcome(Outcome.SERVED)
                    .answered(answer.status(), "")
                    .note(what);
        }
    }

    /** It was refused before any dialect had a say. */
    record Refused(Answer answer, Explanation why) implements Decision {
        @Override
        public ExchangeBuilder tell(ExchangeBuilder exchange, Redactor show) {
            return exchange.rejected(why).answered(answer.status(), "");
        }
    }
}
