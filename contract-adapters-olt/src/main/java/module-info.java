/** The OLT side of the contract library: a gateway over SNMP, its drivers, and the SPI for more of them. */
module io.silverdata.contract.adapters.olt {
    requires transitive io.silverdata.contract;
    requires static transitive org.jspecify;
    requires org.slf4j;
    requires org.snmp4j;

    exports io.silverdata.contract.adapters.olt;
    exports io.silverdata.contract.adapters.olt.bdcom;
    exports io.silverdata.contract.adapters.olt.huawei;
    exports io.silverdata.contract.adapters.olt.ifmib;
    exports io.silverdata.contract.adapters.olt.nscrtv;
    exports io.silverdata.contract.adapters.olt.raisecom;
    exports io.silverdata.contract.adapters.olt.settings;
    exports io.silverdata.contract.adapters.olt.spi;
    exports io.silverdata.contract.adapters.olt.vsol;
    exports io.silverdata.contract.adapters.olt.zte;

    uses io.silverdata.contract.adapters.olt.spi.OltDriverProvider;

    provides io.silverdata.contract.adapters.olt.spi.OltDriverProvider with
            io.silverdata.contract.adapters.olt.bdcom.BdcomDriverProvider,
            io.silverdata.contract.adapters.olt.huawei.HuaweiDriverProvider,
            io.silverdata.contract.adapters.olt.ifmib.IfMibDriverProvider,
            io.silverdata.contract.adapters.olt.nscrtv.NscrtvDriverProvider,
            io.silverdata.contract.adapters.olt.raisecom.RaisecomDriverProvider,
            io.silverdata.contract.adapters.olt.vsol.VsolDriverProvider,
            io.silverdata.contract.adapters.olt.zte.ZteDriverProvider;
}
