/** Classes that break a rule, each of them, so that the rule is seen to find them. */
@NullMarked
package io.silverdata.contract.adapters.olt.arch.seeded.acme;

import org.jspecify.annotations.NullMarked;
