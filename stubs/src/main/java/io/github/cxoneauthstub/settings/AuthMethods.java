package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The words for {@link AuthMethod}. */
final class AuthMethods {
    private static final String NONE = "none";

    private AuthMethods() {}

    static AuthMethod read(Field field) {
        Map<String, AuthMethod> words = new LinkedHashMap<>();
        for (AuthMethod method : AuthMethod.values()) {
            words.put(method.name().toLowerCase(Locale.ROOT), method);
        }
        if (!words.containsKey(NONE) && field.isText(NONE)) {
            throw field.refused("'none' is for public clients, which no profile serves yet: use one of "
                    + String.join(", ", words.keySet()));
        }
        return field.oneOf(words);
    }
}
