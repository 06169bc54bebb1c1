package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.profile.Trait;
import io.github.cxoneauthstub.auth.request.BasicCredentials;
import io.github.cxoneauthstub.auth.request.BasicCredentials.UserPass;
import io.github.cxoneauthstub.diagnosis.Attempt.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came along with a value or in its place; each method gives the sentence of one detector. */
final class Surroundings {
    private static final Pattern NOTHING =
            Pattern.compile("(?:^|&)client_?(id|secret)=(?=&|$)", Pattern.CASE_INSENSITIVE);

    /** A byte order mark that was read as Latin-1. */
    private static final String LATIN_MARK = "\u00ef\u00bb\u00bf";

    private static final int MOST_NAMED = 4;

    private Surroundings() {}

    /** Characters of one kind around the secret. */
    static Optional<String> around(Attempt attempt, IntPredicate kind, String kindName) {
        return attempt.wrong()
                .filter(value -> value.name().equals(attempt.whose().secret()))
                .flatMap(value -> Around.of(value).stream())
                .filter(around -> around.has(kind))
                .map(around -> "the " + attempt.whose().secret() + " has " + kindName
                        + " around it that it should not have: " + around.told(kind))
                .findFirst();
    }

    static Optional<String> quotedBasic(Case decided) {
        return BasicShapes.value(decided)
                .flatMap(token -> Around.of(
                        new Value("base64 text", token, text -> BasicCredentials.read(text) instanceof UserPass)))
                .filter(around -> around.has(Around::isQuote))
                .map(around -> "the base64 text has quotation marks around it: " + around.told(Around::isQuote));
    }

    static Optional<String> invisible(Attempt attempt) {
        return joined(attempt.wrong().flatMap(value -> invisible(value).stream()));
    }

    private static Optional<String> invisible(Value value) {
        String sent = value.sent();
        if (sent.startsWith(LATIN_MARK) && value.right().test(sent.substring(LATIN_MARK.length()))) {
            return Optional.of("the " + value.name() + " has a byte order mark before it that was read as Latin-1");
        }
        if (sent.chars().noneMatch(Around::isInvisible)) {
            return Optional.empty();
        }
        String clean = filtered(sent, c -> Around.isInvisible(c) ? "" : Character.toString(c));
        String blanked = filtered(
                sent,
                c -> Character.getType(c) == Character.SPACE_SEPARATOR
                        ? " "
                        : Around.isInvisible(c) ? "" : Character.toString(c));
        boolean isIt = Stream.of(clean, blanked)
                .anyMatch(text -> value.right().test(text)
                        || Around.of(new Value(value.name(), text, value.right()))
                                .isPresent());
        return isIt ? Optional.of(told(value)) : Optional.empty();
    }

    private static String filtered(String text, Function<Integer, String> each) {
        return text.chars().boxed().map(each).collect(Collectors.joining());
    }

    private static String told(Value value) {
        List<String> places = new ArrayList<>();
        for (int at = 0; at < value.sent().length(); at++) {
            if (Around.isInvisible(value.sent().charAt(at))) {
                places.add(String.format(
                        Locale.ROOT, "U+%04X at position %d", (int) value.sent().charAt(at), at + 1));
            }
        }
        String more = places.size() > MOST_NAMED ? " and " + (places.size() - MOST_NAMED) + " more" : "";
        return "the " + value.name() + " has characters that nobody sees: "
                + places.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + more;
    }

    static Optional<String> noValue(Case decided) {
        return inPlaceOfAValue(decided, NoValue::word, without(decided));
    }

    static Optional<String> notFilledIn(Case decided) {
        return inPlaceOfAValue(
                decided,
                value -> NoValue.name(value).map(name -> "a name that was not filled in, written as " + name),
                Stream.of());
    }

    private static Optional<String> inPlaceOfAValue(
            Case decided, Function<String, Optional<String>> recognised, Stream<String> others) {
        List<Attempt> wrong = Attempt.in(decided).stream()
                .filter(attempt -> !attempt.isRight() && !attempt.isOfNoSecret())
                .toList();
        boolean isAllRight = wrong.isEmpty() && !Attempt.in(decided).isEmpty();
        if (decided.kind() != Kind.TOKEN || isAllRight || isOneOfSeveralRight(wrong, decided)) {
            return Optional.empty();
        }
        // a name alone has no secret beside it
        boolean isByName = decided.profile().has(Trait.CLIENT_BY_NAME);
        Stream<String> values = wrong.stream()
                // elsewhere than in Basic, what is empty may just as well be absent
                .flatMap(attempt -> attempt.wrong()
                        .filter(value -> (attempt.isBasic() && !isByName)
                                || !value.sent().isEmpty()))
                .flatMap(value ->
                        recognised.apply(value.sent()).map(told -> "the " + value.name() + " is " + told).stream());
        Stream<String> header =
                BasicShapes.value(decided).flatMap(recognised).map(told -> "what follows Basic is " + told).stream();
        return joined(Stream.of(values, others, header).flatMap(each -> each));
    }

    /** One and the same client may have its credentials in two places. */
    private static boolean isOneOfSeveralRight(List<Attempt> wrong, Case decided) {
        return Attempt.in(decided).stream()
                .filter(Attempt::isRight)
                .anyMatch(right -> wrong.stream().allMatch(each -> each.whose() == right.whose()));
    }

    /** What is told of an id and what is told of a secret, as one sentence. */
    static Optional<String> joined(Stream<String> told) {
        return Optional.of(told.distinct().collect(Collectors.joining(", "))).filter(all -> !all.isEmpty());
    }

    /** Parameters that are there with nothing behind their = sign. */
    private static Stream<String> without(Case decided) {
        List<String> empty = NOTHING.matcher(decided.text())
                .results()
                .map(found -> "the " + found.group(1).toLowerCase(Locale.ROOT) + " is empty")
                .distinct()
                .toList();
        boolean isCut = !empty.isEmpty()
                && Attempt.first(decided, Encoding::cutAtAmpersand).isPresent();
        return isCut ? Stream.of() : empty.stream();
    }
}
