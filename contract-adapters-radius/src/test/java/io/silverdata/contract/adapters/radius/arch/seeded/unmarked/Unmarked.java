package io.silverdata.contract.adapters.radius.arch.seeded.unmarked;

<<<<<<< HEAD
record Unmarked() {}
=======
record Unmarked(String text) {}
>>>>>>> radius-client
