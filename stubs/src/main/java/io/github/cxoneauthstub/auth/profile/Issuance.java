package io.github.cxoneauthstub.auth.profile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a dialect issues: what its tokens are made of, what stands in them, and what it answers with them. Immutable.
 *
 * @since 0.1.0
 */
public final class Issuance {
    private static final Evidence UNSET = Evidence.assumed("nobody set it");

    /** What the forum profiles issue; {@code client_id}, {@code scope} and {@code jti} are those of RFC 9068. */
    static final Issuance PLAIN = new Issuance()
            .tokens(
                    TokenFormat.JWT,
                    Evidence.assumed("claims as in CXone's published tokens and RFC 9068"),
                    Claim.ISS,
                    Claim.SUB_CLIENT,
                    Claim.AUD,
                    Claim.CLIENT_ID,
                    Claim.TENANT_ID,
                    Claim.IC_BU_ID,
                    Claim.AREA,
                    Claim.SCOPE,
                    Claim.IAT,
                    Claim.EXP,
                    Claim.JTI)
            .idToken(Evidence.assumed("no answer that a forum thread shows has one"))
            .withoutRenewal(Evidence.assumed("RFC 6749 section 4.4.3: not with client_credentials"))
            .tokenType("Bearer", Evidence.claimed("forum threads 17441 and 18573 show it"))
            .answer(
                    Duty.TOKEN,
                    Evidence.claimed("forum threads 17441 and 18573 show it; scope is of RFC 6749 section 5.1"),
                    Member.ACCESS_TOKEN,
                    Member.TOKEN_TYPE,
                    Member.EXPIRES_IN,
                    Member.SCOPE);

    private final Fact<TokenFormat> format;
    private final List<Claim> claims;
    private final Fact<List<Claim>> idToken;
    private final Fact<Optional<Renewal>> renewal;
    private final Fact<String> tokenType;
    private final Map<Duty, Fact<List<Member>>> answers;

    private Issuance() {
        this(
                new Fact<>(TokenFormat.JWT, UNSET),
                List.of(),
                new Fact<>(List.of(), UNSET),
                new Fact<>(Optional.empty(), UNSET),
                new Fact<>("Bearer", UNSET),
                Map.of());
    }

    private Issuance(
            Fact<TokenFormat> format,
            List<Claim> claims,
            Fact<List<Claim>> idToken,
            Fact<Optional<Renewal>> renewal,
            Fact<String> tokenType,
            Map<Duty, Fact<List<Member>>> answers) {
        this.format = format;
        this.claims = claims;
        this.idToken = idToken;
        this.renewal = renewal;
        this.tokenType = tokenType;
        this.answers = answers;
    }

    /** What tells of everything alike until it is said otherwise. */
    static Issuance of(Evidence evidence) {
        return new Issuance().tokenType("Bearer", evidence).idToken(evidence).withoutRenewal(evidence);
    }

    /** What access tokens are made of, and how we know what is in them. */
    public Fact<TokenFormat> format() {
        return format;
    }

    /** The claims of access tokens in their order; none of opaque ones. */
    public List<Claim> claims() {
        return claims;
    }

    /** The claims of the id_token in their order; none where no id_token is issued. */
    public Fact<List<Claim>> idToken() {
        return idToken;
    }

    /** The refresh tokens; empty where none is issued. */
    public Fact<Optional<Renewal>> renewal() {
        return renewal;
    }

    /** The {@code token_type}. */
    public Fact<String> tokenType() {
        return tokenType;
    }

    /**
     * What an endpoint answers with a token, in its order.
     *
     * @throws IllegalArgumentException if this dialect has no endpoint for that
     */
    public Fact<List<Member>> answer(Duty duty) {
        Fact<List<Member>> answer = answers.get(duty);
        if (answer == null) {
            throw new IllegalArgumentException("nothing in this dialect " + duty.purpose());
        }
        return answer;
    }

    /** The duties that answer with a token. */
    public List<Duty> answering() {
        return List.copyOf(answers.keySet());
    }

    Issuance tokens(TokenFormat made, Evidence evidence, Claim... in) {
        return new Issuance(new Fact<>(made, evidence), List.of(in), idToken, renewal, tokenType, answers);
    }

    Issuance idToken(Evidence evidence, Claim... in) {
        return new Issuance(format, claims, new Fact<>(List.of(in), evidence), renewal, tokenType, answers);
    }

    Issuance renewal(Renewal by, Evidence evidence) {
        return new Issuance(format, claims, idToken, new Fact<>(Optional.of(by), evidence), tokenType, answers);
    }

    Issuance withoutRenewal(Evidence evidence) {
        return new Issuance(format, claims, idToken, new Fact<>(Optional.empty(), evidence), tokenType, answers);
    }

    Issuance tokenType(String word, Evidence evidence) {
        return new Issuance(format, claims, idToken, renewal, new Fact<>(word, evidence), answers);
    }

    Issuance answer(Duty duty, Evidence evidence, Member... members) {
        Map<Duty, Fact<List<Member>>> more = new EnumMap<>(Duty.class);
        more.putAll(answers);
        more.put(duty, new Fact<>(List.of(members), evidence));
        return new Issuance(format, claims, idToken, renewal, tokenType, more);
    }

    Issuance withoutAnswers() {
        return new Issuance(format, claims, idToken, renewal, tokenType, Map.of());
    }

    Issuance rotating(boolean yes, Evidence evidence) {
        return new Issuance(
                format,
                claims,
                idToken,
                new Fact<>(renewal.value().map(by -> by.rotating(yes)), evidence),
                tokenType,
                answers);
    }

    Issuance withTokenIds(boolean yes, Evidence evidence) {
        List<Claim> changed = new ArrayList<>(claims);
        changed.remove(Claim.JTI);
        if (yes) {
            changed.add(Claim.JTI);
        }
        return new Issuance(
                new Fact<>(format.value(), evidence), List.copyOf(changed), idToken, renewal, tokenType, answers);
    }
}
