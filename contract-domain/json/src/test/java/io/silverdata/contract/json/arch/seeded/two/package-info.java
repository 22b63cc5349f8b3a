/** Classes that break the rules, so that the rules are seen to work. */
@NullMarked
package io.silverdata.contract.json.arch.seeded.two;

import org.jspecify.annotations.NullMarked;
