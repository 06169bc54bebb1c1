package io.github.cxoneauthstub.auth.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.cxoneauthstub.auth.request.FormEncoding.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a form body, read strictly: a broken escape or broken UTF-8 is kept as a {@link #fault()}, never
 * thrown. A parameter without a value counts as absent (RFC 6749 section 3.1). Immutable.
 *
 * @since 0.1.0
 */
public final class Form {
    /** The form without parameters. */
    public static final Form EMPTY = new Form(Map.of(), Optional.empty());

    /** More parameters than this are a fault: no token request has them, and they would cost memory. */
    static final int MOST_PARAMETERS = 1_000;

    /** A longer one is a fault, too: no header line could carry the token that was asked for with it. */
    static final int LONGEST_PARAMETER = 16 << 10;

    private final Map<String, List<String>> parameters;
    private final Optional<String> fault;

    private Form(Map<String, List<String>> parameters, Optional<String> fault) {
        this.parameters = parameters;
        this.fault = fault;
    }

    /** Reads a body. */
    public static Form parse(byte[] body) {
        return parse(new String(body, ISO_8859_1));
    }

    /** Reads a query, or a body of which each character stands for one byte. */
    public static Form parse(String encoded) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        Optional<String> fault = Optional.empty();
        int count = 0;
        for (int from = 0; from < encoded.length(); ) {
            int end = encoded.indexOf('&', from);
            String pair = encoded.substring(from, end < 0 ? encoded.length() : end);
            from = end < 0 ? encoded.length() : end + 1;
            if (pair.isEmpty()) {
                continue;
            }
            if (++count > MOST_PARAMETERS) {
                return new Form(parameters, Optional.of("there are more than " + MOST_PARAMETERS + " parameters"));
            }
            String broken = add(pair, count, parameters);
            fault = fault.isPresent() || broken.isEmpty() ? fault : Optional.of(broken);
        }
        return new Form(parameters, fault);
    }

    /** The form with these parameters, each there once; one without a value counts as absent. */
    public static Form of(Map<String, String> parameters) {
        Map<String, List<String>> present = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (!value.isEmpty()) {
                present.put(name, List.of(value));
            }
        });
        return new Form(present, Optional.empty());
    }

    private static String add(String pair, int number, Map<String, List<String>> parameters) {
        if (pair.length() > LONGEST_PARAMETER) {
            return "parameter " + number + " has more than " + LONGEST_PARAMETER + " characters";
        }
        String[] parts = pair.split("=", 2);
        String name = FormEncoding.decodeLeniently(parts[0]);
        String value = parts.length > 1 ? parts[1] : "";
        if (!value.isEmpty() && !name.isEmpty()) {
            parameters
                    .computeIfAbsent(name, absent -> new ArrayList<>(1))
                    .add(FormEncoding.decode(value).orElse(value));
        }
        Optional<Fault> fault = FormEncoding.fault(parts[0]);
        return fault.or(() -> FormEncoding.fault(value))
                .map(found -> "parameter " + number + " has " + found.sentence())
                .orElse("");
    }

    /** What is wrong with the encoding, as a sentence that quotes nothing of the form; empty when nothing is. */
    public Optional<String> fault() {
        return fault;
    }

    /** The value of a parameter, the first one if it is repeated; empty when it is absent or has no value. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(parameters.get(name)).map(values -> values.get(0));
    }

    /** All values of a parameter. */
    public List<String> values(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** Whether a parameter is there with a value. */
    public boolean has(String name) {
        return parameters.containsKey(name);
    }

    /** The names of the parameters that have a value, in the order of their first use. */
    public Set<String> names() {
        return parameters.keySet();
    }

    /** Tells how many parameters there are: names and values may hold secrets. */
    @Override
    public String toString() {
        return "Form[" + parameters.size() + " parameters]";
    }
}
