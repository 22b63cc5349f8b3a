/** Rules of architecture that the tests of every module share. */
@NullMarked
package io.silverdata.contract.archrules;

import org.jspecify.annotations.NullMarked;
