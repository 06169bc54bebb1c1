package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The words for {@link AuthMethod}. */
final class AuthMethods {
    private AuthMethods() {}

    static AuthMethod read(Field field) {
        Map<String, AuthMethod> words = new LinkedHashMap<>();
        for (AuthMethod method : AuthMethod.values()) {
            words.put(method.name().toLowerCase(Locale.ROOT), method);
        }
        return field.oneOf(words);
    }
}
