package org.hubmark.ui.model;

import java.net.URL;

import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.edit.provider.ComposedImage;
import org.eclipse.emf.edit.provider.IItemLabelProvider;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.graphics.Image;

/**
 * Labels of model objects in JFace viewers: text from {@link Names}, picture from the item providers. Display thread.
 */
public final class ModelLabels extends LabelProvider {

    private final AdapterFactory adapters;
    private final Names names;
    private final ResourceManager images = new LocalResourceManager(JFaceResources.getResources());

    public ModelLabels(AdapterFactory adapters, Names names) {
        this.adapters = adapters;
        this.names = names;
    }

    @Override
    public String getText(Object object) {
        return object instanceof EObject e ? names.of(e) : String.valueOf(object);
    }

    @Override
    public Image getImage(Object object) {
        ImageDescriptor descriptor = descriptor(object);
        return descriptor == null ? null : images.get(descriptor);
    }

    /** A picture that goes with the others, disposed together with them. */
    public Image image(ImageDescriptor descriptor) {
        return images.get(descriptor);
    }

    @Override
    public void dispose() {
        images.dispose();
        super.dispose();
    }

    private ImageDescriptor descriptor(Object object) {
        if (!(adapters.adapt(object, IItemLabelProvider.class) instanceof IItemLabelProvider provider)) {
            return null;
        }
        Object image = provider.getImage(object);
        while (image instanceof ComposedImage composed && !composed.getImages().isEmpty()) {
            image = composed.getImages().getFirst();
        }
        try {
            return switch (image) {
                case URL url -> ImageDescriptor.createFromURL(url);
                case URI uri -> ImageDescriptor.createFromURL(java.net.URI.create(uri.toString()).toURL());
                case null, default -> null;
            };
        } catch (java.net.MalformedURLException e) {
            throw new IllegalStateException("item providers name their pictures by URL", e);
        }
    }
}
