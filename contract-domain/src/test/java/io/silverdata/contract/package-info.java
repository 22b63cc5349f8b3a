@NullMarked
package io.silverdata.contract;

import org.jspecify.annotations.NullMarked;
