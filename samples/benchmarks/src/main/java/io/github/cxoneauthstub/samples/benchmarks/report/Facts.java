package io.github.cxoneauthstub.samples.benchmarks.report;

import java.util.HashMap;
import java.util.Map;

/** A line that a process printed: {@code name=value name=value}. */
final class Facts {
    private final String line;
    private final Map<String, String> values = new HashMap<>();

    Facts(String line) {
        this.line = line;
        for (String word : line.split(" ", -1)) {
            String[] fact = word.split("=", 2);
            if (fact.length == 2) {
                values.put(fact[0], fact[1]);
            }
        }
    }

    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the process did not tell '" + name + "' but: " + line);
        }
        return value;
    }

    double number(String name) {
        return Double.parseDouble(text(name));
    }
}
