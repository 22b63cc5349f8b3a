package io.silverdata.contract.adapters.olt.zte;

import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.SystemInfo;
import java.util.function.BooleanSupplier;

/** ZTE's models by what they say about themselves. */
final class ZteModels {
    private static final Oid ENTERPRISE = Oid.parse("1.3.6.1.4.1.3902");

    /** ZXA10: the model's number follows. */
    private static final Oid ZXA10 = ENTERPRISE.append(1082, 1001);

    private static final int FIRST_OF_C6XX = 600;

    private ZteModels() {}

    /** Which tables a model has. */
    enum Series {
        C3XX("c3xx"),
        C6XX("c6xx");

        private final String option;

        Series(String option) {
            this.option = option;
        }
    }

    static Detection detect(SystemInfo system, Series wanted, BooleanSupplier answers) {
        Oid model = system.objectId();
        if (!model.startsWith(ENTERPRISE)) {
            return new Detection(Detection.Fit.NO, "sysObjectID " + model + " is not ZTE's");
        }
        if (!model.startsWith(ZXA10) || model.size() == ZXA10.size()) {
            return answers.getAsBoolean()
                    ? new Detection(
                            Detection.Fit.MAYBE, "unknown model " + model + " with the tables of " + wanted.option)
                    : new Detection(
                            Detection.Fit.NO, "unknown model " + model + " without the tables of " + wanted.option);
        }
        long number = model.get(ZXA10.size());
        Series series = number >= FIRST_OF_C6XX ? Series.C6XX : Series.C3XX;
        return series == wanted
                ? new Detection(Detection.Fit.YES, "sysObjectID " + model + " is a C" + number)
                : new Detection(
                        Detection.Fit.NO,
                        "sysObjectID " + model + " is a C" + number + ": set option " + ZteDriverProvider.SERIES
                                + " to " + series.option);
    }
}
