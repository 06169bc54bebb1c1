package io.github.cxoneauthstub.auth.exchange;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One request and its answer as the tester may see them: everything but secrets and tokens. Immutable. Recorded before
 * the first byte of the answer leaves.
 *
 * @since 0.1.0
 */
public final class Exchange {

    /** Which part of the simulated server was asked. */
    public enum Kind {
        /** A token endpoint. */
        TOKEN,
        /** A guarded resource, or a stub of the user behind a guard. */
        RESOURCE,
        /** The key set or the discovery document. */
        DOCUMENT,
        /** An unguarded stub of the user, an unknown path, or something that is no HTTP. */
        OTHER
    }

    /** What became of the request. */
    public enum Outcome {
        /** A token was issued. */
        ISSUED,
        /** A guard let it through. */
        ADMITTED,
        /** It was served without being asked for a token. */
        SERVED,
        /** It was refused; {@link Exchange#explanation()} says why. */
        REJECTED,
        /** The test had asked for a mishap, and this request met it. */
        DISRUPTED
    }

    /**
     * A token without its value.
     *
     * @param id the {@code jti} claim; unlike the value it opens nothing
     * @param expiresAt the {@code exp} claim
     */
    public record TokenReference(String id, Instant expiresAt) {}

    /**
     * How long a request was under way in the server, by the clock of the machine and not by the virtual one. Its
     * client began before and had the answer after, so two that overlap were truly under way at once.
     *
     * @param from when it had arrived
     * @param until when the last of its answer was about to leave; as long as it has not, when that is due
     */
    public record Span(Instant from, Instant until) {

        /** Whether both were under way at one moment. */
        public boolean overlaps(Span other) {
            return from.isBefore(other.until) && other.from.isBefore(until);
        }
    }

    private final int number;
    private final Instant at;
    private final String method;
    private final String path;
    private final Kind kind;
    private final String profile;
    private final int status;
    private final String error;
    private final Outcome outcome;
    private final Optional<Explanation> explanation;
    private final Optional<String> clientId;
    private final Optional<Scopes> scopes;
    private final Optional<Duration> retryAfter;
    private final Optional<TokenReference> token;
    private final Span underWay;
    private final boolean formEncoded;
    private final Optional<AuthMethod> authMethod;
    private final Optional<String> curl;
    private final String note;
    final Origin origin;
    final int revokedAfter;
    private final List<Finding> findings;

    Exchange(ExchangeBuilder builder, int number) {
        this.number = number;
        this.at = builder.at;
        this.method = builder.method;
        this.path = builder.path;
        this.kind = builder.kind;
        this.profile = builder.profile;
        this.status = builder.status;
        this.error = builder.error;
        this.outcome = builder.outcome;
        this.explanation = builder.explanation;
        this.clientId = builder.clientId;
        this.scopes = builder.scopes;
        this.retryAfter = builder.retryAfter;
        this.token = builder.token;
        this.underWay = builder.underWay;
        this.formEncoded = builder.formEncoded;
        this.authMethod = builder.authMethod;
        this.curl = builder.curl;
        this.note = builder.note;
        this.origin = builder.origin;
        this.revokedAfter = builder.revokedAfter;
        this.findings = List.copyOf(builder.findings);
    }

    /** Begins an exchange of a request that arrived at that virtual time. */
    public static ExchangeBuilder builder(Instant at, String method, String path) {
        return new ExchangeBuilder(at, method, path);
    }

    /** Its place in the journal, from 1. */
    public int number() {
        return number;
    }

    /** The virtual time at which it was decided. */
    public Instant at() {
        return at;
    }

    /** The method as sent; empty when nothing could be read. */
    public String method() {
        return method;
    }

    /** The path as sent, without the query, redacted; empty when nothing could be read. */
    public String path() {
        return path;
    }

    /** Which part of the server was asked. */
    public Kind kind() {
        return kind;
    }

    /** The dialect that answered. */
    public String profile() {
        return profile;
    }

    /** The status of the answer; 0 for a connection that ended before a request. */
    public int status() {
        return status;
    }

    /** The {@code error} of the answer; empty for none. */
    public String error() {
        return error;
    }

    /** What became of it. */
    public Outcome outcome() {
        return outcome;
    }

    /** Why it was refused; empty if it was not. */
    public Optional<Explanation> explanation() {
        return explanation;
    }

    /** The reason of {@link #explanation()}. */
    public Optional<Reason> reason() {
        return explanation.map(Explanation::reason);
    }

    /** What the client did, as far as it shows; empty for nothing, and never the reason why it was refused. */
    public List<Finding> findings() {
        return findings;
    }

    /** Whether this mistake is among the findings. */
    public boolean shows(Mistake mistake) {
        return findings.stream().anyMatch(finding -> finding.mistake() == mistake);
    }

    /** The same with findings more. */
    public Exchange withFindings(List<Finding> more) {
        return more.isEmpty()
                ? this
                : new ExchangeBuilder(this)
                        .findings(
                                Stream.concat(findings.stream(), more.stream()).toList())
                        .build(number);
    }

    /** The same when its answer leaves. */
    Exchange until(Instant left) {
        return new ExchangeBuilder(this).left(left).build(number);
    }

    /** The same when the test revokes the token that it issued. */
    Exchange revoked(int afterNumber) {
        return new ExchangeBuilder(this).revoked(afterNumber).build(number);
    }

    /** The registered client that it came from, once that is known; never text that only a client claimed. */
    public Optional<String> clientId() {
        return clientId;
    }

    /** The scopes that were issued, or those of the token that was presented. */
    public Optional<Scopes> scopes() {
        return scopes;
    }

    /** The wait that the answer asked for with Retry-After. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** The token that was issued or presented, if it is known here. */
    public Optional<TokenReference> token() {
        return token;
    }

    /** Whether the body was labelled as a form. */
    public boolean isFormEncoded() {
        return formEncoded;
    }

    /**
     * How the client authenticated at a token endpoint, whether or not it was accepted: {@link AuthMethod#BASIC} or
     * {@link AuthMethod#BODY}; empty for neither.
     */
    public Optional<AuthMethod> authMethod() {
        return authMethod;
    }

    /**
     * A command that sends a refused request again. Each secret in it is a variable of the environment, which is to
     * hold it as it was sent, its encoding included; a body that is neither a short form nor a short JSON object of
     * known parameters is left to a file, {@code body-as-sent}. Empty for a request that was not refused, or could not
     * be read.
     */
    public Optional<String> curl() {
        return curl;
    }

    /** How long it was under way, in real time. */
    public Span underWay() {
        return underWay;
    }

    /** What a tester may want to know of a request that was not refused; empty for nothing. */
    public String note() {
        return note;
    }

    /** Whether the other request was the same to the byte: method, target, Authorization and body. */
    public boolean repeats(Exchange other) {
        return origin.repeats(other.origin);
    }

    /** Whether the test had revoked the token that was issued here when the other exchange took place. */
    public boolean wasRevokedBefore(Exchange other) {
        return revokedAfter < other.number;
    }

    /** Whether this request arrived when the answer to the other had left already. */
    public boolean isAfter(Exchange other) {
        return number > other.number && !underWay.from.isBefore(other.underWay.until);
    }

    /** Whether both are known to have come over different connections. */
    public boolean isOfAnotherConnection(Exchange other) {
        return origin.isOfAnotherConnection(other.origin);
    }

    /** Whether its program had come over several connections of late, and so may have several threads. */
    public boolean isAmongSeveralConnections() {
        return origin.isAmongSeveral();
    }

    /** Whether both came from one program, as far as their User-Agent tells. */
    public boolean isOfSameProgram(Exchange other) {
        return origin.isOfSameProgram(other.origin);
    }

    /** Whether what both issued was for the access key of the same user, or for the client itself. */
    public boolean isOfSameUser(Exchange other) {
        return origin.isOfSameUser(other.origin);
    }

    /** One line: number, method, path, status, error. */
    @Override
    public String toString() {
        return "#" + number + " " + (method.isEmpty() ? "(unreadable)" : method + " " + path) + " -> "
                + (status == 0 ? "no answer" : status) + (error.isEmpty() ? "" : " " + error);
    }
}
