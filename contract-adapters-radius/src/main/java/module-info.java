/** The RADIUS side of the contract library: FreeRADIUS' tables and dynamic authorization (RFC 5176). */
@SuppressWarnings("requires-automatic") // tinyradius has no name of its own; nothing of it is in a signature
module io.silverdata.contract.adapters.radius {
    requires transitive io.silverdata.contract;
    requires transitive java.sql;
    requires static transitive org.jspecify;
    requires org.slf4j;
    requires tinyradius;

    exports io.silverdata.contract.adapters.radius;
    exports io.silverdata.contract.adapters.radius.attribute;
    exports io.silverdata.contract.adapters.radius.credential;
    exports io.silverdata.contract.adapters.radius.dynauth;
    exports io.silverdata.contract.adapters.radius.group;
    exports io.silverdata.contract.adapters.radius.nas;
    exports io.silverdata.contract.adapters.radius.profile;
    exports io.silverdata.contract.adapters.radius.session;
}
