package io.github.cxoneauthstub.assertj;

import io.github.cxoneauthstub.assertj.Claims.Read;
import io.github.cxoneauthstub.assertj.Claims.Unread;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.assertj.core.api.MapAssert;
import org.assertj.core.api.ObjectAssert;
import org.jspecify.annotations.Nullable;

/**
 * Asserts a token that the test made. A failure shows everything but the value of the token.
 *
 * <pre>{@code
 * AccessToken token = auth.tokens().issue("reporting");
 * assertThat(token).belongsTo("reporting").hasScopes("user:read").lives(Duration.ofHours(24));
 * assertThat(token).claims().containsKeys("iss", "exp");
 * }</pre>
 *
 * @since 0.1.0
 */
// not an AbstractObjectAssert: its failures show the parts of a record, and the value is one of them
public class AccessTokenAssert extends AbstractAssert<AccessTokenAssert, AccessToken> {

    /** As {@link CxoneAssertions#assertThat} makes it; AssertJ's soft assertions make it too. */
    public AccessTokenAssert(@Nullable AccessToken actual) {
        super(actual, AccessTokenAssert.class);
    }

    /** It was made for this client. */
    public AccessTokenAssert belongsTo(String clientId) {
        isNotNull();
        return check(
                actual.clientId().equals(clientId),
                "to belong to " + clientId,
                "belongs to " + actual.clientId(),
                clientId,
                actual.clientId());
    }

    /**
     * It opens what needs these scopes. What else it opens does not matter.
     *
     * @throws IllegalArgumentException if none is given, or one is not a scope of RFC 6749 section 3.3
     */
    public AccessTokenAssert hasScopes(String... scopes) {
        Wanted.some("hasScopes", "scope", List.of(scopes), "hasExactlyScopes()");
        Scopes expected = Scopes.of(scopes);
        isNotNull();
        return check(
                actual.scopes().missing(expected).isEmpty(),
                "to have scopes " + expected,
                "has " + Asking.shown(actual.scopes()),
                expected.toString(),
                actual.scopes().toString());
    }

    /**
     * It has these scopes, in any order, and no other; none for a token without.
     *
     * @throws IllegalArgumentException if one is not a scope of RFC 6749 section 3.3
     */
    public AccessTokenAssert hasExactlyScopes(String... scopes) {
        Scopes expected = Scopes.of(scopes);
        isNotNull();
        return check(
                actual.scopes().equals(expected),
                "to have exactly scopes " + Asking.shown(expected),
                "has " + Asking.shown(actual.scopes()),
                expected.toString(),
                actual.scopes().toString());
    }

    /**
     * From its issue to its end it is that long.
     *
     * @throws IllegalArgumentException if it is less than a second, or no whole seconds
     */
    public AccessTokenAssert lives(Duration lifetime) {
        if (lifetime.toSeconds() < 1 || !lifetime.equals(lifetime.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("lives(" + lifetime
                    + ") can never hold: a token lives whole seconds, and at least one; give such a duration");
        }
        isNotNull();
        Duration found = Duration.between(actual.issuedAt(), actual.expiresAt());
        return check(found.equals(lifetime), "to live " + lifetime, "lives " + found, lifetime, found);
    }

    /**
     * From this very second on it is refused.
     *
     * @throws IllegalArgumentException if it is no whole second
     */
    public AccessTokenAssert expiresAt(Instant end) {
        if (!end.equals(end.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("expiresAt(" + end
                    + ") can never hold: a token ends at a whole second; cut it with truncatedTo(ChronoUnit.SECONDS)");
        }
        isNotNull();
        return check(
                actual.expiresAt().equals(end),
                "to expire at " + end,
                "expires at " + actual.expiresAt(),
                end,
                actual.expiresAt());
    }

    /** Its payload has a claim of this name, be it null. */
    public AccessTokenAssert hasClaim(String name) {
        Map<String, Object> claims = read();
        return check(
                claims.containsKey(name),
                "to have the claim " + name,
                "has only " + Words.joined(claims.keySet()),
                name,
                claims.keySet());
    }

    /** Its payload has this claim with this value. Numbers are compared by value: 1 is 1L. */
    public AccessTokenAssert hasClaim(String name, Object value) {
        hasClaim(name);
        Object found = read().get(name);
        return check(
                PlainValues.isSame(value, found),
                "to have the claim " + name + " of " + shown(value),
                "is " + shown(found),
                value,
                String.valueOf(found));
    }

    private String shown(@Nullable Object value) {
        return info.representation().toStringOf(value);
    }

    /**
     * Goes on with the claims of its payload in their order: text, {@code Long} or {@code BigDecimal}, booleans, lists,
     * maps. It has to be a JWT; its signature is not looked at.
     */
    @CheckReturnValue
    public MapAssert<String, Object> claims() {
        Map<String, Object> claims = read();
        return asInstanceOf(new InstanceOfAssertFactory<AccessToken, MapAssert<String, Object>>(
                AccessToken.class, token -> new MapAssert<>(claims)));
    }

    /** Goes on with any part of the token. */
    @CheckReturnValue
    public <T> AbstractObjectAssert<?, T> extracting(Function<? super AccessToken, T> part) {
        return super.extracting(part, ObjectAssert::new);
    }

    private Map<String, Object> read() {
        isNotNull();
        Claims claims = Claims.of(actual);
        if (claims instanceof Unread unread) {
            check(false, "to have claims", "has none that can be read: " + unread.why(), "claims", "none");
        }
        return claims instanceof Read read ? read.values() : Map.of();
    }

    private AccessTokenAssert check(boolean holds, String wish, String instead, Object expected, Object found) {
        if (!holds) {
            failWithActualExpectedAndMessage(
                    found, expected, "%s", "expected " + actual + " " + wish + " but it " + instead);
        }
        return myself;
    }
}
