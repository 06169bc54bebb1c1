/** Jackson, and nothing but it: implements the model's port to JSON. */
@NullMarked
package io.github.cxoneauthstub.json;

import org.jspecify.annotations.NullMarked;
