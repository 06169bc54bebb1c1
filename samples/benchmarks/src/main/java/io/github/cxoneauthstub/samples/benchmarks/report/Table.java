package io.github.cxoneauthstub.samples.benchmarks.report;

import java.util.Collections;
import java.util.List;

/** A table in Markdown. */
final class Table {
    private final StringBuilder text = new StringBuilder();

    Table(String... heads) {
        row((Object[]) heads);
        text.append('|')
                .append(String.join("|", Collections.nCopies(heads.length, "---")))
                .append("|\n");
    }

    Table row(Object... cells) {
        text.append("| ")
                .append(String.join(
                        " | ", List.of(cells).stream().map(String::valueOf).toList()))
                .append(" |\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
