/**
 * What can be asked about contracts and their events, and the answers: queries, pages, summaries. Every storage answers the same.
 */
@NullMarked
package io.silverdata.contract.query;

import org.jspecify.annotations.NullMarked;
