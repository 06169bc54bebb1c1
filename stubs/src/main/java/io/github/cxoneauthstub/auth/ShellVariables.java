package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.exchange.Redactor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of one command: what may not be shown is one, named after its place. Each stands for one value, so that
 * a second value in a like place has a name with a number. Not safe for use by several threads.
 */
final class ShellVariables {
    private final Redactor show;
    private final Collection<String> ids;
    private final Map<String, List<String>> values = new HashMap<>();

    /** @param ids the registered clients: in the place of any other id may stand half a secret */
    ShellVariables(Redactor show, Collection<String> ids) {
        this.show = show;
        this.ids = ids;
    }

    /** Whether the id may be shown. */
    boolean isRegistered(String id) {
        return ids.contains(id);
    }

    /** The name of the variable that holds the value. */
    String holding(String place, String value) {
        List<String> same = values.computeIfAbsent(place, each -> new ArrayList<>());
        if (!same.contains(value)) {
            same.add(value);
        }
        int number = same.indexOf(value) + 1;
        return number == 1 ? place : place + "_" + number;
    }

    /** Adds the text, if it may be shown as it is; otherwise its variable. */
    ShellWord add(ShellWord word, String text, String place) {
        return mayBeShown(text) ? word.text(text) : word.variable(holding(place, text));
    }

    /**
     * Adds the value of a parameter.
     *
     * @param value as it was sent
     * @param decoded what it means
     */
    ShellWord addValue(ShellWord word, String name, String value, String decoded) {
        boolean isHidden = ParameterNames.isSecret(name)
                || (ParameterNames.isClientId(name) && !isRegistered(decoded))
                || !mayBeShown(decoded);
        return isHidden ? word.variable(holding(place(name), value)) : add(word, value, place(name));
    }

    private boolean mayBeShown(String text) {
        return show.shown(text).equals(text);
    }

    /** {@code clientSecret} and {@code client-secret} as {@code CLIENT_SECRET}. */
    private static String place(String name) {
        StringBuilder place = new StringBuilder(name.length() + 2);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1))) {
                place.append('_');
            }
            place.append(c == '-' ? '_' : Character.toUpperCase(c));
        }
        return place.toString();
    }
}
