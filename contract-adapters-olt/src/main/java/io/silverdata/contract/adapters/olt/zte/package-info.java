/** ZTE ZXA10 C300 and C320, and C600, C610, C620 with their other tables. */
@NullMarked
package io.silverdata.contract.adapters.olt.zte;

import org.jspecify.annotations.NullMarked;
