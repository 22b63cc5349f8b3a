/** OLTs from properties. */
@NullMarked
package io.silverdata.contract.spring.olt;

import org.jspecify.annotations.NullMarked;
