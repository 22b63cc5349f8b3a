/**
 * What OLTs and RADIUS have beside what contracts say: what has no contract, which contracts lack something, and proposals of what belongs
 * together. Pure functions; nobody acts on a proposal but people.
 */
@NullMarked
package io.silverdata.contract.matching;

import org.jspecify.annotations.NullMarked;
