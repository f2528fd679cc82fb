package org.hubmark.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.app.cli.ProjectOptions.OpenProject;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.briefing.SavedQuery;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.QueryResult;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the project: one SELECT on the documented views, given or saved. */
@Command(name = "query")
final class QueryCommand implements Callable<Integer> {

    private final HubmarkCommand root;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "query.name")
    private String name;

    @Option(names = "--sql", paramLabel = "SELECT", descriptionKey = "query.sql")
    private String sql;

    @Option(names = {"-p", "--parameter"}, paramLabel = "NAME=VALUE", descriptionKey = "query.parameter")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "query.format")
    private String format = "table";

    @Option(names = "--limit", paramLabel = "ROWS", descriptionKey = "query.limit")
    private int limit = 10_000;

    QueryCommand(HubmarkCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        ResultFormat as = format();
        IProgressMonitor monitor = root.monitor();
        try (OpenProject open = options.open(root, monitor)) {
            QueryResult result = name == null && sql == null ? saved(open, monitor)
                    : open.store().query(open.project().id(), select(open, monitor), parameters, limit, monitor);
            as.write(result, root.console().out());
            if (result.truncated()) {
                root.console().err().println(root.messages().get("query.truncated", limit));
            }
            return 0;
        }
    }

    private ResultFormat format() throws CommandFailure {
        for (ResultFormat f : ResultFormat.values()) {
            if (f.name().equalsIgnoreCase(format)) {
                return f;
            }
        }
        throw new CommandFailure(root.messages().get("query.format.unknown", format));
    }

    private String select(OpenProject open, IProgressMonitor monitor) throws Exception {
        if (sql != null) {
            return sql;
        }
        for (SavedQuery query : queries(open, monitor)) {
            if (query.name().equals(name)) {
                return query.sql();
            }
        }
        throw new CommandFailure(root.messages().get("query.unknown", name));
    }

    private QueryResult saved(OpenProject open, IProgressMonitor monitor) throws Exception {
        boolean chinese = Messages.isChinese(root.messages().locale());
        List<List<Object>> rows = queries(open, monitor).stream()
                .map(q -> List.<Object>of(q.name(), chinese ? q.titleZh() : q.titleEn())).toList();
        return new QueryResult(List.of(root.messages().get("query.column.name"),
                root.messages().get("query.column.title")), rows, false);
    }

    private static List<SavedQuery> queries(OpenProject open, IProgressMonitor monitor) throws Exception {
        return open.store().objects(open.project().id(), Set.of(RecordTypes.SAVED_QUERY), OptionalLong.empty(), monitor)
                .toList().stream().map(SavedQuery::of).toList();
    }
}
