/** The starter in small applications. */
@NullMarked
package io.silverdata.contract.spring;

import org.jspecify.annotations.NullMarked;
