package org.hubmark.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.hubmark.core.history.ObjectNames;
import org.hubmark.core.nls.Messages;
import org.hubmark.model.Hub;
import org.hubmark.model.HubmarkFactory;
import org.hubmark.model.HubmarkPackage.Literals;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class FeatureEditTest {

    private final BasicCommandStack stack = new BasicCommandStack();
    private final Hub hub = HubmarkFactory.eINSTANCE.createHub();
    private final FeatureEdit edit = new FeatureEdit(new AdapterFactoryEditingDomain(new ReflectiveItemProviderAdapterFactory(), stack),
            hub);

    @Test
    void theStepSaysWhichFeatureItChanges() {
        edit.set(Literals.ELEMENT__NAME_EN, "Harbour City");
        assertEquals("Harbour City", hub.getNameEn());
        String feature = new ObjectNames(id -> null).feature("nameEn");
        assertEquals(Messages.of(FeatureEdit.class).get("edit.label", feature), stack.getUndoCommand().getLabel());
    }

    @Test
    void itemsAreReplacedInOneStep() {
        edit.replace(Literals.ELEMENT__ALIASES, List.of("Port", "Haven"));
        Command first = stack.getUndoCommand();
        edit.replace(Literals.ELEMENT__ALIASES, List.of("Haven", "Harbour"));
        assertEquals(List.of("Haven", "Harbour"), hub.getAliases());
        stack.undo();
        assertEquals(first, stack.getUndoCommand());
        assertEquals(List.of("Port", "Haven"), hub.getAliases());
    }

    @Test
    void whatChangesNothingIsNoStep() {
        edit.set(Literals.ELEMENT__NAME_EN, " ");
        edit.replace(Literals.ELEMENT__ALIASES, List.of());
        assertNull(stack.getUndoCommand());
    }
}
