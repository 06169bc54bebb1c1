/** A client of the CXone API on Micronaut. Copy what helps. */
@NullMarked
package io.github.cxoneauthstub.samples.micronaut;

import org.jspecify.annotations.NullMarked;
