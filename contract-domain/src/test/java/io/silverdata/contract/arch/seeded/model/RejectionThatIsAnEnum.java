package io.silverdata.contract.arch.seeded.model;

enum RejectionThatIsAnEnum implements Rejection {
    NO
}
