package org.hubmark.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.UncheckedStoreException;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root of the commands, and what they share: console, services, data folder, messages. */
@Command(name = "hubmark", mixinStandardHelpOptions = false, synopsisSubcommandLabel = "COMMAND")
public final class HubmarkCommand implements Runnable {

    private final Console console;
    private final Services services;
    private final Path data;
    private final Messages messages = Messages.of(HubmarkCommand.class);

    /** @param data the folder that holds the projects of this machine */
    public HubmarkCommand(Console console, Services services, Path data) {
        this.console = console;
        this.services = services;
        this.data = data;
    }

    /** Runs one command. @return 0 done, 1 done and found wrong or not done, 2 not understood */
    public int run(String... arguments) {
        CommandLine line = commandLine();
        if (arguments.length == 0) {
            line.usage(console.out());
            return ExitCode.OK;
        }
        return line.execute(arguments);
    }

    CommandLine commandLine() {
        CommandLine line = new CommandLine(this, new Factory());
        line.addSubcommand(new ImportCommand(this));
        line.addSubcommand(new VerifyCommand(this));
        line.addSubcommand(new QueryCommand(this));
        line.addSubcommand(new HistoryCommand(this));
        line.addSubcommand(new ReportCommand(this));
        line.addSubcommand(new ServeCommand(this));
        line.addSubcommand(new ServerCommand(this));
        line.addSubcommand(new SetupCommand(this));
        line.addSubcommand(new MembersCommand(this));
        line.getSubcommands().values().stream().filter(group -> !group.getSubcommands().isEmpty())
                .forEach(group -> group.addSubcommand(new CommandLine.HelpCommand()));
        line.addSubcommand(new CommandLine.HelpCommand());
        Locale language = Messages.isChinese(Locale.getDefault(Locale.Category.DISPLAY)) ? Locale.CHINESE : Locale.ROOT;
        line.setResourceBundle(ResourceBundle.getBundle("org.hubmark.app.cli.usage", language,
                HubmarkCommand.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setUsageHelpWidth(100);
        line.setUsageHelpAutoWidth(false);
        line.setAdjustLineBreaksForWideCJKCharacters(true);
        line.setParameterExceptionHandler(this::notUnderstood);
        line.setExecutionExceptionHandler((failure, command, result) -> failed(failure));
        return line;
    }

    @Override
    public void run() {
        commandLine().usage(console.out());
    }

    Console console() {
        return console;
    }

    Services services() {
        return services;
    }

    Path data() {
        return data;
    }

    Messages messages() {
        return messages;
    }

    /** A monitor that shows progress if someone is watching. */
    IProgressMonitor monitor() {
        return console.terminal() ? new TerminalProgress(console.err()) : new NullProgressMonitor();
    }

    private int notUnderstood(ParameterException wrong, String[] arguments) {
        String text = switch (wrong) {
            case UnmatchedArgumentException unmatched -> messages.get("wrong.unmatched",
                    String.join(" ", unmatched.getUnmatched()));
            case MissingParameterException missing -> messages.get("wrong.missing", missing.getMissing().stream()
                    .map(a -> a.paramLabel()).reduce((a, b) -> a + " " + b).orElse(""));
            default -> messages.get("wrong.other", wrong.getMessage());
        };
        console.err().println(text);
        console.err().println(messages.get("wrong.help", help(wrong.getCommandLine())));
        return ExitCode.USAGE;
    }

    /** What to type to hear how a command is used. */
    private static String help(CommandLine command) {
        List<String> words = new ArrayList<>(List.of(command.getCommandSpec().qualifiedName(" ").split(" ")));
        words.removeFirst();
        words.add(Math.max(0, words.size() - 1), "help");
        return String.join(" ", words);
    }

    private int failed(Exception failure) {
        switch (failure) {
            case UncheckedStoreException unchecked -> console.err().println(unchecked.getCause().getMessage());
            case StoreException store -> console.err().println(store.getMessage());
            case CommandFailure told -> console.err().println(told.getMessage());
            case OperationCanceledException cancelled -> console.err().println(messages.get("cancelled"));
            default -> {
                LoggerFactory.getLogger(HubmarkCommand.class).error("command failed", failure);
                console.err().println(messages.get("failed", String.valueOf(failure.getMessage())));
            }
        }
        return ExitCode.SOFTWARE;
    }

    /** picocli makes nothing by reflection here but its own help command. */
    private static final class Factory implements IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return CommandLine.defaultFactory().create(type);
        }
    }
}
