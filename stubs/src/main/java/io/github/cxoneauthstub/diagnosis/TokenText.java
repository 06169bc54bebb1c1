package io.github.cxoneauthstub.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.request.Authorization;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands in the place of a token, told without it. */
final class TokenText {
    private static final int LONGEST = 16 << 10;
    private static final Pattern TOKEN =
            Pattern.compile("eyJ[^{}]{7,}|[^.{}\\s]+\\.[^.{}\\s]+\\.[^.{}\\s]*|[\\w.~+/=-]{40,}");

    private static final Map<Pattern, String> ANSWERS = new LinkedHashMap<>();

    static {
        answer("\\{.{0,400}access_?token.*", "the whole JSON answer, of which access_token is one member");
        answer("\\{.{0,400}error.*", "a JSON object with an error: the token request had failed");
        answer("\\{.*", "a JSON object");
        answer("\\[object Promise].*", "a promise of JavaScript turned to text: it was not awaited");
        answer("\\[object \\w+].*", "an object of JavaScript turned to text");
        answer("<Response \\[\\d{3}]>", "a response of Python's requests turned to text");
        answer("<(?:!doctype|html|\\?xml).*", "a page instead of an answer");
        answer("<[\\w.]+ (?:object|at) .*", "an object of Python turned to text");
        answer("(?:.{0,400}&)?access_token=.*", "a whole form, of which access_token is one parameter");
        answer("[A-Z]\\w{0,60}[\\[({].*", "an object turned to text, as toString() writes it");
        answer("[a-z][\\w.$]{0,200}@[0-9a-f]{1,8}", "a Java object turned to text");
    }

    private TokenText() {}

    private static void answer(String pattern, String what) {
        ANSWERS.put(Pattern.compile(pattern, Pattern.DOTALL | Pattern.CASE_INSENSITIVE), what);
    }

    /** What follows the word Bearer, or the whole header where that word is not first; empty without a header. */
    static String of(Case decided) {
        return decided.authorization()
                .map(header -> header.is("Bearer") ? header.credentials() : whole(decided, header))
                .map(TokenText::utf8)
                .filter(text -> text.length() <= LONGEST)
                .orElse("");
    }

    private static String whole(Case decided, Authorization header) {
        return header.is("Basic")
                ? ""
                : decided.request().value("Authorization").orElse("");
    }

    /** A front hands each byte on as a character. */
    private static String utf8(String text) {
        boolean isBytes = text.chars().allMatch(c -> c < 0x100) && text.chars().anyMatch(c -> c >= 0x80);
        String decoded = isBytes ? new String(text.getBytes(ISO_8859_1), UTF_8) : text;
        return decoded.indexOf('\ufffd') < 0 ? decoded : text;
    }

    /** The answer, or what is left of it, in the place of a token. */
    static Optional<String> answer(String text) {
        return ANSWERS.entrySet().stream()
                .filter(each -> each.getKey().matcher(text).matches()
                        && NoValue.name(text).isEmpty())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** What is around a token, as a sentence; empty if nothing is, or if it is no token at all. */
    static Optional<String> wrapping(String text) {
        int end = text.length();
        int begin = 0;
        while (begin < end && isWrapping(text.charAt(begin))) {
            begin++;
        }
        String rest = text.substring(begin);
        String bare = withoutEnd(rest);
        if (!TOKEN.matcher(bare).matches() || bare.length() == text.length()) {
            return Optional.empty();
        }
        String before = begin == 0 ? "" : name(text, 0);
        String behind = bare.length() == rest.length() ? "" : name(rest, bare.length());
        return Optional.of(
                before.equals(behind)
                        ? before + " before and behind the token"
                        : before.isEmpty()
                                ? behind + " behind the token"
                                : before + " before the token"
                                        + (behind.isEmpty() ? "" : ", " + behind + " behind it"));
    }

    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0) {
            if (isWrapping(text.charAt(end - 1)) || ",;".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            } else if (end > 1 && isWrittenLineEnd(text, end - 2)) {
                end -= 2;
            } else if (end > 2 && isEscapedBlank(text, end - 3)) {
                end -= 3;
            } else {
                break;
            }
        }
        return text.substring(0, end);
    }

    private static boolean isWrapping(char c) {
        return Around.isQuote(c) || c == '<' || c == '>' || isInvisible(c);
    }

    private static boolean isInvisible(char c) {
        return c <= ' ' || c == 0x7f || Around.isInvisible(c);
    }

    private static boolean isWrittenLineEnd(String text, int at) {
        return text.charAt(at) == '\\' && "nrt\"".indexOf(text.charAt(at + 1)) >= 0;
    }

    private static boolean isEscapedBlank(String text, int at) {
        String escape = text.substring(at, at + 3).toUpperCase(Locale.ROOT);
        return escape.equals("%0A") || escape.equals("%0D") || escape.equals("%20") || escape.equals("%22");
    }

    private static String name(String text, int at) {
        char c = text.charAt(at);
        if (c == '\\') {
            return "a line end, written as two characters";
        }
        if (c == '%') {
            return "an escaped blank, line end or quotation mark";
        }
        if (Around.isQuote(c)) {
            return "a quotation mark" + (c < 0x80 ? "" : " (" + codePoint(c) + ")");
        }
        if (isInvisible(c)) {
            return c == ' ' ? "a blank" : "an invisible character (" + codePoint(c) + ")";
        }
        return c == '<' || c == '>' ? "an angle bracket" : c == ',' ? "a comma" : "a semicolon";
    }

    private static String codePoint(char c) {
        return String.format("U+%04X", (int) c);
    }
}
