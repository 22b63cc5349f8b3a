package io.silverdata.contract.adapters.olt.internal.snmp;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.UnsignedInteger32;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Converts between the types of SNMP4J and those of the SPI. */
final class Snmp4jTypes {
    private Snmp4jTypes() {}

    static OID toSnmp4j(Oid name) {
        long[] numbers = name.toArray();
        int[] raw = new int[numbers.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (int) numbers[i];
        }
        return new OID(raw);
    }

    static Oid fromSnmp4j(OID name) {
        long[] numbers = new long[name.size()];
        for (int i = 0; i < numbers.length; i++) {
            // get(i) would be negative for the interface indexes of Huawei OLTs
            numbers[i] = name.getUnsigned(i);
        }
        return Oid.of(numbers);
    }

    static Variable toSnmp4j(SnmpValue value) {
        if (value instanceof SnmpValue.Int32 number) {
            return new Integer32(number.value());
        }
        if (value instanceof SnmpValue.Octets octets) {
            return new OctetString(octets.octets());
        }
        if (value instanceof SnmpValue.Unsigned32 number) {
            return new Gauge32(number.value());
        }
        if (value instanceof SnmpValue.Name name) {
            return toSnmp4j(name.oid());
        }
        if (value instanceof SnmpValue.Counter32 number) {
            return new Counter32(number.value());
        }
        if (value instanceof SnmpValue.Counter64 number) {
            return new Counter64(number.value());
        }
        return new TimeTicks(((SnmpValue.TimeTicks) value).hundredths());
    }

    /** Whether an agent gave a value, not an exception or Null in its place. */
    static boolean hasValue(VariableBinding object) {
        return !object.isException() && !(object.getVariable() instanceof Null);
    }

    /** What an agent said in place of the value of a cell that follows another. */
    static String notAValue(VariableBinding cell) {
        return cell.getVariable() + " in a walk, where RFC 3416 allows endOfMibView alone";
    }

    /** An IpAddress or Opaque becomes octets, as the SPI says. */
    static SnmpValue fromSnmp4j(Variable value) {
        if (value instanceof Integer32 number) {
            return SnmpValue.of(number.getValue());
        }
        if (value instanceof OctetString octets) {
            return SnmpValue.of(octets.getValue());
        }
        if (value instanceof Counter32 number) {
            return new SnmpValue.Counter32(number.getValue());
        }
        if (value instanceof TimeTicks ticks) {
            return new SnmpValue.TimeTicks(ticks.getValue());
        }
        if (value instanceof UnsignedInteger32 number) {
            return SnmpValue.unsigned(number.getValue());
        }
        if (value instanceof Counter64 number) {
            return new SnmpValue.Counter64(number.getValue());
        }
        if (value instanceof OID name) {
            return new SnmpValue.Name(fromSnmp4j(name));
        }
        return SnmpValue.of(value.toString());
    }
}
