package org.hubmark.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Finds what other bundles offer (store, readers, reports) by its interface. Any thread. A service found here stays in
 * use for as long as the program runs.
 */
public final class Services {

    private final BundleContext context = FrameworkUtil.getBundle(Services.class).getBundleContext();

    /** All that offer this, in the order of their ranking; may be empty. */
    public <T> List<T> all(Class<T> type) {
        try {
            Map<ServiceReference<T>, T> found = new TreeMap<>(Comparator.reverseOrder());
            for (ServiceReference<T> reference : context.getServiceReferences(type, null)) {
                T service = context.getService(reference);
                if (service != null) {
                    found.put(reference, service);
                }
            }
            return List.copyOf(found.values());
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter was given", e);
        }
    }

    /** @throws NoSuchElementException if nothing offers this: the installation is incomplete */
    public <T> T one(Class<T> type) {
        return all(type).stream().findFirst()
                .orElseThrow(() -> new NoSuchElementException("no service " + type.getName()));
    }
}
