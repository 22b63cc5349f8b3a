/**
 * What the access servers of each maker understand: rates and captivity as attributes, and by what they find a session.
 *
 * <p>One {@link io.silverdata.contract.adapters.radius.profile.NasProfile} serves both sides: the rows of plan groups, and
 * the change of a session that is open.
 */
@NullMarked
package io.silverdata.contract.adapters.radius.profile;

import org.jspecify.annotations.NullMarked;
