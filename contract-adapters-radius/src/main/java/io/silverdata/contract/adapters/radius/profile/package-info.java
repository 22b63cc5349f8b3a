/**
 * What each maker's access servers want to be told: rates and captivity as attributes, and by what a session is known.
 *
 * <p>One {@link io.silverdata.contract.adapters.radius.profile.NasProfile} serves both sides: the rows of plan groups, and
 * the change of a session that is open.
 */
@NullMarked
package io.silverdata.contract.adapters.radius.profile;

import org.jspecify.annotations.NullMarked;
