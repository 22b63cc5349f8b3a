/** OLTs, PON ports, splitters and their outputs: layouts, searches, claims. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.internal.plant;

import org.jspecify.annotations.NullMarked;
