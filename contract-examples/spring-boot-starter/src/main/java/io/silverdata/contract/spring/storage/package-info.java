/** The storage in the application's database and in its transactions. */
@NullMarked
package io.silverdata.contract.spring.storage;

import org.jspecify.annotations.NullMarked;
