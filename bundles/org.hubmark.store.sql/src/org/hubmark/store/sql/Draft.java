package org.hubmark.store.sql;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;

/** One object inside the door: as it is stored, and as the steps of the change set at hand have made it. */
final class Draft {

    /** Which value: {@code item} is empty for a single-valued feature. */
    record Slot(String feature, String item) {
    }

    /** One value. {@code stored}: there is a row for it. {@code revision}: of that row. */
    static final class Cell {
        private final boolean stored;
        private final long revision;
        private Value value;
        private boolean changed;

        private Cell(boolean stored, long revision, Value value) {
            this.stored = stored;
            this.revision = revision;
            this.value = value;
        }

        boolean stored() {
            return stored;
        }

        long revision() {
            return revision;
        }

        Value value() {
            return value;
        }

        boolean changed() {
            return changed;
        }

        private void set(Value now) {
            value = now;
            changed = true;
        }
    }

    /** What the table object says of an object; null for one that the change set at hand creates. */
    record Stored(Placement placement, boolean deleted, long changedRevision, long placedRevision) {
    }

    private final UUID id;
    private final UUID project;
    private final String type;
    private final Stored stored;
    private final Map<Slot, Cell> cells = new HashMap<>();
    private Placement placement;
    private boolean deleted;
    private boolean changed;
    private boolean placed;

    Draft(UUID id, UUID project, String type, Stored stored) {
        this.id = id;
        this.project = project;
        this.type = type;
        this.stored = stored;
        if (stored != null) {
            placement = stored.placement();
            deleted = stored.deleted();
        }
    }

    UUID id() {
        return id;
    }

    UUID project() {
        return project;
    }

    String type() {
        return type;
    }

    Stored stored() {
        return stored;
    }

    Map<Slot, Cell> cells() {
        return cells;
    }

    Placement placement() {
        return placement;
    }

    UUID container() {
        return placement == null ? null : placement.container();
    }

    boolean deleted() {
        return deleted;
    }

    /** Something of it is not as it is stored. */
    boolean changed() {
        return changed;
    }

    /** It has been given a place by a step. */
    boolean placed() {
        return placed;
    }

    /** A value as it is stored; before any step. */
    void load(Slot slot, long revision, Value value) {
        cells.put(slot, new Cell(true, revision, value));
    }

    /** The cell of a single-valued feature, or null if it was never set. */
    Cell cell(String feature) {
        return cells.get(new Slot(feature, ""));
    }

    Value single(String feature) {
        Cell cell = cell(feature);
        return cell == null ? null : cell.value();
    }

    void put(String feature, Value value) {
        set(new Slot(feature, ""), value);
    }

    boolean has(String feature, Value item) {
        Cell cell = cells.get(new Slot(feature, Cells.item(item)));
        return cell != null && cell.value() != null;
    }

    void add(String feature, Value item) {
        set(new Slot(feature, Cells.item(item)), item);
    }

    void remove(String feature, Value item) {
        set(new Slot(feature, Cells.item(item)), null);
    }

    void place(Placement now) {
        placement = now;
        placed = true;
        changed = true;
    }

    void delete() {
        deleted = true;
        changed = true;
        cells.values().forEach(cell -> cell.set(null));
    }

    /** Gives it all the values of a state, and life. */
    void revive(ObjectState state) {
        deleted = false;
        place(state.placement());
        state.values().forEach(this::put);
        state.items().forEach((feature, set) -> set.forEach(item -> add(feature, item)));
    }

    ObjectState state() {
        Map<String, Value> values = new TreeMap<>();
        Map<String, Set<Value>> items = new TreeMap<>();
        cells.forEach((slot, cell) -> {
            if (cell.value() == null) {
                return;
            }
            if (slot.item().isEmpty()) {
                values.put(slot.feature(), cell.value());
            } else {
                items.computeIfAbsent(slot.feature(), f -> new LinkedHashSet<>()).add(cell.value());
            }
        });
        return new ObjectState(id, type, placement, values, items);
    }

    private void set(Slot slot, Value value) {
        changed = true;
        cells.computeIfAbsent(slot, s -> new Cell(false, 0, null)).set(value);
    }
}
