package io.github.cxoneauthstub.auth;

import java.util.ArrayList;
import java.util.List;

/**
 * One word of a command for a POSIX shell: text that stands for itself, and variables of the environment that the shell
 * fills in. Not safe for use by several threads.
 */
final class ShellWord {
    /** What a shell, or its history, would read between double quotes. */
    private static final String READ_BY_SHELLS = "\"\\`$!";

    /** One of the two. */
    private record Piece(String text, boolean isVariable) {}

    private final List<Piece> pieces = new ArrayList<>();

    /** Text, each character of which is meant. */
    ShellWord text(String text) {
        pieces.add(new Piece(text, false));
        return this;
    }

    /** The value of a variable. */
    ShellWord variable(String name) {
        pieces.add(new Piece(name, true));
        return this;
    }

    /** In double quotes, where nothing in its text forbids them. */
    @Override
    public String toString() {
        boolean isPlain = pieces.stream()
                .allMatch(
                        piece -> piece.isVariable || piece.text.chars().noneMatch(c -> READ_BY_SHELLS.indexOf(c) >= 0));
        StringBuilder word = new StringBuilder().append(isPlain ? '"' : '\'');
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (!piece.isVariable) {
                word.append(isPlain ? piece.text : piece.text.replace("'", "'\\''"));
            } else if (isPlain) {
                boolean goesOn = i + 1 < pieces.size() && goesOn(pieces.get(i + 1));
                word.append(goesOn ? "${" + piece.text + "}" : "$" + piece.text);
            } else {
                word.append("'\"$").append(piece.text).append("\"'");
            }
        }
        return word.append(isPlain ? '"' : '\'').toString();
    }

    /** Whether a shell would take what follows for a part of the variable's name. */
    private static boolean goesOn(Piece next) {
        return !next.isVariable && next.text.matches("(?s)\\w.*");
    }
}
