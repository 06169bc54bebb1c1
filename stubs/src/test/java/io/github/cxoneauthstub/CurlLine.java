package io.github.cxoneauthstub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A curl command of the documentation as the request that curl would send; options that the pages do not use are
 * faults.
 */
final class CurlLine {
    private static final Pattern PART = Pattern.compile("'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s'\"]+)|(\\s+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Z_]+)");

    private final Map<String, String> variables;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> data = new ArrayList<>();
    private String target = "";
    private boolean inQuery;

    private CurlLine(Map<String, String> variables) {
        this.variables = variables;
    }

    /** @param variables of the shell */
    static CurlLine read(String line, Map<String, String> variables) {
        CurlLine curl = new CurlLine(variables);
        Iterator<String> words = curl.words(line).iterator();
        if (!words.next().equals("curl")) {
            throw new AssertionError("no curl command: " + line);
        }
        while (words.hasNext()) {
            curl.option(words.next(), words);
        }
        return curl;
    }

    private List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (MatchResult part : PART.matcher(line + " ").results().toList()) {
            if (part.group(4) != null) {
                words.add(word.toString());
                word.setLength(0);
            } else if (part.group(1) != null) {
                word.append(part.group(1));
            } else if (part.group(2) != null) {
                word.append(expanded(part.group(2)).replaceAll("\\\\(.)", "$1"));
            } else {
                word.append(expanded(part.group(3)));
            }
        }
        return words;
    }

    private String expanded(String text) {
        return VARIABLE.matcher(text).replaceAll(name -> Matcher.quoteReplacement(value(name.group(1))));
    }

    private String value(String variable) {
        String value = variables.get(variable);
        if (value == null) {
            throw new AssertionError("nothing before has said what $" + variable + " is");
        }
        return value;
    }

    private void option(String option, Iterator<String> words) {
        switch (option) {
            case "-s" -> {}
            case "-o", "-w" -> words.next();
            case "-G" -> inQuery = true;
            case "-u" ->
                headers.put(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(words.next().getBytes(UTF_8)));
            case "-H" -> {
                String[] header = words.next().split(": ", 2);
                headers.put(header[0], header[1]);
            }
            case "-d" -> data.add(words.next());
            case "--data-urlencode" -> {
                String[] parameter = words.next().split("=", 2);
                data.add(parameter[0] + "=" + URLEncoder.encode(parameter[1], UTF_8));
            }
            default -> {
                if (option.startsWith("-") || !target.isEmpty()) {
                    throw new AssertionError("'" + option + "' is not read here");
                }
                target = option;
            }
        }
    }

    /** The path that it asks for. */
    String path() {
        return URI.create(target).getPath();
    }

    /** The request, to a server at another base. */
    HttpRequest to(String base, String another) {
        if (!target.startsWith(base)) {
            throw new AssertionError(target + " does not begin with " + base);
        }
        String body = String.join("&", data);
        String query = inQuery ? "?" + body : "";
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(another + target.substring(base.length()) + query));
        if (!inQuery && !data.isEmpty()) {
            request.header("Content-Type", headers.getOrDefault("Content-Type", "application/x-www-form-urlencoded"))
                    .POST(BodyPublishers.ofString(body));
        }
        headers.forEach((name, value) -> {
            if (!name.equals("Content-Type")) {
                request.header(name, value);
            }
        });
        return request.build();
    }
}
