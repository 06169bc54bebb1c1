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
    private final Origin origin;
    private final int revokedAfter;
    private final List<Finding> findings;

    private Exchange(Builder builder, int number) {
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
    public static Builder builder(Instant at, String method, String path) {
        return new Builder(at, method, path);
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
                : new Builder(this)
                        .findings(
                                Stream.concat(findings.stream(), more.stream()).toList())
                        .build(number);
    }

    /** The same when its answer leaves. */
    Exchange until(Instant left) {
        return new Builder(this).left(left).build(number);
    }

    /** The same when the test revokes the token that it issued. */
    Exchange revoked(int afterNumber) {
        return new Builder(this).revoked(afterNumber).build(number);
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

    /** Builds an {@link Exchange}. Not safe for use by several threads. */
    public static final class Builder {
        private final Instant at;
        private final String method;
        private final String path;
        private Kind kind = Kind.OTHER;
        private String profile = "";
        private int status;
        private String error = "";
        private Outcome outcome = Outcome.SERVED;
        private Optional<Explanation> explanation = Optional.empty();
        private Optional<String> clientId = Optional.empty();
        private Optional<Scopes> scopes = Optional.empty();
        private Optional<Duration> retryAfter = Optional.empty();
        private Optional<TokenReference> token = Optional.empty();
        private Span underWay;
        private boolean formEncoded;
        private Optional<AuthMethod> authMethod = Optional.empty();
        private Optional<String> curl = Optional.empty();
        private String note = "";
        private Origin origin = Origin.UNKNOWN;
        private int revokedAfter = Integer.MAX_VALUE;
        private List<Finding> findings = List.of();

        private Builder(Instant at, String method, String path) {
            this.at = at;
            this.method = method;
            this.path = path;
            this.underWay = new Span(at, at);
        }

        /** Begins the same exchange again. */
        private Builder(Exchange same) {
            this.at = same.at;
            this.method = same.method;
            this.path = same.path;
            this.kind = same.kind;
            this.profile = same.profile;
            this.status = same.status;
            this.error = same.error;
            this.outcome = same.outcome;
            this.explanation = same.explanation;
            this.clientId = same.clientId;
            this.scopes = same.scopes;
            this.retryAfter = same.retryAfter;
            this.token = same.token;
            this.underWay = same.underWay;
            this.formEncoded = same.formEncoded;
            this.authMethod = same.authMethod;
            this.curl = same.curl;
            this.note = same.note;
            this.origin = same.origin;
            this.revokedAfter = same.revokedAfter;
            this.findings = same.findings;
        }

        /** Sets which part of the server was asked, and the dialect that answered. */
        public Builder askedOf(Kind value, String profileName) {
            this.kind = value;
            this.profile = profileName;
            return this;
        }

        /** Sets the dialect that answered, where it is another than the one asked. */
        public Builder inDialect(String profileName) {
            this.profile = profileName;
            return this;
        }

        /** Sets what was answered. */
        public Builder answered(int statusCode, String errorCode) {
            this.status = statusCode;
            this.error = errorCode;
            return this;
        }

        /** Sets what became of it. */
        public Builder outcome(Outcome value) {
            this.outcome = value;
            return this;
        }

        /** Makes it a refused one, and says why. */
        public Builder rejected(Explanation why) {
            this.explanation = Optional.of(why);
            return outcome(Outcome.REJECTED);
        }

        /** Sets the registered client that it came from. */
        public Builder client(String id) {
            this.clientId = Optional.of(id);
            return this;
        }

        /** Sets the scopes issued or presented. */
        public Builder scopes(Scopes value) {
            this.scopes = Optional.of(value);
            return this;
        }

        /** Sets the wait that the answer asks for. */
        public Builder retryAfter(Duration wait) {
            this.retryAfter = Optional.of(wait);
            return this;
        }

        /** Sets the token that was issued or presented. */
        public Builder token(String id, Instant expiresAt) {
            this.token = Optional.of(new TokenReference(id, expiresAt));
            return this;
        }

        /** Sets how the request was made. */
        public Builder sent(boolean asForm, Optional<AuthMethod> method) {
            this.formEncoded = asForm;
            this.authMethod = method;
            return this;
        }

        /** Sets the command that sends it again. */
        public Builder curl(Optional<String> command) {
            this.curl = command;
            return this;
        }

        /** Sets since when, by the clock of the machine, and how long it was under way. */
        public Builder underWay(Instant from, Duration time) {
            this.underWay = new Span(from, from.plus(time));
            return this;
        }

        /** Sets what else a tester may want to know. */
        public Builder note(String sentence) {
            this.note = sentence;
            return this;
        }

        /** Sets the number that {@link Exchange#repeats} compares; 0 for a request that repeats none. */
        public Builder fingerprint(long value) {
            this.origin = origin.withFingerprint(value);
            return this;
        }

        /**
         * Sets the numbers that {@link Exchange#isOfAnotherConnection} and {@link Exchange#isOfSameProgram} compare.
         */
        public Builder from(int connectionNumber, int programNumber) {
            this.origin = origin.from(connectionNumber, programNumber);
            return this;
        }

        /** For whose access key a token was issued. */
        public Builder ofUser(String accessKeyId) {
            this.origin = origin.of(accessKeyId);
            return this;
        }

        /** Sets what the client did, as far as it shows. */
        public Builder findings(List<Finding> found) {
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
        Builder left(Instant when) {
            underWay = new Span(underWay.from(), when);
            return this;
        }

        /** Notes that the test revoked the token that it issued. */
        Builder revoked(int afterNumber) {
            revokedAfter = Math.min(revokedAfter, afterNumber);
            return this;
        }

        Exchange build(int number) {
            return new Exchange(this, number);
        }
    }
}
