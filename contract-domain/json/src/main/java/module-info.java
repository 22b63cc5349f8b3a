/** Contracts, events, summaries, rejections and values as JSON, for storages, publishers and web hosts. */
module io.silverdata.contract.json {
    requires transitive io.silverdata.contract;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;

    exports io.silverdata.contract.json;
}
