/** What happens inside one warm JVM, by JMH. */
@NullMarked
package io.github.cxoneauthstub.samples.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
