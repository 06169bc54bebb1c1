package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.client.Scopes;
import java.util.List;

/** A list of scopes as it is written in JSON. */
final class ScopeSettings {
    private ScopeSettings() {}

    static Scopes read(Field field) {
        List<Field> words = field.elements();
        words.forEach(word -> word.read(() -> Scopes.of(word.text())));
        return Scopes.of(words.stream().map(Field::text).toList());
    }
}
