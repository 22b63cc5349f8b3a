/** Subscriber contracts of a fibre access provider: lifecycle, feasibility, port allocation and provisioning. */
module io.silverdata.contract {
    requires transitive io.vavr;
    requires static transitive org.jspecify;
    requires com.google.common;
    requires org.slf4j;

    exports io.silverdata.contract;
    exports io.silverdata.contract.allocation;
    exports io.silverdata.contract.coexistence;
    exports io.silverdata.contract.command;
    exports io.silverdata.contract.dunning;
    exports io.silverdata.contract.engine;
    exports io.silverdata.contract.feasibility;
    exports io.silverdata.contract.listener;
    exports io.silverdata.contract.matching;
    exports io.silverdata.contract.memory;
    exports io.silverdata.contract.model;
    exports io.silverdata.contract.move;
    exports io.silverdata.contract.note;
    exports io.silverdata.contract.plant;
    exports io.silverdata.contract.query;
    exports io.silverdata.contract.report;
    exports io.silverdata.contract.runs;
    exports io.silverdata.contract.spi;
    exports io.silverdata.contract.worker;
}
