package org.hubmark.ui.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.eclipse.emf.ecore.EObject;
import org.hubmark.core.session.Session;
import org.hubmark.model.Code;
import org.hubmark.model.Element;
import org.hubmark.model.Project;
import org.hubmark.model.Relation;

/** The codes and elements of a project, to be picked from by typing. A snapshot: immutable once made. */
public final class Choices {

    private record Ranked(Choice choice, int rank) {
    }

    private final List<Choice> all;

    Choices(List<Choice> all) {
        this.all = List.copyOf(all);
    }

    /** All codes, parents before children. Model thread; linear in the codebook. */
    public static Choices codes(Project project, Names names) {
        List<Choice> all = new ArrayList<>();
        if (project.getCodebook() != null) {
            collect(project.getCodebook().getCodes(), "", names, all);
        }
        return new Choices(all);
    }

    /** All elements but relations, by label. Model thread; linear in the model. */
    public static Choices elements(Project project, Names names) {
        List<Choice> all = new ArrayList<>();
        if (project.getHubModel() != null) {
            for (Element element : project.getHubModel().getElements()) {
                if (!(element instanceof Relation)) {
                    all.add(choice(element, names));
                }
            }
        }
        all.sort(Comparator.comparing(Choice::label, names.order()));
        return new Choices(all);
    }

    /** Both, codes first. */
    public Choices and(Choices others) {
        List<Choice> both = new ArrayList<>(all);
        both.addAll(others.all);
        return new Choices(both);
    }

    /** Only those of these classes of the model. */
    public Choices ofTypes(Set<String> types) {
        return new Choices(all.stream().filter(c -> types.contains(c.type())).toList());
    }

    /** Only those with these ids. */
    public Choices among(Set<UUID> ids) {
        return new Choices(all.stream().filter(c -> ids.contains(c.id())).toList());
    }

    /** All but those with these ids. */
    public Choices without(Set<UUID> ids) {
        return new Choices(all.stream().filter(c -> !ids.contains(c.id())).toList());
    }

    /** The choices that fit what was typed, best first; at most {@code limit}. Cost: linear in all choices. */
    public List<Choice> matching(String typed, int limit) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return all.stream().limit(limit).toList();
        }
        return all.stream().map(c -> new Ranked(c, c.rank(text))).filter(r -> r.rank() >= 0)
                .sorted(Comparator.comparingInt(Ranked::rank)).limit(limit).map(Ranked::choice).toList();
    }

    private static void collect(List<Code> codes, String path, Names names, List<Choice> all) {
        for (Code code : codes) {
            String label = names.of(code);
            all.add(Choice.of(Session.id(code), "Code", label, path,
                    found(code.getNameZh(), code.getNameEn(), code.getKey())));
            collect(code.getCodes(), path.isEmpty() ? label : path + " › " + label, names, all);
        }
    }

    private static Choice choice(Element element, Names names) {
        List<String> found = new ArrayList<>(found(element.getNameZh(), element.getNameEn(), element.getKey()));
        found.addAll(element.getAliases());
        return Choice.of(Session.id(element), element.eClass().getName(), names.of((EObject) element),
                names.detail(element), found);
    }

    private static List<String> found(String zh, String en, String key) {
        return Arrays.asList(zh, en, key);
    }
}
