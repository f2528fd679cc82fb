package org.hubmark.store.sql;

import org.h2.util.JdbcUtils;
import org.h2.util.Utils;

/**
 * H2 loads the functions of a database by name; in OSGi its own class loader does not see ours. Elsewhere it is not needed.
 */
final class H2Classes implements Utils.ClassFactory {

    void add() {
        JdbcUtils.addClassFactory(this);
    }

    void remove() {
        JdbcUtils.removeClassFactory(this);
    }

    @Override
    public boolean match(String name) {
        return name.equals(H2Functions.class.getName());
    }

    @Override
    public Class<?> loadClass(String name) {
        return H2Functions.class;
    }
}
