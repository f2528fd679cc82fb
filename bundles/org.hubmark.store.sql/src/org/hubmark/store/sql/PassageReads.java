package org.hubmark.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.PassageFilter;
import org.hubmark.core.store.PassageOrder;
import org.hubmark.core.store.Referrer;
import org.hubmark.core.store.StoreException;

/** Reads passages and evidence across editions, and who refers to whom. */
final class PassageReads {

    private static final String EDITIONS = """
            select e.id from object e join object b on b.id = e.container
            where e.project = ? and e.is_record = true and e.type = 'Edition' and not e.deleted
            order by b.order_key, b.id, e.order_key, e.id""";
    private static final String EVIDENCE = """
            select o.id from feature_value t join object o on o.id = t.object
            where t.ref = ? and t.feature = 'target' and o.type = 'Evidence'
            order by o.container, o.order_key, o.id""";

    private final Access access;
    private final ObjectReads objects;

    PassageReads(Access access, ObjectReads objects) {
        this.access = access;
        this.objects = objects;
    }

    Cursor<Passage> passages(PassageFilter filter, PassageOrder order, IProgressMonitor monitor) throws StoreException {
        boolean oneQuery = order == PassageOrder.NEWEST || filter.edition() != null || filter.code() != null
                || filter.target() != null;
        Iterator<PassageFilter> queries = oneQuery ? List.of(filter).iterator() : byEdition(filter, monitor);
        return new PagedCursor<>(new PagedCursor.Pages<>() {
            private List<UUID> left = List.of();

            @Override
            public List<Passage> next() throws StoreException {
                if (left.isEmpty()) {
                    if (!queries.hasNext()) {
                        return null;
                    }
                    left = ids(queries.next(), order, monitor);
                }
                List<UUID> some = left.subList(0, Math.min(ObjectReads.PAGE, left.size()));
                left = left.subList(some.size(), left.size());
                return objects.byIds(some, monitor).stream().map(Passage::of).toList();
            }
        }, monitor);
    }

    Cursor<Evidence> evidence(UUID target, IProgressMonitor monitor) throws StoreException {
        Cursor<ObjectState> states = objects.cursor(objects.ids(EVIDENCE, List.of(target), monitor), monitor);
        return new Cursor<>() {
            @Override
            public boolean hasNext() {
                return states.hasNext();
            }

            @Override
            public Evidence next() {
                return Evidence.of(states.next());
            }

            @Override
            public void close() {
                states.close();
            }
        };
    }

    Cursor<Referrer> referrers(UUID object, IProgressMonitor monitor) throws StoreException {
        return Cursor.of(access.run(monitor, connection -> {
            List<Referrer> referrers = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("""
                    select o.id, o.type, v.feature from feature_value v join object o on o.id = v.object
                    where v.ref = ? order by o.type, o.id, v.feature""")) {
                query.setObject(1, object);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        referrers.add(new Referrer(row.getObject(1, UUID.class), row.getString(2), row.getString(3)));
                    }
                }
            }
            return referrers;
        }));
    }

    /** One query an edition, so that the first page of 200,000 passages does not wait for all of them to be sorted. */
    private Iterator<PassageFilter> byEdition(PassageFilter filter, IProgressMonitor monitor) throws StoreException {
        return objects.ids(EDITIONS, List.of(filter.project()), monitor).stream()
                .map(edition -> new PassageFilter(filter.project(), edition, null, null, filter.quoteContains()))
                .iterator();
    }

    private List<UUID> ids(PassageFilter filter, PassageOrder order, IProgressMonitor monitor) throws StoreException {
        StringBuilder sql = new StringBuilder("select o.id from object o");
        List<Object> parameters = new ArrayList<>();
        if (filter.code() != null) {
            sql.append(" join feature_value c on c.object = o.id and c.feature = 'codes' and c.ref = ?");
            parameters.add(filter.code());
        }
        if (filter.quoteContains() != null) {
            sql.append(" join feature_value q on q.object = o.id and q.feature = 'quote' and q.item = ''"
                    + " and position(? in q.text) > 0");
            parameters.add(filter.quoteContains());
        }
        if (order == PassageOrder.PLACE) {
            sql.append(" join feature_value s on s.object = o.id and s.feature = 'start' and s.item = ''"
                    + " join feature_value z on z.object = o.id and z.feature = 'end' and z.item = ''"
                    + " join object e on e.id = o.container join object b on b.id = e.container");
        }
        sql.append(" where o.type = 'Passage' and not o.deleted");
        if (filter.project() != null) {
            sql.append(" and o.project = ? and o.is_record = true");
            parameters.add(filter.project());
        }
        if (filter.edition() != null) {
            sql.append(" and o.container = ?");
            parameters.add(filter.edition());
        }
        if (filter.target() != null) {
            sql.append(" and o.id in (select l.container from feature_value t join object l on l.id = t.object"
                    + " where t.ref = ? and t.feature = 'target' and l.type = 'Evidence')");
            parameters.add(filter.target());
        }
        sql.append(order == PassageOrder.PLACE
                ? " order by b.order_key, b.id, e.order_key, e.id, s.number, z.number desc, o.id"
                : " order by o.created_revision desc, o.id desc");
        return objects.ids(sql.toString(), parameters, monitor);
    }
}
