/** The servers that are compared, each started as its users start it, and the processes they run in. */
@NullMarked
package io.github.cxoneauthstub.samples.benchmarks.server;

import org.jspecify.annotations.NullMarked;
