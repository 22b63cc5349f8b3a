/** Plant moves: splitters are spliced to other PON ports while contracts have outputs of them. A host begins with {@link PlantMoves}. */
@NullMarked
package io.silverdata.contract.move;

import org.jspecify.annotations.NullMarked;
