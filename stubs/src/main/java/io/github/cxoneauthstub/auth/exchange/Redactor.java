package io.github.cxoneauthstub.auth.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns what a client sent into something that may be shown: short, printable, without secrets. A secret is found as it
 * is, in any case, form-encoded once or more, and in base64 of either alphabet at any offset. Everything of a request
 * that reaches an exchange passes through here. Immutable; safe for use by several threads.
 */
public final class Redactor {
    /** Instead of a text that holds a secret. */
    public static final String HIDDEN = "(hidden: it holds a secret)";

    private static final int LONGEST_LOOKED_AT = 2_000;
    private static final int LONGEST_SHOWN = 120;
    private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]*");
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9+/=_-]{40,}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{4,}");
    private static final List<Function<String, String>> DECODINGS = List.of(
            text -> text,
            FormEncoding::decodeLeniently,
            text -> FormEncoding.decodeLeniently(text.replace("+", "%2B")));

    private final Set<String> secrets;

    /** Hides these secrets; empty ones are passed over. */
    public Redactor(Collection<String> secrets) {
        this.secrets = new LinkedHashSet<>();
        for (String secret : secrets) {
            if (!secret.isEmpty()) {
                this.secrets.add(secret.toLowerCase(Locale.ROOT));
            }
        }
    }

    /** The text in single quotes, or a note in parentheses of what was hidden. */
    public String quoted(String text) {
        String shown = shown(text);
        return shown.startsWith("(") ? shown : "'" + shown + "'";
    }

    /** The text as it may be shown. */
    public String shown(String text) {
        if (text.length() > LONGEST_LOOKED_AT) {
            return "(" + text.length() + " characters)";
        }
        if (holdsSecret(text)) {
            return HIDDEN;
        }
        String tokens = JWT.matcher(text).replaceAll("(a token)");
        String opaque =
                OPAQUE.matcher(tokens).replaceAll(run -> "(" + run.group().length() + " characters)");
        String printable = printable(opaque);
        return printable.length() <= LONGEST_SHOWN ? printable : printable.substring(0, LONGEST_SHOWN) + "...";
    }

    private boolean holdsSecret(String text) {
        String once = text;
        for (int times = 0; times < 4; times++) {
            for (Function<String, String> decoding : DECODINGS) {
                if (holdsPlain(decoding.apply(once)) || holdsBase64(decoding.apply(once))) {
                    return true;
                }
            }
            String further = FormEncoding.decodeLeniently(once);
            if (further.equals(once)) {
                return false;
            }
            once = further;
        }
        // nobody encodes so often in good faith
        return true;
    }

    private boolean holdsPlain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return secrets.stream().anyMatch(lower::contains);
    }

    private boolean holdsBase64(String text) {
        Matcher runs = BASE64.matcher(text);
        while (runs.find()) {
            String run = runs.group().replace('-', '+').replace('_', '/');
            for (int offset = 0; offset < 4 && run.length() - offset >= 4; offset++) {
                String whole = run.substring(offset, offset + (run.length() - offset) / 4 * 4);
                String rest = run.substring(offset + whole.length());
                if (holdsPlain(decoded(whole)) || (rest.length() > 1 && holdsPlain(decoded(whole + rest)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), UTF_8);
    }

    private static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append("\\t");
                default -> {
                    if (c >= 0x20 && c < 0x7f) {
                        shown.append((char) c);
                    } else {
                        shown.append(String.format("\\u%04X", c));
                    }
                }
            }
        });
        return shown.toString();
    }
}
