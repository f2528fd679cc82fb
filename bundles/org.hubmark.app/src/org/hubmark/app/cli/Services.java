package org.hubmark.app.cli;

import java.util.List;

import org.hubmark.core.pack.SeedFolder;
import org.hubmark.core.reader.BriefingReader;
import org.hubmark.core.report.ReportWriter;
import org.hubmark.core.server.TeamServers;
import org.hubmark.core.store.ServerSetup;
import org.hubmark.core.store.StoreService;

/** What the commands work with: the services of the product, or those of a test. */
public interface Services {

    StoreService stores();

    TeamServers servers();

    ServerSetup setup();

    List<BriefingReader> readers();

    List<ReportWriter> reports();

    SeedFolder seeds();
}
