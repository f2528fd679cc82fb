package org.hubmark.core.change;

import java.util.UUID;

/**
 * One step of a change set. Each step carries what it replaces, so that it can be turned round without looking
 * anything up: that is what undo, unwinding the queue and "as of revision n" are made of.
 */
public sealed interface Change {

    UUID object();

    /** The step that takes this one back. */
    Change inverse();

    /** A new object, with its initial values. Its id must never have been used. */
    record Create(ObjectState state) implements Change {
        @Override
        public UUID object() {
            return state.id();
        }

        @Override
        public Change inverse() {
            return new Delete(state);
        }
    }

    /**
     * Marks an object as deleted. {@code last} is the state it is deleted in. Contained objects and references to it
     * are not deleted along: a change set names each of them, and is refused if one is left dangling.
     */
    record Delete(ObjectState last) implements Change {
        @Override
        public UUID object() {
            return last.id();
        }

        @Override
        public Change inverse() {
            return new Restore(last);
        }
    }

    /** Takes the mark of a deletion off; the object comes back in the state {@code last}. */
    record Restore(ObjectState last) implements Change {
        @Override
        public UUID object() {
            return last.id();
        }

        @Override
        public Change inverse() {
            return new Delete(last);
        }
    }

    /** A new value for a single-valued feature; null stands for unset, in both. */
    record Put(UUID object, String feature, Value old, Value now) implements Change {
        @Override
        public Change inverse() {
            return new Put(object, feature, now, old);
        }
    }

    /** One more item in a many-valued feature. */
    record Add(UUID object, String feature, Value item) implements Change {
        @Override
        public Change inverse() {
            return new Remove(object, feature, item);
        }
    }

    /** One item less in a many-valued feature. */
    record Remove(UUID object, String feature, Value item) implements Change {
        @Override
        public Change inverse() {
            return new Add(object, feature, item);
        }
    }

    /** Another container, feature or place in the order. */
    record Move(UUID object, Placement old, Placement now) implements Change {
        @Override
        public Change inverse() {
            return new Move(object, now, old);
        }
    }
}
