package io.github.cxoneauthstub.front;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names and values of a query or a form, decoded as far as they can be: a broken escape stays as it is. */
final class Parameters {

    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

    private Parameters() {}

    static <V> Map<String, V> of(String encoded, BiFunction<String, List<String>, V> type) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (!pair.isEmpty()) {
                values.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(parts.length > 1 ? decoded(parts[1]) : "");
            }
        }
        Map<String, V> parameters = new LinkedHashMap<>();
        values.forEach((name, list) -> parameters.put(name, type.apply(name, list)));
        return parameters;
    }

    private static String decoded(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        Matcher escape = ESCAPE.matcher(encoded);
        int at = 0;
        while (escape.find()) {
            bytes.writeBytes(plain(encoded.substring(at, escape.start())));
            bytes.write(Integer.parseInt(escape.group(1), 16));
            at = escape.end();
        }
        bytes.writeBytes(plain(encoded.substring(at)));
        return bytes.toString(UTF_8);
    }

    private static byte[] plain(String unescaped) {
        return unescaped.replace('+', ' ').getBytes(ISO_8859_1);
    }
}
