package io.silverdata.contract.adapters.radius.arch.seeded;

final class IsAThread extends Thread {}
