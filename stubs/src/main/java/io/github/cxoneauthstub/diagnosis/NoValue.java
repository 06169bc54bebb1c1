package io.github.cxoneauthstub.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values that were never there: what a program writes in place of one that it did not have. */
final class NoValue {
    private static final List<Written> WORDS = List.of(
            written("", "empty"),
            written("undefined", "the word undefined, as JavaScript writes a variable that is not set"),
            written("null|NULL|\\(null\\)", "the word null, as a program writes a variable that is not set"),
            written("None", "the word None, as Python writes a variable that is not set"),
            written("<?nil>?|%!s\\(<nil>\\)", "the word nil, as Go and Ruby write a variable that is not set"),
            written("NaN", "the word NaN, as JavaScript writes what is not a number"),
            written("\\[object Promise]", "a promise of JavaScript that nobody waited for"),
            written("\\[object [A-Z]\\w*]", "an object of JavaScript, written as text"),
            written("Optional(\\.empty|\\[.*])", "an Optional of Java, written as text"));

    private static final List<Written> NAMES = List.of(
            written("\\$\\{.+}", "${...}"),
            written("\\$\\(.+\\)", "$(...)"),
            written("\\$[A-Z_][A-Z0-9_]*|\\$env:\\w+", "$NAME"),
            written("%[A-Z_][A-Z0-9_]*%", "%NAME%"),
            written("\\{\\{.+}}", "{{...}}"),
            written("#\\{.+}", "#{...}"),
            written("\\{[A-Za-z_.-]+}", "{...}"),
            written("<(?!nil>)[A-Za-z][A-Za-z_ -]*>", "<...>"),
            written("@[A-Za-z_.]+@", "@...@"),
            written("(?i)your[_ -].*(id|secret|key)([_ -]here)?", "YOUR_..."),
            written("(process\\.env|os\\.environ|System\\.getenv).*", "process.env..."),
            written("arn:aws:secretsmanager:.*|(op|vault|secret|gcp|ref\\+\\w+)://.*", "the address of a vault"),
            written("ENC\\(.+\\)|\\{cipher}.+", "a value that is still encrypted"));

    /** @param told what the pattern recognises */
    private record Written(Pattern pattern, String told) {}

    private static Written written(String regex, String told) {
        return new Written(Pattern.compile(regex), told);
    }

    private NoValue() {}

    /** Says what a word is that stands for no value, to follow "the secret is". */
    static Optional<String> word(String value) {
        return find(WORDS, value);
    }

    /** The pattern by which a name is written that was not replaced by its value. */
    static Optional<String> name(String value) {
        return find(NAMES, value);
    }

    private static Optional<String> find(List<Written> patterns, String value) {
        return patterns.stream()
                .filter(each -> each.pattern().matcher(value).matches())
                .map(Written::told)
                .findFirst();
    }
}
