/** The search for contracts: as one types, with filters, facets, pages and an export. */
@NullMarked
package io.silverdata.contract.examples.console.contracts;

import org.jspecify.annotations.NullMarked;
