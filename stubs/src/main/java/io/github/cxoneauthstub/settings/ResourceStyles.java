package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.profile.ResourceStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The words for {@link ResourceStyle}.
 *
 * @since 0.1.0
 */
public final class ResourceStyles {
    private ResourceStyles() {}

    static ResourceStyle read(Field field) {
        Map<String, ResourceStyle> words = new LinkedHashMap<>();
        for (ResourceStyle style : ResourceStyle.values()) {
            words.put(word(style), style);
        }
        return field.oneOf(words);
    }

    /** The name as JSON has it: {@code icStatusDescription}. */
    public static String word(ResourceStyle style) {
        String[] parts = style.name().toLowerCase(Locale.ROOT).split("_", -1);
        return parts[0]
                + Arrays.stream(parts)
                        .skip(1)
                        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                        .collect(Collectors.joining());
    }
}
