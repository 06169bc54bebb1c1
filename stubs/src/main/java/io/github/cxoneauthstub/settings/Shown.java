package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.JsonValue;
import io.github.cxoneauthstub.auth.JsonValue.JsonBoolean;
import io.github.cxoneauthstub.auth.JsonValue.JsonNumber;
import io.github.cxoneauthstub.auth.JsonValue.JsonString;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be shown of a setting, and how: in one line, and nothing that may be a secret. */
final class Shown {
    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_LINE = 2_000;
    private static final Set<String> SECRET =
            Set.of("secret", "clientsecret", "accesskeysecret", "password", "token", "accesstoken", "refreshtoken");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][\\w.-]{0,39}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private Shown() {}

    /** Whether the value of such a key is a secret. */
    static boolean isSecret(String key) {
        return SECRET.contains(key.replaceAll("[_-]", "").toLowerCase(Locale.ROOT));
    }

    /** Whether a key can be shown: what is no word may be a secret in the wrong place. */
    static boolean isWord(String key) {
        return KEY.matcher(key).matches();
    }

    static String value(JsonValue value) {
        if (value instanceof JsonString string) {
            return "'" + cut(string.text(), LONGEST_VALUE) + "'";
        }
        if (value instanceof JsonNumber number) {
            return cut(number.literal(), LONGEST_VALUE);
        }
        return value instanceof JsonBoolean bool ? String.valueOf(bool.value()) : value.kind();
    }

    /** A sentence in one line that has an end. */
    static String line(String sentence) {
        return cut(sentence, LONGEST_LINE).strip();
    }

    private static String cut(String text, int longest) {
        return UNPRINTABLE
                .matcher(text.length() <= longest ? text : text.substring(0, longest) + "...")
                .replaceAll(match -> escaped(match.group()));
    }

    private static String escaped(String character) {
        StringBuilder escaped = new StringBuilder();
        character.chars().forEach(c -> escaped.append(String.format(Locale.ROOT, "\\\\u%04x", c)));
        return escaped.toString();
    }
}
