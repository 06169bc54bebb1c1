/** A small CXone client, as a user would write it, and its tests. Copy what helps. */
@NullMarked
package io.github.cxoneauthstub.samples.quickstart;

import org.jspecify.annotations.NullMarked;
