package io.github.cxoneauthstub.auth;

import java.util.regex.Pattern;

/** A value that was never there, written out as a word: the variable that a program read it from was not set. */
final class NoValue {
    static final String SEEN = "the name of no value, such as undefined, or of a variable that was not filled in";
    static final String ADVICE =
            "look at the variable that it was read from: it had no value, and the program did not notice";

    private static final Pattern WORDS = Pattern.compile("undefined|null|None|nil|NaN|\\$\\{.*}|\\$[A-Z_]+|%[A-Z_]+%");

    private NoValue() {}

    static boolean isWrittenOut(String value) {
        return WORDS.matcher(value).matches();
    }
}
