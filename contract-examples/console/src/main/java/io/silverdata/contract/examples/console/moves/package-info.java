/** Plant moves: splitters that are spliced elsewhere with their contracts, planned, looked at, run and turned back; and OLTs that are written off. */
@NullMarked
package io.silverdata.contract.examples.console.moves;

import org.jspecify.annotations.NullMarked;
