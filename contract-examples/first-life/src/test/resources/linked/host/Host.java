import io.silverdata.contract.examples.firstlife.QuickStart;

/** A host without a module descriptor, which uses all adapters. */
public final class Host {
    private Host() {}

    public static void main(String[] args) throws Exception {
        QuickStart.main(args);
    }
}
