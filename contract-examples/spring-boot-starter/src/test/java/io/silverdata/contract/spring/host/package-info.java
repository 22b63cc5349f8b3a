/** A small application of a provider, as a host would write it. */
@NullMarked
package io.silverdata.contract.spring.host;

import org.jspecify.annotations.NullMarked;
