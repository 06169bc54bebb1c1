package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.Letters;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scopes that a token request asks for, beside those that its client has. */
final class ScopeWords {
    /** Who asks for more has made another mistake. */
    private static final int MOST = 20;

    private static final int MOST_TOLD = 3;

    private static final Set<String> OPENID = Set.of("openid", "profile", "email", "address", "phone");
    private static final Pattern ORDINARY = Pattern.compile("[A-Za-z][\\w.:/-]{0,99}");
    private static final Map<String, String> SEPARATORS = new LinkedHashMap<>();

    static {
        SEPARATORS.put(",", "commas");
        SEPARATORS.put(";", "semicolons");
        SEPARATORS.put("|", "bars");
        SEPARATORS.put("+", "a + that was encoded as %2B");
        SEPARATORS.put("%20", "a blank that was encoded twice");
        SEPARATORS.put("\t", "tabs");
        SEPARATORS.put("\n", "line ends");
    }

    private ScopeWords() {}

    /** Those of OpenID Connect that the client was not granted by name. */
    static Optional<String> ofOpenId(Case decided) {
        String found = words(decided).stream()
                .filter(OPENID::contains)
                .filter(word -> !granted(decided).contains(word))
                .distinct()
                .collect(Collectors.joining(" "));
        return Optional.of(found).filter(words -> !words.isEmpty());
    }

    static boolean asksForRefreshToken(Case decided) {
        return words(decided).contains("offline_access") && !granted(decided).contains("offline_access");
    }

    /** How scopes are joined otherwise than by single blanks. */
    static Optional<String> badlyJoined(Case decided) {
        List<String> values = decided.parameters().values("scope");
        if (values.size() > 1) {
            return Optional.of("scope is there " + values.size() + " times, instead of once with all of them");
        }
        String scope = text(decided);
        if (scope.startsWith("[")) {
            return Optional.of("the scopes are written as an array");
        }
        if (!scope.isBlank() && (scope.contains("  ") || !scope.strip().equals(scope))) {
            return Optional.of("there are blanks around the scopes or two in a row");
        }
        return SEPARATORS.entrySet().stream()
                .filter(each -> words(decided).stream().anyMatch(word -> isJoined(word, each.getKey(), decided)))
                .findFirst()
                .map(each -> "the scopes are joined by " + each.getValue() + ", so they are one word");
    }

    /** A word that is several scopes: at least one of them granted, or all of them ordinary where none is known. */
    private static boolean isJoined(String word, String separator, Case decided) {
        Set<String> granted = granted(decided);
        if (!word.contains(separator) || granted.contains(word)) {
            return false;
        }
        List<String> parts = Stream.of(word.split(Pattern.quote(separator)))
                .limit(MOST)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        return granted.isEmpty()
                ? !parts.isEmpty()
                        && parts.stream()
                                .allMatch(part -> ORDINARY.matcher(part).matches())
                : parts.stream().anyMatch(granted::contains);
    }

    /** Words that are nearly a granted scope. */
    static Optional<String> misspelt(Case decided) {
        Set<String> granted = granted(decided);
        String found = words(decided).stream()
                .filter(word -> !granted.contains(word))
                .flatMap(word -> nearest(word, granted).map(near -> told(word, near, decided)).stream())
                .limit(MOST_TOLD)
                .collect(Collectors.joining("; "));
        return Optional.of(found).filter(text -> !text.isEmpty());
    }

    /** Words that are asked for and that nothing else is the matter with but that they are not granted. */
    static Optional<String> notGranted(Case decided) {
        Optional<Scopes> has = decided.client().map(Client::scopes).filter(scopes -> !scopes.isAll());
        if (decided.kind() != Kind.TOKEN
                || has.isEmpty()
                || badlyJoined(decided).isPresent()) {
            return Optional.empty();
        }
        if (decided.show().showable(words(decided)).isEmpty()) {
            return Optional.empty();
        }
        String found = words(decided).stream()
                .filter(word -> !has.get().contains(word) && !OPENID.contains(word) && !word.equals("offline_access"))
                .filter(word -> ORDINARY.matcher(word).matches()
                        && nearest(word, granted(decided)).isEmpty())
                .limit(MOST_TOLD)
                .map(decided.show()::quoted)
                .collect(Collectors.joining(", "));
        return Optional.of(found)
                .filter(words -> !words.isEmpty())
                .map(words -> "asked for " + words + ", but the application has " + listed(has.get()));
    }

    /** A call that was refused for its scope: whether the application lacks it, or its token only. */
    static Optional<String> notInToken(Case decided) {
        if (decided.fellAt(Reason.SCOPE_INSUFFICIENT) && userLacks(decided)) {
            return Optional.of(decided.told() + "; it is for a user who has no more, whatever the application has");
        }
        return decided.fellAt(Reason.SCOPE_INSUFFICIENT)
                ? decided.token()
                        .flatMap(token -> decided.clients().stream()
                                .filter(client -> client.id().equals(token.clientId()))
                                .map(Client::scopes)
                                .findFirst()
                                .map(has -> decided.told()
                                        + (has.equals(token.scopes())
                                                ? ", all that the application was granted"
                                                : "; the application has " + listed(has)
                                                        + ", so its token request named less")))
                : Optional.empty();
    }

    /** Whether the token has all that its user has. */
    private static boolean userLacks(Case decided) {
        return decided.token()
                .flatMap(token -> decided.accessKeys().stream()
                        .filter(key -> token.accessKeyId().equals(Optional.of(key.id())))
                        .filter(key -> !key.scopes().isAll()
                                && key.scopes().missing(token.scopes()).isEmpty()
                                && token.scopes().missing(key.scopes()).isEmpty())
                        .findFirst())
                .isPresent();
    }

    private static String listed(Scopes scopes) {
        return scopes.isAll() ? "every scope" : scopes.isEmpty() ? "none" : String.join(" ", scopes.toList());
    }

    private static Optional<String> nearest(String word, Set<String> granted) {
        return granted.stream()
                .filter(each -> each.equalsIgnoreCase(word))
                .findFirst()
                .or(() -> granted.stream()
                        .filter(each -> each.equals(reversed(word)))
                        .findFirst())
                .or(() -> SEPARATORS.keySet().stream().anyMatch(word::contains)
                        ? Optional.empty()
                        : Letters.nearest(word, granted, Seen.LETTERS_FOR_A_SLIP));
    }

    private static String reversed(String word) {
        List<String> parts = new ArrayList<>(List.of(word.split(":", MOST)));
        Collections.reverse(parts);
        return String.join(":", parts);
    }

    private static String told(String word, String near, Case decided) {
        String how = near.equalsIgnoreCase(word)
                ? " differs only in case from the granted "
                : near.equals(reversed(word)) ? " is the wrong way round: granted is " : " is nearly the granted ";
        return "scope " + decided.show().quoted(word) + how + near;
    }

    private static String text(Case decided) {
        return decided.parameters().value("scope").orElse("");
    }

    private static List<String> words(Case decided) {
        return Stream.of(text(decided).split(" ", MOST + 1))
                .limit(MOST)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Those that are listed; none for a client with every scope, and for one that is not registered. */
    private static Set<String> granted(Case decided) {
        return decided.client()
                .map(Client::scopes)
                .filter(scopes -> !scopes.isAll())
                .map(scopes -> Set.copyOf(scopes.toList()))
                .orElse(Set.of());
    }
}
