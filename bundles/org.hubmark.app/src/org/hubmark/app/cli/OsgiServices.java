package org.hubmark.app.cli;

import java.util.ArrayList;
import java.util.List;

import org.hubmark.core.pack.SeedFolder;
import org.hubmark.core.reader.BriefingReader;
import org.hubmark.core.report.ReportWriter;
import org.hubmark.core.server.TeamServers;
import org.hubmark.core.store.ServerSetup;
import org.hubmark.core.store.StoreService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The services that the bundles of the product offer. */
final class OsgiServices implements Services {

    private final BundleContext context;

    OsgiServices(BundleContext context) {
        this.context = context;
    }

    @Override
    public StoreService stores() {
        return all(StoreService.class).getFirst();
    }

    @Override
    public TeamServers servers() {
        return all(TeamServers.class).getFirst();
    }

    @Override
    public ServerSetup setup() {
        return all(ServerSetup.class).getFirst();
    }

    @Override
    public List<BriefingReader> readers() {
        return all(BriefingReader.class);
    }

    @Override
    public List<ReportWriter> reports() {
        return all(ReportWriter.class);
    }

    @Override
    public SeedFolder seeds() {
        return SeedFolder.of(context.getBundle());
    }

    private <T> List<T> all(Class<T> type) {
        try {
            List<T> found = new ArrayList<>();
            for (ServiceReference<T> reference : context.getServiceReferences(type, null)) {
                found.add(context.getService(reference));
            }
            if (found.isEmpty()) {
                throw new IllegalStateException("the product lacks a bundle: no service of " + type.getName());
            }
            return found;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter was given", e);
        }
    }
}
