/** Rules of architecture that the tests of every module share. */
@NullMarked
package io.silverdata.archrules;

import org.jspecify.annotations.NullMarked;
