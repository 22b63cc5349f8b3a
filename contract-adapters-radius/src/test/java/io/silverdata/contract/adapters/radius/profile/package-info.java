/** Tests of the profiles. */
@NullMarked
package io.silverdata.contract.adapters.radius.profile;

import org.jspecify.annotations.NullMarked;
