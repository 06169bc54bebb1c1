package io.github.cxoneauthstub.auth.client;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A set of scopes in its order, or every scope there is. Scopes are case-sensitive words of the alphabet of RFC 6749
 * section 3.3, separated by one blank. Immutable.
 *
 * @since 0.1.0
 */
public final class Scopes {
    private static final String EVERY = "*";
    private static final Pattern TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    /** Every scope there is; written {@code *}. */
    public static final Scopes ALL = new Scopes(Set.of(EVERY));

    /** No scope. */
    public static final Scopes NONE = new Scopes(Set.of());

    private final Set<String> words;

    private Scopes(Set<String> words) {
        this.words = words;
    }

    /**
     * These scopes; {@code "*"} among them means all.
     *
     * @throws IllegalArgumentException if one of them is not a scope-token of RFC 6749 section 3.3
     */
    public static Scopes of(String... scopes) {
        return of(List.of(scopes));
    }

    /**
     * These scopes; {@code "*"} among them means all.
     *
     * @throws IllegalArgumentException if one of them is not a scope-token of RFC 6749 section 3.3
     */
    public static Scopes of(Collection<String> scopes) {
        for (String scope : scopes) {
            if (!TOKEN.matcher(scope).matches()) {
                throw new IllegalArgumentException("'" + scope + "' is not a scope: RFC 6749 section 3.3 wants visible"
                        + " ASCII characters without blank, \" and \\; give each scope as a word of its own");
            }
        }
        return scopes.contains(EVERY) ? ALL : scopes.isEmpty() ? NONE : new Scopes(new LinkedHashSet<>(scopes));
    }

    /** Reads the value of the {@code scope} parameter; empty if it is not words separated by single blanks. */
    public static Optional<Scopes> parse(String parameter) {
        List<String> words = List.of(parameter.split(" ", -1));
        boolean wellFormed = words.stream().allMatch(word -> TOKEN.matcher(word).matches());
        return wellFormed ? Optional.of(new Scopes(new LinkedHashSet<>(words))) : Optional.empty();
    }

    /** Whether this is every scope there is. */
    public boolean isAll() {
        return words.contains(EVERY);
    }

    /** Whether there is no scope in it. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether a scope is in it. */
    public boolean contains(String scope) {
        return isAll() || words.contains(scope);
    }

    /** Those of {@code wanted} that are not in it, in their order. */
    public List<String> missing(Scopes wanted) {
        return wanted.words.stream().filter(scope -> !contains(scope)).toList();
    }

    /** Those of {@code wanted} that are in it. */
    public Scopes narrowedTo(Scopes wanted) {
        return new Scopes(words(wanted.words.stream().filter(this::contains).toList()));
    }

    /**
     * These and one more.
     *
     * @throws IllegalArgumentException if it is not a scope-token of RFC 6749 section 3.3
     */
    public Scopes with(String scope) {
        return of(plus(scope));
    }

    /** These without one of them; every scope cannot lose one, because nobody listed the others. */
    public Scopes without(String scope) {
        if (isAll()) {
            throw new IllegalStateException("the scope '" + scope + "' cannot be withdrawn from every scope there is:"
                    + " register the client with a list of scopes, for example scopes(\"" + scope + "\", ...)");
        }
        return of(words.stream().filter(word -> !word.equals(scope)).toList());
    }

    private List<String> plus(String scope) {
        Set<String> more = words(List.copyOf(words));
        more.add(scope);
        return List.copyOf(more);
    }

    private static Set<String> words(List<String> list) {
        return new LinkedHashSet<>(list);
    }

    /** The scopes in their order; {@code *} alone for every scope. */
    public List<String> toList() {
        return List.copyOf(words);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scopes scopes && scopes.words.equals(words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    /** As in the {@code scope} parameter: separated by blanks; empty text for none. */
    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
