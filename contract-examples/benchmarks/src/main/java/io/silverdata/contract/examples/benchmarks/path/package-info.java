/**
 * The whole path: contracts on PostgreSQL, logins in FreeRADIUS' tables, a NAS and OLTs over UDP, workers in processes of their own.
 * Not part of the build but for the profile {@code bench}.
 */
@NullMarked
package io.silverdata.contract.examples.benchmarks.path;

import org.jspecify.annotations.NullMarked;
