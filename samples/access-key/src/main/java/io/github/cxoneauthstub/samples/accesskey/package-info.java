/** A back end that goes the way which NICE documents: discovery, access key, refresh, API. */
@NullMarked
package io.github.cxoneauthstub.samples.accesskey;

import org.jspecify.annotations.NullMarked;
