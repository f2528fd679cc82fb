package org.hubmark.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import org.hubmark.core.nls.Messages;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Chapter;
import org.hubmark.report.block.Document;
import org.hubmark.report.block.Line;

/**
 * Turns a document into one HTML page that needs nothing else: style sheet and script are inside, and its content
 * security policy lets no other script run and nothing be loaded. Cost: linear. Safe on any thread.
 */
public final class HtmlRenderer {

    public String render(Document document) {
        return new Page(document).write();
    }

    private static final class Page {

        private final Document document;
        private final Messages messages;
        private final Html html = new Html();
        private final Anchors anchors;
        private final LineHtml lines;
        private final BlockHtml blocks;

        Page(Document document) {
            this.document = document;
            this.messages = Messages.of(HtmlRenderer.class, document.language());
            this.anchors = new Anchors(document);
            this.lines = new LineHtml(html, anchors, messages);
            this.blocks = new BlockHtml(html, anchors, messages);
        }

        String write() {
            String language = Messages.isChinese(document.language()) ? "zh-Hans" : "en";
            html.raw("<!DOCTYPE html>\n").open("html", "lang", language).newLine();
            head();
            html.open("body").newLine().element("a", messages.get("page.skip"), "class", "skip", "href", "#content")
                    .newLine();
            html.open("header").newLine();
            chapter(document.chapters().getFirst());
            html.close("header").newLine();
            contents();
            html.open("main", "id", "content").newLine();
            document.chapters().stream().skip(1).forEach(this::chapter);
            html.close("main").newLine();
            html.open("footer").element("p", document.footer()).close("footer").newLine();
            html.open("script").raw(resource("report.js")).close("script").newLine();
            return html.close("body").close("html").newLine().toString();
        }

        private void head() {
            String script = resource("report.js");
            html.open("head").newLine().open("meta", "charset", "UTF-8").newLine();
            html.open("meta", "http-equiv", "Content-Security-Policy", "content",
                    "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + sha256(script)
                            + "'; base-uri 'none'; form-action 'none'").newLine();
            html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").newLine();
            html.open("meta", "name", "color-scheme", "content", "light dark").newLine();
            html.element("title", document.title().plain()).newLine();
            html.open("style").raw(resource("report.css")).close("style").newLine().close("head").newLine();
        }

        private void contents() {
            html.open("nav", "class", "contents", "aria-label", messages.get("page.contents"));
            html.open("details", "open", "").element("summary", messages.get("page.contents")).open("ol").newLine();
            for (Chapter chapter : document.chapters()) {
                html.open("li").element("a", chapter.title(), "href", "#" + chapter.anchor());
                subtitles(chapter);
                html.close("li").newLine();
            }
            html.close("ol").close("details").close("nav").newLine();
        }

        private void subtitles(Chapter chapter) {
            boolean any = false;
            for (Block block : chapter.blocks()) {
                String anchor = switch (block) {
                    case Block.Heading h when h.level() == 3 -> h.anchor();
                    case Block.Fold f when f.level() == 3 -> f.anchor();
                    default -> null;
                };
                if (anchor != null) {
                    html.raw(any ? "" : "<ol>").open("li").open("a", "href", "#" + anchor);
                    lines.writeName(block instanceof Block.Heading h ? h.line() : ((Block.Fold) block).title());
                    html.close("a").close("li").newLine();
                    any = true;
                }
            }
            html.raw(any ? "</ol>" : "");
        }

        private void chapter(Chapter chapter) {
            boolean cover = chapter == document.chapters().getFirst();
            String title = chapter.anchor() + "-title";
            html.open("section", "id", anchors.place(chapter.anchor()), "aria-labelledby", title, "class",
                    cover ? "cover" : null).newLine();
            if (cover) {
                html.element("p", chapter.title(), "class", "kicker");
            }
            html.open(cover ? "h1" : "h2", "id", title);
            lines.write(cover ? document.title() : Line.of(chapter.title()));
            html.close(cover ? "h1" : "h2").newLine();
            if (chapter.blocks().stream().anyMatch(Block.Fold.class::isInstance)) {
                foldAll();
            }
            if (chapter.blocks().stream().anyMatch(Block.Register.class::isInstance)) {
                search();
            }
            blocks.write(chapter.blocks());
            html.close("section").newLine();
        }

        /** Hidden until the script that it needs has started. */
        private void foldAll() {
            html.open("p", "class", "fold-all", "hidden", "")
                    .element("button", messages.get("page.openAll"), "type", "button", "data-open", "1").text(" ")
                    .element("button", messages.get("page.closeAll"), "type", "button", "data-open", "")
                    .close("p").newLine();
        }

        /** Hidden until the script that it needs has started. */
        private void search() {
            html.open("p", "class", "search", "hidden", "").open("label").text(messages.get("register.search"))
                    .text(" ").open("input", "type", "search", "autocomplete", "off").close("label").text(" ")
                    .element("output", "").close("p").newLine();
        }

        private static String sha256(String text) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return Base64.getEncoder().encodeToString(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java runtime has SHA-256", e);
            }
        }

        private static String resource(String name) {
            try (InputStream in = HtmlRenderer.class.getResourceAsStream(name)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
            } catch (IOException e) {
                throw new UncheckedIOException("the bundle is damaged: " + name, e);
            }
        }
    }
}
