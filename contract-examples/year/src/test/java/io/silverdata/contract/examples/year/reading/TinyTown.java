package io.silverdata.contract.examples.year.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.network.reading.PlantCsv;
import io.silverdata.contract.examples.network.reading.PlantFile;
import io.silverdata.contract.examples.network.reading.RowProblem;
import io.silverdata.contract.examples.network.reading.TextFile;
import java.util.ArrayList;
import java.util.List;

/** A town with one OLT and 10 outputs, and what its people order. */
public final class TinyTown {
    public static final String PLANT = """
            kind,id,pon,parent,technologies,limit,power,state,outputs,latitude,longitude,loss,feed
            olt,olt-1,,,,,,UP,,,,,
            pon,olt-1:0/1/0,,,GPON,64,3,UP,,,,,
            splitter,SP-1,olt-1:0/1/0,,,,,,4,-2.9000,-79.0000,7.10,900
            splitter,NAP-1,olt-1:0/1/0,SP-1#1,,,,,8,-2.9000,-79.0000,10.30,40
            output,NAP-1#8,,,,,,FAULTY,,,,,
            """;

    public static final String ORDERS = """
            time,order,contract,customer,plan,address,latitude,longitude,onu,login,reason,date,previous,version
            2025-01-02T09:00,sign-up,C-1,ana,HOME-100,Calle 1,-2.9001,-79.0001,HWTC00000001,ana,,,,
            2025-01-02T10:00,sign-up,C-2,ben,HOME-200,Calle 2,-2.9002,-79.0001,HWTC00000002,ben,,,,
            2025-01-03T09:00,reserve,C-3,eva,HOME-200,Calle 3,-2.9001,-79.0002,,,,,,
            2025-01-05T09:00,install,C-3,,,,,,HWTC00000003,eva,,,,
            2025-01-06T09:00,reserve,C-4,leo,HOME-100,Calle 4,-2.9001,-79.0003,,,,,,
            2025-02-01T09:00,debt,C-1,,,,,,,,,,,
            2025-02-03T09:00,payment,C-1,,,,,,,,,,,
            2025-02-04T09:00,payment,C-1,,,,,,,,,,,
            2025-02-05T09:00,plan-change,C-2,,HOME-800,,,,,,,,,
            2025-02-06T09:00,plan-change,C-3,,HOME-400,,,,,,,2025-03-01,,
            2025-02-10T09:00,vacation,C-2,,,,,,,,,2025-02-20,,
            2025-02-11T09:00,relocate,C-3,,,Calle 5,-2.9003,-79.0002,,,,,,
            2025-02-12T09:00,swap-onu,C-3,,,,,,ZTEG00000004,,,,,
            2025-02-13T09:00,swap-onu,C-3,,,,,,ZTEG00000005,,,,,1
            2025-02-14T09:00,transfer,C-1,max,,,,,,max,,,,
            2025-02-15T09:00,suspend,C-1,,,,,,,,FRAUD_ABUSE,,,
            2025-02-16T09:00,lift,C-1,,,,,,,,FRAUD_ABUSE,,,
            2025-03-03T09:00,debt,C-3,,,,,,,,,,,
            2025-03-05T09:00,cancel,C-1,,,,,,,,CUSTOMER_REQUEST,,,
            2025-03-06T09:00,cancel,C-2,,,,,,,,CUSTOMER_REQUEST,2025-04-01,,
            2025-04-02T09:00,promise,C-3,,,,,,,,,2025-04-04,,
            2025-04-09T09:00,payment,C-3,,,,,,,,,,,
            2025-04-10T09:00,win-back,C-5,max,HOME-400,Calle 1,-2.9001,-79.0001,HWTC00000001,max,,,C-1,
            2025-04-11T09:00,sign-up,C-6,far,HOME-400,Village,-2.9900,-79.0001,HWTC00000006,far,,,,
            2025-04-12T09:00,sign-up,C-7,dup,HOME-400,Calle 7,-2.9001,-79.0001,HWTC00000001,dup,,,,
            2025-04-13T09:00,debt,C-9,,,,,,,,,,,
            """;

    private TinyTown() {}

    public static PlantFile plant() {
        List<RowProblem> problems = new ArrayList<>();
        PlantFile plant = PlantCsv.read(new TextFile("plant.csv", PLANT), problems::add);
        assertThat(problems).isEmpty();
        return plant;
    }

    public static List<Order> orders() {
        List<RowProblem> problems = new ArrayList<>();
        List<Order> orders = OrdersCsv.read(new TextFile("orders.csv", ORDERS), problems::add);
        assertThat(problems).isEmpty();
        return orders;
    }
}
