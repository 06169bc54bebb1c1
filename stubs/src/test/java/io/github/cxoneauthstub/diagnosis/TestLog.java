package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.ExchangeBuilder;
import io.github.cxoneauthstub.auth.exchange.ExchangeLog;
import io.github.cxoneauthstub.auth.exchange.Explanation;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** What a client did over time, exchange by exchange, and what is found in it. */
final class TestLog {
    /** The time of the first exchange, by either clock. */
    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    /** That of each token. */
    static final Duration LIFETIME = Duration.ofHours(1);

    private final ExchangeLog log = new ExchangeLog();
    private Instant now = START;
    private int tokens;

    /** Each with what it shows. */
    List<Exchange> exchanges() {
        return Behaviours.over(log.kept());
    }

    /** Each as {@code #2 mistake: what was seen}. */
    List<String> findings() {
        return exchanges().stream()
                .flatMap(exchange -> exchange.findings().stream().map(found -> "#" + exchange.number() + " " + found))
                .toList();
    }

    /** Enters it. */
    void record(ExchangeBuilder exchange) {
        log.record(exchange);
    }

    /** The test revokes these tokens, and that is known after all exchanges so far. */
    void revoke(Predicate<String> tokenIds) {
        log.revoked(log.lastNumber(), tokenIds);
    }

    /** The id of the last token, which was issued to this client. */
    String lastToken(String client) {
        return "t" + tokens + " of " + client;
    }

    /** Lets virtual time pass. */
    void after(Duration time) {
        now = now.plus(time);
    }

    /** A token request that is told to wait. */
    ExchangeBuilder asking(Duration wait) {
        return Exchange.builder(now, "POST", "/oauth/token")
                .askedOf(Kind.TOKEN, "OAUTH_TOKEN")
                .outcome(Outcome.DISRUPTED)
                .answered(429, "")
                .retryAfter(wait);
    }

    /** A token request that is answered with the next token. */
    ExchangeBuilder issuing(String client, String scope) {
        tokens++;
        return Exchange.builder(now, "POST", "/oauth/token")
                .askedOf(Kind.TOKEN, "OAUTH_TOKEN")
                .outcome(Outcome.ISSUED)
                .answered(200, "")
                .client(client)
                .scopes(Scopes.of(scope))
                .token(lastToken(client), now.plus(LIFETIME));
    }

    /** Records such a request; returns the token's id. */
    String issued(String client, String scope) {
        log.record(issuing(client, scope));
        return lastToken(client);
    }

    /** Records a call that is let through with the token. */
    void used(String token) {
        log.record(of(token).outcome(Outcome.ADMITTED).answered(200, ""));
    }

    /** Records a call that is refused. */
    void used(String token, Reason reason, long fingerprint) {
        log.record(refusedUse(token, reason, fingerprint));
    }

    /** A call that is refused; two with the same fingerprint are the same to the byte. */
    ExchangeBuilder refusedUse(String token, Reason reason, long fingerprint) {
        return of(token).rejected(why(reason)).answered(401, "invalid_token").fingerprint(fingerprint);
    }

    /** A call with the token. */
    ExchangeBuilder of(String token) {
        return resource("/users/me")
                .client(token.substring(token.lastIndexOf(' ') + 1))
                .scopes(Scopes.of("a"))
                .token(token, now.plus(LIFETIME));
    }

    /** A call without one. */
    ExchangeBuilder resource(String path) {
        return Exchange.builder(now, "GET", path).askedOf(Kind.RESOURCE, "OAUTH_TOKEN");
    }

    /** A token request that is refused. */
    ExchangeBuilder refusedTokenRequest(Reason reason, long fingerprint) {
        return Exchange.builder(now, "POST", "/oauth/token")
                .askedOf(Kind.TOKEN, "OAUTH_TOKEN")
                .rejected(why(reason))
                .answered(401, "invalid_client")
                .fingerprint(fingerprint);
    }

    /** Why something is refused, as far as that matters here. */
    static Explanation why(Reason reason) {
        return new Explanation(reason, "a demand", "something else", "an advice", Evidence.assumed("this test"));
    }
}
