/** The network from properties. */
@NullMarked
package io.silverdata.contract.spring.network;

import org.jspecify.annotations.NullMarked;
