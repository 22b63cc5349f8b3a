/**
 * What a host says about its OLTs: how each is reached ({@link io.silverdata.contract.adapters.olt.settings.SnmpAccess}), which
 * driver it has, and what the domain's line profiles are on it ({@link io.silverdata.contract.adapters.olt.settings.LinePlan}).
 */
@NullMarked
package io.silverdata.contract.adapters.olt.settings;

import org.jspecify.annotations.NullMarked;
