package io.github.cxoneauthstub.auth.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.auth.client.Scopes;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns what a client sent into something that may be shown: short, printable, without secrets. A secret is found as it
 * is, in any case, with its + as blanks or the other way round, cut into scopes, form-encoded up to four times, and in
 * base64 of either alphabet, wrapped, doubled or of UTF-16. Everything of a request that reaches an exchange passes
 * through here. Immutable; safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class Redactor {
    /** Instead of a text that holds a secret. */
    public static final String HIDDEN = "(hidden: it holds a secret)";

    private static final int LONGEST_LOOKED_AT = 2_000;
    private static final int LONGEST_SHOWN = 120;
    private static final int ENCODINGS = 4;

    /** A secret of fewer characters is hidden as a word of its own only. */
    private static final int SHORT = 5;

    private static final int SHORTEST_PIECE = 4;
    private static final int MOST_PIECES = 20;

    /** Where a reader of Basic, of a form, of scopes or of a request line cuts. */
    private static final Pattern CUT = Pattern.compile("[:&=?#;,+\\s]");

    /** As the name of a parameter has them. */
    private static final Pattern WORDS = Pattern.compile("[A-Za-z_-]*");

    /** As a date, a port or a version has them. */
    private static final Pattern NUMBER = Pattern.compile("[0-9.]*");

    private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]*");
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9+=_-]{40,}");

    /** Refresh tokens that tell nothing are 16 bytes in base64: too short to be taken for one without the end. */
    private static final Pattern SHORT_TOKEN = Pattern.compile("(?<![A-Za-z0-9])[A-Za-z0-9+/_-]{22}==(?!=)");

    private static final int SHORT_TOKEN_LENGTH = 24;

    /** What readers and writers of forms, JSON and lists put between the characters of a secret, or take out of it. */
    private static final String IGNORED = " \t\n\u000B\f\r\0\\+\"',";

    private final Set<String> secrets = new LinkedHashSet<>();
    private final boolean hidesAll;

    /** Base64 of fewer characters holds no secret, for it stands for fewer bytes than the shortest one has. */
    private final int fewest;

    /** One that hides every text, for a client that claims more secrets than are looked for. */
    public static Redactor ofAll() {
        return new Redactor(Set.of(), true);
    }

    /** Hides these secrets; empty ones are passed over. */
    public Redactor(Collection<String> secrets) {
        this(secrets, false);
    }

    private Redactor(Collection<String> secrets, boolean hidesAll) {
        this.hidesAll = hidesAll;
        for (String secret : secrets) {
            // a longer one is in no text that is looked at
            if (!secret.isBlank() && secret.length() <= LONGEST_LOOKED_AT) {
                addReading(secret);
                // sent as it is where escapes are taken off, it arrives as another text
                String decoded = FormEncoding.decodeEscapes(secret, UTF_8);
                if (!decoded.equals(secret)) {
                    addReading(decoded);
                }
            }
        }
        int shortest = this.secrets.stream().mapToInt(String::length).min().orElse(SHORT_TOKEN_LENGTH);
        this.fewest = Math.max(4, Math.min(shortest, SHORT_TOKEN_LENGTH) * 4 / 3);
    }

    private void addReading(String secret) {
        add(secret.toLowerCase(Locale.ROOT));
        pieces(secret).forEach(piece -> add(piece.toLowerCase(Locale.ROOT)));
    }

    private void add(String lower) {
        secrets.add(lower);
        String rest = rest(lower);
        // of one that is little else, the rest is in many a text
        if (rest.length() >= SHORTEST_PIECE) {
            secrets.add(rest);
        }
    }

    private static String rest(String text) {
        int kept = lengthOfRun(text, 0, c -> IGNORED.indexOf(c) < 0);
        if (kept == text.length()) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text.length()).append(text, 0, kept);
        for (int at = kept; at < text.length(); at++) {
            char c = text.charAt(at);
            if (IGNORED.indexOf(c) < 0) {
                rest.append(c);
            }
        }
        return rest.toString();
    }

    /** Of characters of a kind. */
    private static int lengthOfRun(String text, int from, IntPredicate isOfIt) {
        int end = from;
        while (end < text.length() && isOfIt.test(text.charAt(end))) {
            end++;
        }
        return end - from;
    }

    /** Those that may stand in another place, as an id or a scope, if the secret was sent as it is; no mere words. */
    private static Stream<String> pieces(String secret) {
        return CUT.matcher(secret).find()
                ? CUT.splitAsStream(secret)
                        .filter(piece -> piece.length() >= SHORTEST_PIECE
                                && !WORDS.matcher(piece).matches()
                                && !NUMBER.matcher(piece).matches())
                        .limit(MOST_PIECES)
                : Stream.of();
    }

    /** This one, but for secrets that are one of these words, all in lower case: they are printed anyway. */
    public Redactor except(Set<String> words) {
        Redactor other = new Redactor(secrets, hidesAll);
        other.secrets.removeIf(secret -> words.contains(secret) || words.contains(rest(secret)));
        return other;
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
        if (hidesAll || holdsSecret(text, 2)) {
            return HIDDEN;
        }
        String tokens = JWT.matcher(text).replaceAll("(a token)");
        String opaque =
                OPAQUE.matcher(tokens).replaceAll(run -> "(" + run.group().length() + " characters)");
        String printable = printable(opaque);
        return printable.length() <= LONGEST_SHOWN ? printable : printable.substring(0, LONGEST_SHOWN) + "...";
    }

    /** Scopes that a client may have chosen, as in the scope parameter, each as it may be shown. */
    public String words(Scopes scopes) {
        return listed(scopes.toList(), " ");
    }

    /** Words of a client with something between them: a reader may have cut a secret into them. */
    public String listed(Collection<String> words, String between) {
        return isOneSecret(words) ? HIDDEN : words.stream().map(this::shown).collect(Collectors.joining(between));
    }

    /** Those that may be shown; none if a reader has cut a secret into them. */
    public List<String> showable(Collection<String> words) {
        return isOneSecret(words)
                ? List.of()
                : words.stream().filter(word -> !hides(word)).toList();
    }

    /** Whether those that hold no secret by themselves do so together. */
    private boolean isOneSecret(Collection<String> words) {
        return words.size() > 1
                && hides(words.stream().filter(word -> !hides(word)).collect(Collectors.joining(" ")));
    }

    /** Whether it holds a secret or a token, or what may be one. */
    public boolean hides(String text) {
        return hidesAll
                || text.length() > LONGEST_LOOKED_AT
                || JWT.matcher(text).find()
                || OPAQUE.matcher(text).find()
                || holdsSecret(text, 2);
    }

    /** @param depth how many layers of base64 are taken off */
    private boolean holdsSecret(String text, int depth) {
        Predicate<String> holds = reading -> holdsPlain(reading) || (depth > 0 && holdsBase64(reading, depth - 1));
        String encoded = text;
        for (int times = 0; times < ENCODINGS; times++) {
            String latin = FormEncoding.decodeEscapes(encoded, ISO_8859_1);
            if (Stream.of(encoded, latin, rest(encoded))
                    .distinct() // mostly they are one
                    .anyMatch(holds)) {
                return true;
            }
            // a + may be itself or stand for a blank: they are looked for without either
            String decoded = FormEncoding.decodeEscapes(encoded, UTF_8);
            if (decoded.equals(encoded)) {
                return false;
            }
            encoded = decoded;
        }
        // nobody encodes so often in good faith
        return true;
    }

    private boolean holdsPlain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return (text.contains("==") && SHORT_TOKEN.matcher(text).find())
                || secrets.stream()
                        .anyMatch(
                                secret -> secret.length() < SHORT ? holdsWord(lower, secret) : lower.contains(secret));
    }

    /** A short secret inside another word tells nobody anything, and hiding it there would hide every other report. */
    private static boolean holdsWord(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsBase64(String text, int depth) {
        int length;
        for (int start = 0; start < text.length(); start += length + 1) {
            length = lengthOfRun(text, start, Redactor::isBase64);
            if (length >= fewest && runHoldsSecret(text.substring(start, start + length), depth)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBase64(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '_'
                || c == '-';
    }

    /** It may begin before the secret does, so that it is read at each of four places. */
    private boolean runHoldsSecret(String urlSafe, int depth) {
        String run = urlSafe.replace('-', '+').replace('_', '/');
        for (int offset = 0; offset < 4 && run.length() - offset >= fewest; offset++) {
            int left = run.length() - offset;
            // a rest of one character is no base64
            int length = left % 4 == 1 ? left - 1 : left;
            byte[] bytes = Base64.getDecoder().decode(run.substring(offset, offset + length));
            if (holdsSecret(new String(bytes, UTF_8), depth) || holdsPlain(new String(bytes, ISO_8859_1))) {
                return true;
            }
        }
        return false;
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
