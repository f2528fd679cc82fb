package org.hubmark.core.change;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;

/** One value of one feature of an object, in the four kinds the store knows. Immutable; safe on any thread. */
public sealed interface Value {

    /** A text, or the literal of an enumeration. Never null, never with characters {@code SourceText} forbids. */
    record Text(String text) implements Value {
        public Text {
            Objects.requireNonNull(text);
        }
    }

    /** A number, compared by its amount: 2.0 equals 2. */
    record Number(BigDecimal number) implements Value {
        public Number {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
    }

    record Flag(boolean flag) implements Value {
    }

    /** A reference to another object of the same project. */
    record Ref(UUID id) implements Value {
        public Ref {
            Objects.requireNonNull(id);
        }
    }

    static Value of(String text) {
        return text == null ? null : new Text(text);
    }

    static Value of(long number) {
        return new Number(BigDecimal.valueOf(number));
    }

    static Value of(BigDecimal number) {
        return number == null ? null : new Number(number);
    }

    static Value of(boolean flag) {
        return new Flag(flag);
    }

    static Value ref(UUID id) {
        return id == null ? null : new Ref(id);
    }
}
