/** The library's types as JSON with the application's Jackson. */
@NullMarked
package io.silverdata.contract.spring.json;

import org.jspecify.annotations.NullMarked;
