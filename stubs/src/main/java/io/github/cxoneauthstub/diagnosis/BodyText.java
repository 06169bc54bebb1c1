package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.JsonValue.JsonObject;
import io.github.cxoneauthstub.auth.JsonValue.Member;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the body of a token request looks like, whatever its label says. */
final class BodyText {
    private static final Set<String> JSON = Set.of("application/json", "text/json", "application/x-json");
    private static final List<String> NAMES = List.of("grant_type", "client_id", "client_secret", "scope");
    private static final Pattern JSON_BEGIN =
            Pattern.compile("\\s*+(?:\u00ef\u00bb\u00bf)?+\\s*+([{\\[])\\s*+(.?)", Pattern.DOTALL);
    private static final Pattern PART = Pattern.compile("name=\"?(?:grant_type|client_id|client_secret)\\b");
    private static final Pattern MISNAMED =
            Pattern.compile("(?:^|&)(grantType|grant-type|granttype|GrantType|Grant_Type|GRANT_TYPE|grant)=");
    private static final Pattern MARKED = Pattern.compile("(.)grant_type=");
    private static final Pattern EMPTY = Pattern.compile("(?:^|&)grant_type(?:=?(?:&|$))");

    private BodyText() {}

    /** Whether it begins like a JSON object or array, possibly escaped. */
    static boolean isJson(Case decided) {
        return JSON_BEGIN.matcher(plain(decided)).lookingAt();
    }

    /** A body that {@link #isJson}, as the object of a sentence. */
    static String json(Case decided) {
        Matcher begin = JSON_BEGIN.matcher(plain(decided));
        boolean found = begin.lookingAt();
        String what = decided.jsonObject().map(object -> json(object, decided)).orElse("");
        if (!what.isEmpty()) {
            return what;
        }
        if (found && begin.group(2).equals("'")) {
            return "the text of a Python dict, in single quotes";
        }
        return "a body that begins with " + (found ? begin.group(1) : "{") + " but cannot be read as a JSON object";
    }

    private static String json(JsonObject object, Case decided) {
        List<String> names = object.members().stream().map(Member::name).toList();
        return names.isEmpty() ? "an empty JSON object" : "a JSON object with " + decided.names(names);
    }

    /** An escaped object is one name without a value to a form reader. */
    private static String plain(Case decided) {
        String text = decided.text();
        return text.regionMatches(true, 0, "%7B", 0, 3) ? FormEncoding.decodeLeniently(text) : text;
    }

    static boolean isLabelledAsJson(Case decided) {
        return decided.request()
                .mediaType()
                .filter(type -> JSON.contains(type) || type.endsWith("+json"))
                .isPresent();
    }

    static boolean isForm(Case decided) {
        return NAMES.stream().anyMatch(decided.form()::has);
    }

    /** The same of a form for whatever endpoint: one of its names at least is usual. */
    static boolean isFormOfAny(Case decided) {
        return !isJson(decided) && decided.form().names().stream().anyMatch(decided::isUsual);
    }

    /** A form that was handed to a JSON writer. */
    static boolean isFormInQuotes(Case decided) {
        return decided.text().startsWith("\"")
                && NAMES.stream().anyMatch(name -> decided.text().startsWith(name + "=", 1));
    }

    static boolean isMultipart(Case decided) {
        return decided.request()
                        .mediaType()
                        .filter("multipart/form-data"::equals)
                        .isPresent()
                && PART.matcher(decided.text()).find();
    }

    /** One of these three, as the object of a sentence. */
    static String form(Case decided) {
        if (isMultipart(decided)) {
            return "a multipart form";
        }
        return isFormInQuotes(decided)
                ? "a form in quotation marks, so it was written as a JSON string"
                : "a form with " + decided.names(decided.form().names());
    }

    static boolean isEncodedAsAWhole(Case decided) {
        String text = decided.text();
        if (text.indexOf('=') >= 0 || text.indexOf('%') < 0) {
            return false;
        }
        String once = FormEncoding.decodeLeniently(text);
        return once.contains("grant_type=")
                || FormEncoding.decodeLeniently(once).contains("grant_type=");
    }

    /** How it shows that grant_type is not there. */
    static String withoutGrantType(Case decided) {
        String text = decided.text();
        if (text.isBlank()) {
            return "the body is empty, so there is no grant_type";
        }
        if (decided.jsonObject().isPresent()) {
            return json(decided) + ", but no grant_type";
        }
        if (EMPTY.matcher(text).find()) {
            return "grant_type is there without a value";
        }
        Matcher marked = MARKED.matcher(Attempt.text(text));
        if (marked.lookingAt() && Around.isQuote(marked.group(1).charAt(0))) {
            return "a quotation mark (" + Around.codes(marked.group(1), Around::isQuote)
                    + ") stands before grant_type, so that it became a part of the name";
        }
        Matcher misnamed = MISNAMED.matcher(text);
        return misnamed.find()
                ? misnamed.group(1) + " is there, but the parameter is called grant_type"
                : "the form has " + decided.names(decided.form().names()) + " but no grant_type";
    }
}
