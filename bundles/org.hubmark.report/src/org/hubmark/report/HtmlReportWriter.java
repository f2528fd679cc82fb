package org.hubmark.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.project.ProjectContent;
import org.hubmark.core.report.ReportOptions;
import org.hubmark.core.report.ReportWriter;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.core.text.ReadingText;
import org.hubmark.core.text.ReadingTexts;
import org.hubmark.report.block.Chapter;
import org.hubmark.report.block.Document;
import org.hubmark.report.block.Line;
import org.hubmark.report.html.HtmlRenderer;
import org.hubmark.report.section.Section;
import org.hubmark.report.section.Sections;
import org.hubmark.report.section.Subject;

/**
 * Writes an evidence report as one HTML file that needs nothing beside it. Runs on the thread that owns the content's
 * EMF objects; the whole page is made in memory before a file is touched.
 */
public final class HtmlReportWriter implements ReportWriter {

    private final Function<BriefingContent, ReadingText> readings;

    public HtmlReportWriter() {
        this(c -> ReadingTexts.of(c.text(), c.edition().mediaType(), c.parts()));
    }

    HtmlReportWriter(Function<BriefingContent, ReadingText> readings) {
        this.readings = readings;
    }

    @Override
    public String format() {
        return "html";
    }

    @Override
    public void write(ProjectContent content, ReportOptions options, Path file, IProgressMonitor monitor)
            throws IOException {
        Locale language = Messages.isChinese(options.language()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        Messages messages = Messages.of(HtmlReportWriter.class, language);
        SubMonitor progress = SubMonitor.convert(monitor, messages.get("report.writing"), 100);
        byte[] page = page(content, new ReportOptions(language, options.hubs()), messages, progress.split(90))
                .getBytes(StandardCharsets.UTF_8);
        CompleteFile.write(file, page, progress.split(10));
    }

    private String page(ProjectContent content, ReportOptions options, Messages messages, SubMonitor progress) {
        progress.setWorkRemaining(15);
        Subject subject = new Subject(content, options, readings);
        progress.split(3);
        List<Chapter> chapters = new ArrayList<>();
        for (Section section : Sections.of(subject)) {
            chapters.add(section.execute(progress.split(1)));
        }
        Line title = subject.title();
        String footer = messages.get("report.footer", title.plain(), Long.toString(content.revision()));
        String page = new HtmlRenderer().render(new Document(title, options.language(), footer, chapters));
        progress.split(2);
        return page;
    }
}
