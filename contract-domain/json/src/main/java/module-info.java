/** Contracts, events, summaries, rejections and values as JSON, for storages, publishers and web hosts. */
module io.silverdata.contract.json {
    requires transitive io.silverdata.contract;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires static com.fasterxml.jackson.databind;
    requires static tools.jackson.databind;

    exports io.silverdata.contract.json;
    exports io.silverdata.contract.json.jackson2;
    exports io.silverdata.contract.json.jackson3;
}
