/** The screen Activity: what happened to all contracts, by kind and time, the latest first. */
@NullMarked
package io.silverdata.contract.examples.console.activity;

import org.jspecify.annotations.NullMarked;
