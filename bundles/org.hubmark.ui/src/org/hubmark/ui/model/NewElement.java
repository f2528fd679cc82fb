package org.hubmark.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.eclipse.emf.ecore.EClass;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Value;
import org.hubmark.core.command.ElementCommands;
import org.hubmark.core.session.Session;
import org.hubmark.model.HubmarkPackage;

/**
 * An element that is to be made: in one step with its hub, if that is new too.
 *
 * @param id of the element
 * @param changes that make it
 */
public record NewElement(UUID id, List<Change> changes) {

    /** Where a new element belongs: to a hub that is there, to a new one of this name, or (both null) to none. */
    public record Home(UUID hub, String newHub) {

        public static final Home NONE = new Home(null, null);
    }

    public NewElement {
        changes = List.copyOf(changes);
    }

    /** Model thread. Names may be null or blank. {@code home} counts only for classes that are situated in hubs. */
    public static NewElement of(Session session, EClass type, String nameZh, String nameEn, Home home) {
        List<Change> changes = new ArrayList<>();
        UUID hub = home.hub();
        boolean situated = HubmarkPackage.Literals.SITUATED.isSuperTypeOf(type);
        if (situated && home.newHub() != null) {
            List<Change> made = named(session, HubmarkPackage.Literals.HUB, home.newHub());
            hub = made.getFirst().object();
            changes.addAll(made);
        }
        List<Change> made = ElementCommands.create(session, type, orNull(nameZh), orNull(nameEn));
        changes.addAll(made);
        UUID id = made.getFirst().object();
        if (situated && hub != null) {
            changes.add(new Change.Add(id, HubmarkPackage.Literals.SITUATED__HUBS.getName(), Value.ref(hub)));
        }
        return new NewElement(id, changes);
    }

    private static List<Change> named(Session session, EClass type, String name) {
        boolean chinese = name.codePoints().anyMatch(Character::isIdeographic);
        return ElementCommands.create(session, type, chinese ? name : null, chinese ? null : name);
    }

    private static String orNull(String name) {
        return name == null || name.isBlank() ? null : name.strip();
    }
}
