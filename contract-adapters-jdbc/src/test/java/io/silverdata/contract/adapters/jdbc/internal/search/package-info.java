/** Tests of the search: how it asks. What it answers is tested by the kit. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.internal.search;

import org.jspecify.annotations.NullMarked;
