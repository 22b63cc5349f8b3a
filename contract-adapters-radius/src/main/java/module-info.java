/** The RADIUS side of the contract library: FreeRADIUS' tables and dynamic authorization (RFC 5176). */
module io.silverdata.contract.adapters.radius {
    requires transitive io.silverdata.contract;
    requires transitive java.sql;
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports io.silverdata.contract.adapters.radius;
    exports io.silverdata.contract.adapters.radius.attribute;
    exports io.silverdata.contract.adapters.radius.dynauth;
    exports io.silverdata.contract.adapters.radius.profile;
}
