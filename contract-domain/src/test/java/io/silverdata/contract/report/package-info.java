@NullMarked
package io.silverdata.contract.report;

import org.jspecify.annotations.NullMarked;
