/** What the processes print, as tables. */
@NullMarked
package io.github.cxoneauthstub.samples.benchmarks.report;

import org.jspecify.annotations.NullMarked;
