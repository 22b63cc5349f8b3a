package io.silverdata.contract.adapters.radius.arch.seeded.dynauth;

import org.tinyradius.util.RadiusClient;

record UsesTheClientOfTinyradius(RadiusClient client) {}
