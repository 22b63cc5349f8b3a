package io.silverdata.contract.command;

import io.silverdata.contract.model.Attribute;
import io.silverdata.contract.model.AttributeKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Attributes of the host's that are set and removed together.
 *
 * <pre>{@code
 * AttributeChange.set(new Attribute(AGENT, "north-7")).andRemove(CAMPAIGN)
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param set by key; each key once
 * @param removed keys, in their order; none of which is set
 */
public record AttributeChange(List<Attribute> set, List<AttributeKey> removed) {

    /**
     * Puts both in order.
     *
     * @throws IllegalArgumentException if a key is set twice, or set and removed
     */
    public AttributeChange {
        set = set.stream().sorted(Comparator.comparing(Attribute::key)).toList();
        removed = removed.stream().distinct().sorted().toList();
        List<AttributeKey> named = new ArrayList<>(removed);
        for (Attribute attribute : set) {
            if (named.contains(attribute.key())) {
                throw new IllegalArgumentException("attribute " + attribute.key() + " must be named once in a change");
            }
            named.add(attribute.key());
        }
    }

    /** Sets attributes. */
    public static AttributeChange set(Attribute... attributes) {
        return new AttributeChange(List.of(attributes), List.of());
    }

    /** Removes attributes. */
    public static AttributeChange remove(AttributeKey... keys) {
        return new AttributeChange(List.of(), List.of(keys));
    }

    /** The same, and sets another. */
    public AttributeChange andSet(Attribute attribute) {
        List<Attribute> more = new ArrayList<>(set);
        more.add(attribute);
        return new AttributeChange(more, removed);
    }

    /** The same, and removes another. */
    public AttributeChange andRemove(AttributeKey key) {
        List<AttributeKey> more = new ArrayList<>(removed);
        more.add(key);
        return new AttributeChange(set, more);
    }
}
