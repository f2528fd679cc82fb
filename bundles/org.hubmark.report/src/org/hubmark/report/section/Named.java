package org.hubmark.report.section;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.hubmark.model.Concept;
import org.hubmark.model.Element;
import org.hubmark.model.Hub;
import org.hubmark.model.Organization;
import org.hubmark.model.Person;
import org.hubmark.model.Platform;
import org.hubmark.model.Programme;
import org.hubmark.report.block.Line;
import org.hubmark.report.block.Run;

/**
 * Texts that are nothing but names: an issuer, a host, a country. The reader of a report sees an element's name in the
 * report's language, with a link, or the known word; other texts stand as the analyst wrote them. A name that several
 * elements have names none.
 */
final class Named {

    private static final List<Class<? extends Element>> KINDS = List.of(Hub.class, Organization.class, Person.class,
            Programme.class, Platform.class, Concept.class);
    private static final Pattern REMARKED = Pattern.compile("(.+?)(?: ?\\(([^()]+)\\)|（([^（）]+)）)");

    private final Wording wording;
    private final Map<String, Optional<Element>> byName = new HashMap<>();

    /** Cost: linear in the elements. */
    Named(Collection<Element> elements, Wording wording) {
        this.wording = wording;
        elements.stream().filter(e -> KINDS.stream().anyMatch(k -> k.isInstance(e))).forEach(this::add);
    }

    private void add(Element element) {
        Stream.concat(Stream.of(element.getNameZh(), element.getNameEn()), element.getAliases().stream())
                .filter(name -> !Wording.blank(name)).distinct().forEach(name -> byName.merge(name,
                        Optional.of(element), (one, other) -> one.equals(other) ? one : Optional.empty()));
    }

    /** Whether a text is names or a known word, perhaps with a remark in brackets behind. */
    boolean knows(String text) {
        Matcher remarked = REMARKED.matcher(text);
        return isNames(text) || remarked.matches() && isNames(remarked.group(1));
    }

    /** Adds the text, with links to what it names. */
    void append(Line.Builder line, String text) {
        Matcher remarked = REMARKED.matcher(text);
        if (isNames(text)) {
            names(line, text);
        } else if (remarked.matches() && isNames(remarked.group(1))) {
            names(line, remarked.group(1));
            remark(line, remarked.group(2) == null ? remarked.group(3) : remarked.group(2));
        } else {
            wording.append(line, text);
        }
    }

    private void remark(Line.Builder line, String remark) {
        Line.Builder words = Line.builder();
        if (isNames(remark)) {
            names(words, remark);
        } else {
            wording.append(words, wording.when(remark));
        }
        String[] brackets = wording.messages().get("list.remark", "|").split("\\|");
        line.text(brackets[0]).line(words.build()).text(brackets[1]);
    }

    private boolean isNames(String text) {
        return isWord(text) || Arrays.stream(text.split("、")).allMatch(part -> element(part).isPresent());
    }

    private boolean isWord(String text) {
        return wording.hasTerm(text);
    }

    private Optional<Element> element(String name) {
        return byName.getOrDefault(name, Optional.empty());
    }

    private void names(Line.Builder line, String text) {
        if (isWord(text)) {
            wording.append(line, wording.term(text));
            return;
        }
        List<Run.Link> links = Arrays.stream(text.split("、")).map(this::link).toList();
        String between = wording.separator(links.stream().map(Run.Link::text));
        String separator = "";
        for (Run.Link link : links) {
            line.text(separator).add(link);
            separator = between;
        }
    }

    /** In Chinese as the analyst wrote it, which is the language of most. */
    private Run.Link link(String text) {
        Element element = element(text).orElseThrow();
        Name name = wording.name(element);
        return wording.chinese() ? new Run.Link(Targets.anchor(element), text, Name.foreign(text, true))
                : new Run.Link(Targets.anchor(element), name.text(), name.language());
    }
}
