@NullMarked
package io.silverdata.contract.adapters.olt.internal;

import org.jspecify.annotations.NullMarked;
