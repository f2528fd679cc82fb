package org.hubmark.ui;

import java.util.UUID;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;

/**
 * What an editor is opened on: an edition or an element. It is remembered over restarts by its id.
 *
 * @param name shown until the object itself is there
 */
public record ObjectInput(UUID id, String name, Icons icon) implements IEditorInput, IPersistableElement {

    static final String ID = "id";
    static final String NAME = "name";
    static final String ICON = "icon";

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return icon.descriptor();
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public String getToolTipText() {
        return name;
    }

    @Override
    public String getFactoryId() {
        return "org.hubmark.ui.inputs";
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(ID, id.toString());
        memento.putString(NAME, name);
        memento.putString(ICON, icon.name());
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter.isInstance(this) ? adapter.cast(this) : null;
    }

    /** Two inputs are the same if the object is, whatever it was called. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectInput input && id.equals(input.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
