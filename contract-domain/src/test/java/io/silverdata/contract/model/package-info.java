/** Tests of the contract itself: its life as examples and as laws, and the values it is made of. */
@NullMarked
package io.silverdata.contract.model;

import org.jspecify.annotations.NullMarked;
