package org.hubmark.ui.reading;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Which marks are shown stronger than others. */
record Attention(Optional<UUID> hovered, Optional<UUID> focused) {

    static final Attention NONE = new Attention(Optional.empty(), Optional.empty());

    boolean isHovered(Mark mark) {
        return hovered.isPresent() && hovered.get().equals(mark.id());
    }

    boolean isFocused(Mark mark) {
        return focused.isPresent() && focused.get().equals(mark.id());
    }

    boolean isOn(Mark mark) {
        return mark.emphasised() || isHovered(mark) || isFocused(mark);
    }

    Attention hover(Optional<UUID> mark) {
        return new Attention(mark, focused);
    }

    /** Without the marks that are not there any more. */
    Attention keep(Predicate<UUID> isThere) {
        return new Attention(hovered.filter(isThere), focused.filter(isThere));
    }

    Attention focus(Optional<UUID> mark) {
        return new Attention(hovered, mark);
    }
}
