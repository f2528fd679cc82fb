package org.hubmark.store.sql;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.Role;
import org.hubmark.core.text.SourceText;

/** Puts the text and the bytes of an edition into the database, once. */
final class TextKeeper {

    private static final String KNOWN = "select 1 from edition_text where text_sha256 = ?";
    private static final String INSERT = """
            insert into edition_text (text_sha256, text, file_sha256, original) values (?, ?, ?, ?)""";

    private final Statements statements;

    TextKeeper(Statements statements) {
        this.statements = statements;
    }

    /** Null if it is there now, else the answer that says why not. */
    String keep(String account, EditionText text) throws SQLException {
        try {
            MemberRow.of(statements, account, null, Role.ANALYST);
        } catch (RefusedException e) {
            return Answers.refused(e);
        }
        if (!text.textSha256().equals(SourceText.sha256(text.text().getBytes(StandardCharsets.UTF_8)))
                || !text.fileSha256().equals(SourceText.sha256(text.original()))) {
            return Answers.refused(new RefusedException(Refusal.MALFORMED, text.textSha256()));
        }
        try (ResultSet known = statements.of(KNOWN, text.textSha256()).executeQuery()) {
            if (known.next()) {
                return null;
            }
        }
        PreparedStatement insert = statements.of(INSERT);
        insert.setString(1, text.textSha256());
        insert.setCharacterStream(2, new StringReader(text.text()), text.text().length());
        insert.setString(3, text.fileSha256());
        insert.setBinaryStream(4, new ByteArrayInputStream(text.original()), text.original().length);
        insert.executeUpdate();
        return null;
    }
}
