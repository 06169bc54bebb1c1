package io.github.cxoneauthstub.settings;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The strings, numbers, words and marks of a JSON text, to put others in their place. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|[\\w.+-]+|[\\[\\]{}:,]");

    private Tokens() {}

    static int count(String text) {
        return (int) TOKEN.matcher(text).results().count();
    }

    /** The text with another piece instead of one token. */
    static String replace(String text, int which, String piece) {
        Matcher matcher = TOKEN.matcher(text);
        MatchResult token =
                matcher.results().skip(which % count(text)).findFirst().orElseThrow();
        return text.substring(0, token.start()) + piece + text.substring(token.end());
    }
}
