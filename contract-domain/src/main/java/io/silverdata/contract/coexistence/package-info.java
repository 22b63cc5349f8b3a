/** What is written to while another system runs the same network, who said so, and what would be told if it were. */
@NullMarked
package io.silverdata.contract.coexistence;

import org.jspecify.annotations.NullMarked;
