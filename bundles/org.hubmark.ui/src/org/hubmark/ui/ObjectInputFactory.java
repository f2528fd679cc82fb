package org.hubmark.ui;

import java.util.UUID;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Brings the inputs of the editors back after a restart. */
public final class ObjectInputFactory implements IElementFactory {

    @Override
    public IAdaptable createElement(IMemento memento) {
        return new ObjectInput(UUID.fromString(memento.getString(ObjectInput.ID)), memento.getString(ObjectInput.NAME),
                Icons.valueOf(memento.getString(ObjectInput.ICON)));
    }
}
