package org.hubmark.core.session;

import java.util.UUID;

import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.impl.ResourceImpl;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.ComposedAdapterFactory;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;
import org.hubmark.core.project.ModelValues;
import org.hubmark.model.provider.HubmarkItemProviderAdapterFactory;

/**
 * Puts the EMF objects of a session where EMF.Edit looks for them: a resource in the resource set of an editing
 * domain.
 */
final class ModelDomain {

    private ModelDomain() {
    }

    static AdapterFactoryEditingDomain create(LiveModel model, CommandStack stack) {
        ComposedAdapterFactory factory = new ComposedAdapterFactory();
        factory.addAdapterFactory(new HubmarkItemProviderAdapterFactory());
        factory.addAdapterFactory(new ReflectiveItemProviderAdapterFactory());
        AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(factory, stack);
        ModelResource resource = new ModelResource(model);
        domain.getResourceSet().getResources().add(resource);
        resource.getContents().add(model.project());
        return domain;
    }

    /** Knows objects by their ids, without a search. Is never loaded or saved. */
    private static final class ModelResource extends ResourceImpl {

        private final LiveModel model;

        ModelResource(LiveModel model) {
            super(URI.createURI("hubmark:/" + ModelValues.id(model.project())));
            this.model = model;
        }

        @Override
        protected EObject getEObjectByID(String id) {
            return model.find(UUID.fromString(id));
        }
    }
}
