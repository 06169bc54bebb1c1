/** The clients that ask all servers alike, and the process that puts load on them. */
@NullMarked
package io.github.cxoneauthstub.samples.benchmarks.client;

import org.jspecify.annotations.NullMarked;
