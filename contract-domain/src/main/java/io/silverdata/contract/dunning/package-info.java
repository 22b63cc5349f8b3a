/**
 * The collection of debt (gestión de cobranza): what is done to a contract that is not paid for, when, and why not yet. Pure:
 * the host brings the facts, {@link io.silverdata.contract.dunning.DunningPolicy#evaluate} answers, and nothing is changed.
 * {@link io.silverdata.contract.dunning.PauseRule} says which pauses a customer may ask for. {@code docs/dunning.md} explains a policy step by step.
 */
@NullMarked
package io.silverdata.contract.dunning;

import org.jspecify.annotations.NullMarked;
