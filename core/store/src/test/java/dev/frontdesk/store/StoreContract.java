package dev.frontdesk.store;

/** What every contract needs. */
interface StoreContract {
    SqlStore store();
}
