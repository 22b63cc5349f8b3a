/** The whole path: contracts on PostgreSQL, logins in FreeRADIUS' tables, a NAS and OLTs over UDP, workers in processes. */
@NullMarked
package io.silverdata.contract.examples.benchmarks.path;

import org.jspecify.annotations.NullMarked;
