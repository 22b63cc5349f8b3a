/** Tests of what a host never needs: how a command is decided. Whole lives of contracts are tested beside the model. */
@NullMarked
package io.silverdata.contract.engine;

import org.jspecify.annotations.NullMarked;
