/** What the tests of all drivers have in common: the makes, and the tests that each driver is put through. */
@NullMarked
package io.silverdata.contract.adapters.olt.vendor;

import org.jspecify.annotations.NullMarked;
