@NullMarked
package io.silverdata.contract.examples.console.activity;

import org.jspecify.annotations.NullMarked;
