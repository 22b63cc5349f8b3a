/** Databases, gateways and subscribers that the tests of several packages use. */
@NullMarked
package io.silverdata.contract.adapters.radius.support;

import org.jspecify.annotations.NullMarked;
