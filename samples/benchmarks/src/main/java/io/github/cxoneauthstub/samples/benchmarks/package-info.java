/**
 * Measures the stub beside other ways to fake a token endpoint. Start reading at {@code report.Benchmarks}: it starts
 * the processes, collects what they print, and writes the tables of {@code docs/performance.md}.
 */
@NullMarked
package io.github.cxoneauthstub.samples.benchmarks;

import org.jspecify.annotations.NullMarked;
