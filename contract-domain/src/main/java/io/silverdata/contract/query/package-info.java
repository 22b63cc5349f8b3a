/**
 * What can be asked about contracts, their events and the plant, and the answers: queries, pages, summaries. Every storage answers the
 * same.
 */
@NullMarked
package io.silverdata.contract.query;

import org.jspecify.annotations.NullMarked;
