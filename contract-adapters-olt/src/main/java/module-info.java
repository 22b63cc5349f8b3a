/** The OLT side of the contract library: a gateway over SNMP, its drivers, and the SPI for more of them. */
module io.silverdata.contract.adapters.olt {
    requires transitive io.silverdata.contract;
    requires static transitive org.jspecify;
    requires org.slf4j;
    requires org.snmp4j;

    exports io.silverdata.contract.adapters.olt;
    exports io.silverdata.contract.adapters.olt.huawei;
    exports io.silverdata.contract.adapters.olt.ifmib;
    exports io.silverdata.contract.adapters.olt.spi;

    uses io.silverdata.contract.adapters.olt.spi.OltDriverProvider;

    provides io.silverdata.contract.adapters.olt.spi.OltDriverProvider with
            io.silverdata.contract.adapters.olt.huawei.HuaweiDriverProvider,
            io.silverdata.contract.adapters.olt.ifmib.IfMibDriverProvider;
}
