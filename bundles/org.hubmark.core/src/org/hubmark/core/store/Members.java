package org.hubmark.core.store;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Who may work in a database. Accounts are accounts of the database itself. Every call blocks on it; only administrators
 * may change anything but their own password, and nobody may take the last administrator's role away. A refusal arrives
 * as a {@link StoreException} of kind REFUSED. An embedded database has one account and takes no others.
 */
public interface Members {

    /** By name. */
    List<Member> all(IProgressMonitor monitor) throws StoreException;

    /** The member this store is connected as. */
    Member own(IProgressMonitor monitor) throws StoreException;

    /** Makes an account. The password is not kept; the caller may wipe it afterwards. */
    void create(Member member, char[] password, IProgressMonitor monitor) throws StoreException;

    /** Gives a member another name or role; it holds from the next change set on, also for sessions that are open. */
    void change(Member member, IProgressMonitor monitor) throws StoreException;

    /** Gives an account another password. */
    void changePassword(String account, char[] password, IProgressMonitor monitor) throws StoreException;

    /** Takes an account away. What its member did stays in the log under the member's name. */
    void remove(String account, IProgressMonitor monitor) throws StoreException;
}
