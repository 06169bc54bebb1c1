package io.github.cxoneauthstub.auth.exchange;

import io.github.cxoneauthstub.auth.profile.Evidence;
import java.util.List;

/**
 * What a client did, as far as its requests show it; for the tester, the wire says none of this. No part holds a
 * secret. A finding never changes what is answered.
 *
 * @param mistake what it is
 * @param seen how it showed in this exchange
 * @param advice what to change
 * @param code how that is written with common client libraries, the one that the request came from first; empty where a
 *     line of code does not help
 * @param evidence where it is known from
 * @since 0.1.0
 */
public record Finding(Mistake mistake, String seen, String advice, List<CodeLine> code, Evidence evidence) {

    /** Copies the lines. */
    public Finding {
        code = List.copyOf(code);
    }

    /**
     * One line of code.
     *
     * @param library as its users call it: {@code java.net.http}, {@code axios}
     * @param line the line; secrets in it are variables
     */
    public record CodeLine(String library, String line) {}

    /** The mistake and what was seen. */
    @Override
    public String toString() {
        return mistake.id() + ": " + seen;
    }
}
