package org.hubmark.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.QueryResult;
import org.hubmark.core.store.Role;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, makes, changes and removes the members of a database. */
@Command(name = "members", synopsisSubcommandLabel = "COMMAND")
final class MembersCommand implements Runnable {

    private final HubmarkCommand root;

    @Spec
    private CommandSpec spec;

    MembersCommand(HubmarkCommand root) {
        this.root = root;
    }

    /** Something to do with the members of an open database. */
    private interface Work {
        void with(AnnotationStore store, IProgressMonitor monitor) throws Exception;
    }

    @Override
    public void run() {
        CommandLine.usage(spec, root.console().out());
    }

    @Command(name = "list")
    int list(@Mixin ProjectOptions options) throws Exception {
        return with(options, (store, monitor) -> {
            List<List<Object>> rows = new ArrayList<>();
            for (Member member : store.members().all(monitor)) {
                rows.add(List.of(member.login(), member.name(), role(member.role())));
            }
            ResultFormat.TABLE.write(new QueryResult(List.of(root.messages().get("members.account"),
                    root.messages().get("members.name"), root.messages().get("members.role")), rows, false),
                    root.console().out());
        });
    }

    @Command(name = "add")
    int add(@Mixin ProjectOptions options,
            @Parameters(paramLabel = "ACCOUNT", descriptionKey = "members.account") String account,
            @Option(names = "--name", paramLabel = "NAME", descriptionKey = "option.name") String name,
            @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "members.role") String role,
            @Option(names = "--new-password-file", paramLabel = "FILE", descriptionKey = "option.password.new") Path file)
            throws Exception {
        Member member = new Member(account, name == null ? account : name, role == null ? Role.ANALYST : role(role));
        return with(options, (store, monitor) -> {
            store.members().create(member, new Passwords(root).given(file, account), monitor);
            tell("members.added", member);
        });
    }

    @Command(name = "change")
    int change(@Mixin ProjectOptions options,
            @Parameters(paramLabel = "ACCOUNT", descriptionKey = "members.account") String account,
            @Option(names = "--name", paramLabel = "NAME", descriptionKey = "option.name") String name,
            @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "members.role") String role) throws Exception {
        Role wanted = role == null ? null : role(role);
        return with(options, (store, monitor) -> {
            Member before = known(store, account, monitor);
            Member member = new Member(before.account(), name == null ? before.name() : name,
                    wanted == null ? before.role() : wanted);
            store.members().change(member, monitor);
            tell("members.changed", member);
        });
    }

    @Command(name = "password")
    int password(@Mixin ProjectOptions options,
            @Parameters(paramLabel = "ACCOUNT", descriptionKey = "members.account") String account,
            @Option(names = "--new-password-file", paramLabel = "FILE", descriptionKey = "option.password.new") Path file)
            throws Exception {
        return with(options, (store, monitor) -> {
            Member member = known(store, account, monitor);
            store.members().changePassword(member.account(), new Passwords(root).given(file, account), monitor);
            tell("members.password", member);
        });
    }

    @Command(name = "remove")
    int remove(@Mixin ProjectOptions options,
            @Parameters(paramLabel = "ACCOUNT", descriptionKey = "members.account") String account) throws Exception {
        return with(options, (store, monitor) -> {
            Member member = known(store, account, monitor);
            store.members().remove(member.account(), monitor);
            tell("members.removed", member);
        });
    }

    private int with(ProjectOptions options, Work work) throws Exception {
        IProgressMonitor monitor = root.monitor();
        try (AnnotationStore store = options.openStore(root, monitor)) {
            work.with(store, monitor);
        }
        return 0;
    }

    private void tell(String key, Member member) {
        root.console().out().println(root.messages().get(key, member.login(), member.name(), role(member.role())));
    }

    private Member known(AnnotationStore store, String account, IProgressMonitor monitor) throws Exception {
        return store.members().all(monitor).stream().filter(m -> m.account().equalsIgnoreCase(account)).findFirst()
                .orElseThrow(() -> new CommandFailure(root.messages().get("members.unknown", account)));
    }

    private String role(Role role) {
        return root.messages().get("role." + role.name().toLowerCase(Locale.ROOT));
    }

    private Role role(String word) throws CommandFailure {
        for (Role role : Role.values()) {
            if (role.word().equals(word) || role(role).equals(word)) {
                return role;
            }
        }
        throw new CommandFailure(root.messages().get("members.role.unknown", word,
                String.join(", ", Arrays.stream(Role.values()).map(Role::word).toList())));
    }
}
