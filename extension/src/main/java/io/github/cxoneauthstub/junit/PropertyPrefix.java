package io.github.cxoneauthstub.junit;

import java.util.regex.Pattern;

/**
 * What the names of properties begin with.
 *
 * @param value without the dot at the end
 */
record PropertyPrefix(String value) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    /** @throws IllegalArgumentException if no property's name can begin with it */
    static PropertyPrefix of(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not what names of properties begin with: write words"
                    + " of letters, digits, - and _ with a dot between them, for example my.cxone");
        }
        return new PropertyPrefix(text);
    }

    String name(String last) {
        return value + "." + last;
    }
}
