package io.github.cxoneauthstub.diagnosis;

import static io.github.cxoneauthstub.diagnosis.Library.AXIOS;
import static io.github.cxoneauthstub.diagnosis.Library.CURL;
import static io.github.cxoneauthstub.diagnosis.Library.FETCH;
import static io.github.cxoneauthstub.diagnosis.Library.JAVA;
import static io.github.cxoneauthstub.diagnosis.Library.REQUESTS;

import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Evidence;
import java.util.List;

/** How a secret was sent: which of its characters the way of sending has changed. */
final class SecretDetectors {
    private static final String ENCODE =
            "encode the value: let a form builder write the body, or encode id and secret" + " before joining them";
    private static final Evidence NOT_ENCODED = Evidence.claimed("forum thread 15866; RFC 6749 appendix B");
    private static final Evidence COPIED =
            Evidence.claimed("forum threads 002, 003 and 16365: hidden characters from a portal");
    private static final Evidence UNSET = Evidence.claimed("forum thread 9722");

    private SecretDetectors() {}

    private static final Detector PLUS_AS_BLANK = unencoded(Detector.of(
            Mistake.PLUS_AS_BLANK, decided -> Attempt.first(decided, Encoding::plusAsBlank), ENCODE, NOT_ENCODED));

    private static final Detector CUT_AT_AMPERSAND = unencoded(Detector.of(
            Mistake.CUT_AT_AMPERSAND,
            decided -> Attempt.first(decided, Encoding::cutAtAmpersand),
            ENCODE,
            NOT_ENCODED));

    private static final Detector PERCENT_NOT_ENCODED = unencoded(Detector.of(
            Mistake.PERCENT_NOT_ENCODED,
            decided -> Attempt.first(decided, Encoding::percentNotEncoded),
            ENCODE,
            NOT_ENCODED));

    private static final Detector ENCODED_TWICE = Detector.of(
                    Mistake.ENCODED_TWICE,
                    decided -> Attempt.first(decided, Encoding::twice),
                    "encode the value exactly once: give a form builder the value as it is, and decode what is stored encoded",
                    Evidence.claimed("forum threads 002 and 16441"))
            .in(
                    AXIOS,
                    "new URLSearchParams({client_id: clientId, client_secret: clientSecret}) // without encodeURIComponent")
            .in(
                    REQUESTS,
                    "requests.post(url, data={'client_id': client_id, 'client_secret': client_secret}) # without quote()")
            .in(
                    CURL,
                    "curl -d grant_type=client_credentials -d client_id=\"$CLIENT_ID\" --data-urlencode \"client_secret=$CLIENT_SECRET\" \"$TOKEN_URL\"");

    private static final Detector BASIC_NOT_FORM_ENCODED = Detector.of(
                    Mistake.BASIC_NOT_FORM_ENCODED,
                    decided -> Attempt.first(decided, attempt -> Encoding.rawInBasic(attempt, decided)),
                    "form-encode id and secret each before joining them, or send them in the form where the endpoint"
                            + " takes that",
                    Evidence.assumed("RFC 6749 section 2.3.1; of the vendor's own clients some encode and some do not"))
            .in(JAVA, "URLEncoder.encode(id, UTF_8) + ':' + URLEncoder.encode(secret, UTF_8)")
            .in(
                    AXIOS,
                    "axios.post(url, form, {auth: {username: encodeURIComponent(clientId), password: encodeURIComponent(clientSecret)}})")
            .in(
                    REQUESTS,
                    "from urllib.parse import quote_plus; requests.post(url, auth=(quote_plus(client_id), quote_plus(client_secret)), data=form)");

    private static final Detector LINE_END = Detector.of(
                    Mistake.LINE_END_IN_SECRET,
                    decided -> Attempt.first(
                            decided, attempt -> Surroundings.around(attempt, Around::isLineEnd, "a line end")),
                    "strip what is read from a file or printed by a command, before it is encoded",
                    Evidence.claimed("forum threads 002 and 9482; RFC 7617 section 2"))
            .in(JAVA, "Files.readString(path).strip()")
            .in(REQUESTS, "from pathlib import Path; secret = Path(name).read_text().strip()")
            .in(CURL, "printf '%s' \"$CLIENT_ID:$CLIENT_SECRET\" | base64 | tr -d '\\n'");

    private static final Detector BLANKS = Detector.of(
                    Mistake.BLANKS_AROUND_SECRET,
                    decided -> Attempt.first(
                            decided, attempt -> Surroundings.around(attempt, Around::isBlank, "blanks or tabs")),
                    "strip the secret after reading it",
                    COPIED)
            .in(JAVA, "System.getenv(\"CLIENT_SECRET\").strip()")
            .in(REQUESTS, "import os; secret = os.environ['CLIENT_SECRET'].strip()");

    private static final Detector QUOTES = Detector.of(
            Mistake.QUOTES_AROUND_SECRET,
            decided -> Attempt.first(
                            decided, attempt -> Surroundings.around(attempt, Around::isQuote, "quotation marks"))
                    .or(() -> Surroundings.quotedBasic(decided)),
            "take the quotation marks off: an env file, a shell or a text editor has kept or made them",
            Evidence.claimed("forum threads 002 and 004, whose commands have typographic ones"));

    private static final Detector INVISIBLE = Detector.of(
                    Mistake.INVISIBLE_CHARACTERS,
                    decided -> Attempt.first(decided, Surroundings::invisible),
                    "copy it anew as plain text, or type it: portals, PDFs and chats add such characters; read files"
                            + " without their byte order mark",
                    COPIED)
            .in(REQUESTS, "from pathlib import Path; secret = Path(name).read_text(encoding='utf-8-sig')")
            .in(CURL, "printf '%s' \"$CLIENT_SECRET\" | od -An -tx1");

    private static final Detector NO_VALUE = Detector.of(
                    Mistake.NO_VALUE,
                    Surroundings::noValue,
                    "set the variable where the program runs, and let it stop at its start if the value is undefined, null or"
                            + " empty",
                    UNSET)
            .in(JAVA, "Objects.requireNonNull(System.getenv(\"CLIENT_SECRET\"), \"CLIENT_SECRET\")")
            .in(FETCH, "if (!process.env.CLIENT_SECRET) throw new Error('CLIENT_SECRET is not set')")
            .in(REQUESTS, "import os; secret = os.environ['CLIENT_SECRET'] # not os.environ.get(...)");

    private static final Detector NOT_FILLED_IN = Detector.of(
                    Mistake.NOT_FILLED_IN,
                    Surroundings::notFilledIn,
                    "look who should have put the value in the name's place: the shell, the template or the"
                            + " configuration; single quotes in a shell keep it from doing so",
                    Evidence.claimed("forum threads 000, 002 and 004, whose examples are copied with such names"))
            .in(
                    CURL,
                    "curl -u \"$CLIENT_ID:$CLIENT_SECRET\" -d grant_type=client_credentials \"$TOKEN_URL\" # in double quotes");

    static final List<Detector> ALL = List.of(
            PLUS_AS_BLANK,
            CUT_AT_AMPERSAND,
            PERCENT_NOT_ENCODED,
            ENCODED_TWICE,
            BASIC_NOT_FORM_ENCODED,
            LINE_END,
            BLANKS,
            QUOTES,
            INVISIBLE,
            NO_VALUE,
            NOT_FILLED_IN);

    private static Detector unencoded(Detector detector) {
        return detector.in(JAVA, "\"client_secret=\" + URLEncoder.encode(secret, UTF_8)")
                .in(AXIOS, "new URLSearchParams({client_id: clientId, client_secret: clientSecret})")
                .in(
                        CURL,
                        "curl -d grant_type=client_credentials -d client_id=\"$CLIENT_ID\" --data-urlencode \"client_secret=$CLIENT_SECRET\" \"$TOKEN_URL\"");
    }
}
