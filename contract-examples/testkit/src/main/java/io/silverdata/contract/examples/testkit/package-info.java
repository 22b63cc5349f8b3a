/** What tests of the example programs have in common. */
@NullMarked
package io.silverdata.contract.examples.testkit;

import org.jspecify.annotations.NullMarked;
