package io.silverdata.contract.adapters.radius.profile;

import io.silverdata.contract.adapters.radius.attribute.AttributeType;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.util.List;
import java.util.Set;

/**
 * How rates and captivity are written for one kind of access server. The same attributes go into the rows of groups and
 * into the change of an open session, so that both cannot differ.
 *
 * <p>{@link NasProfiles} has those of known makers. An integrator writes one for another; it must be immutable and safe for
 * use by any number of threads.
 */
public interface NasProfile {

    /**
     * What it is called in logs and in column {@code type} of table {@code nas}, for example {@code mikrotik}. Unique in one
     * gateway.
     */
    String name();

    /**
     * The rates as attributes. Another call with other rates must give attributes of the same names, so that they replace
     * each other.
     *
     * @return at least one attribute, or which rate cannot be written for this kind of NAS and why
     */
    Either<Rejection.InvalidValue, List<RadiusAttribute>> rates(Rates rates);

    /**
     * What keeps a subscriber in the walled garden, beside low rates; empty when nothing was set up for that. Sessions
     * enter and leave it by being closed and beginning anew: few NASes take these attributes in a change, and fewer take
     * them back.
     */
    List<RadiusAttribute> captivity();

    /**
     * Whether the attributes of {@link #rates} may be sent to an open session (CoA). Where not, the session is closed and
     * comes back with them.
     */
    boolean changesSessions();

    /**
     * The attributes, beside those of {@link #rates}, that it changes in an open session (CoA) to what the request says: of those that a
     * contract has of its own. Where one of them is to change that is not in here, the session is closed and comes back with it. None unless
     * an integrator says so, because many NASes acknowledge what they pass over.
     */
    default Set<AttributeType> liveAttributes() {
        return Set.of();
    }

    /** What it needs to find a session, beside User-Name and Acct-Session-Id. */
    Set<SessionDetail> identification();
}
