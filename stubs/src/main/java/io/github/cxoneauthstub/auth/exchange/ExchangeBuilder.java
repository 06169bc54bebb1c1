package io.github.cxoneauthstub.auth.exchange;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Exchange.Outcome;
import io.github.cxoneauthstub.auth.exchange.Exchange.Span;
import io.github.cxoneauthstub.auth.exchange.Exchange.TokenReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Builds an {@link Exchange}, and notes on it what comes later. Not safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class ExchangeBuilder {
    final Instant at;
    final String method;
    final String path;
    Kind kind = Kind.OTHER;
    String profile = "";
    int status;
    String error = "";
    Outcome outcome = Outcome.SERVED;
    Optional<Explanation> explanation = Optional.empty();
    Optional<String> clientId = Optional.empty();
    Optional<Scopes> scopes = Optional.empty();
    Optional<Duration> retryAfter = Optional.empty();
    Optional<TokenReference> token = Optional.empty();
    Span underWay;
    boolean formEncoded;
    Optional<AuthMethod> authMethod = Optional.empty();
    Optional<String> curl = Optional.empty();
    String note = "";
    Origin origin = Origin.UNKNOWN;
    int revokedAfter = Integer.MAX_VALUE;
    List<Finding> findings = List.of();

    ExchangeBuilder(Instant at, String method, String path) {
        this.at = at;
        this.method = method;
        this.path = path;
        this.underWay = new Span(at, at);
    }

    /** Begins the same exchange again. */
    ExchangeBuilder(Exchange same) {
        this.at = same.at();
        this.method = same.method();
        this.path = same.path();
        this.kind = same.kind();
        this.profile = same.profile();
        this.status = same.status();
        this.error = same.error();
        this.outcome = same.outcome();
        this.explanation = same.explanation();
        this.clientId = same.clientId();
        this.scopes = same.scopes();
        this.retryAfter = same.retryAfter();
        this.token = same.token();
        this.underWay = same.underWay();
        this.formEncoded = same.isFormEncoded();
        this.authMethod = same.authMethod();
        this.curl = same.curl();
        this.note = same.note();
        this.origin = same.origin;
        this.revokedAfter = same.revokedAfter;
        this.findings = same.findings();
    }

    /** Sets which part of the server was asked, and the dialect that answered. */
    public ExchangeBuilder askedOf(Kind value, String profileName) {
        this.kind = value;
        this.profile = profileName;
        return this;
    }

    /** Sets the dialect that answered, where it is another than the one asked. */
    public ExchangeBuilder inDialect(String profileName) {
        this.profile = profileName;
        return this;
    }

    /** Sets what was answered. */
    public ExchangeBuilder answered(int statusCode, String errorCode) {
        this.status = statusCode;
        this.error = errorCode;
        return this;
    }

    /** Sets what became of it. */
    public ExchangeBuilder outcome(Outcome value) {
        this.outcome = value;
        return this;
    }

    /** Makes it a refused one, and says why. */
    public ExchangeBuilder rejected(Explanation why) {
        this.explanation = Optional.of(why);
        return outcome(Outcome.REJECTED);
    }

    /** Sets the registered client that it came from. */
    public ExchangeBuilder client(String id) {
        this.clientId = Optional.of(id);
        return this;
    }

    /** Sets the scopes issued or presented. */
    public ExchangeBuilder scopes(Scopes value) {
        this.scopes = Optional.of(value);
        return this;
    }

    /** Sets the wait that the answer asks for. */
    public ExchangeBuilder retryAfter(Duration wait) {
        this.retryAfter = Optional.of(wait);
        return this;
    }

    /** Sets the token that was issued or presented. */
    public ExchangeBuilder token(String id, Instant expiresAt) {
        this.token = Optional.of(new TokenReference(id, expiresAt));
        return this;
    }

    /** Sets how the request was made. */
    public ExchangeBuilder sent(boolean asForm, Optional<AuthMethod> method) {
        this.formEncoded = asForm;
        this.authMethod = method;
        return this;
    }

    /** Sets the command that sends it again. */
    public ExchangeBuilder curl(Optional<String> command) {
        this.curl = command;
        return this;
    }

    /** Sets since when, by the clock of the machine, and how long it was under way. */
    public ExchangeBuilder underWay(Instant from, Duration time) {
        this.underWay = new Span(from, from.plus(time));
        return this;
    }

    /** Sets what else a tester may want to know. */
    public ExchangeBuilder note(String sentence) {
        this.note = sentence;
        return this;
    }

    /** Sets the number that {@link Exchange#repeats} compares; 0 for a request that repeats none. */
    public ExchangeBuilder fingerprint(long value) {
        this.origin = origin.withFingerprint(value);
        return this;
    }

    /** Sets the numbers that {@link Exchange#isOfAnotherConnection} and {@link Exchange#isOfSameProgram} compare. */
    public ExchangeBuilder from(int connectionNumber, int programNumber) {
        this.origin = origin.from(connectionNumber, programNumber);
        return this;
    }

    /** For whose access key a token was issued. */
    public ExchangeBuilder ofUser(String accessKeyId) {
        this.origin = origin.of(accessKeyId);
        return this;
    }

    /** Sets what the client did, as far as it shows. */
    public ExchangeBuilder findings(List<Finding> found) {
        this.findings = found;
        return this;
    }

    /** Notes whether its program came over several connections of late. */
    void noteAmong(Connections connections) {
        origin = origin.among(connections.areSeveral(origin.program(), origin.connection(), underWay.from()));
    }

    boolean isIssued() {
        return outcome == Outcome.ISSUED;
    }

    Optional<String> issuedTokenId() {
        return isIssued() ? token.map(TokenReference::id) : Optional.empty();
    }

    /** Notes that its answer leaves. */
    ExchangeBuilder left(Instant when) {
        underWay = new Span(underWay.from(), when);
        return this;
    }

    /** Notes that the test revoked the token that it issued. */
    ExchangeBuilder revoked(int afterNumber) {
        revokedAfter = Math.min(revokedAfter, afterNumber);
        return this;
    }

    Exchange build(int number) {
        return new Exchange(this, number);
    }
}
