/** A client of the CXone API on Quarkus. Copy what helps. */
@NullMarked
package io.github.cxoneauthstub.samples.quarkus;

import org.jspecify.annotations.NullMarked;
