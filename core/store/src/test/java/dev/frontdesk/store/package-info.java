/** One contract, two databases: {@link dev.frontdesk.store.SqliteStoreTest} and {@link dev.frontdesk.store.PostgresStoreTest} implement it. */
package dev.frontdesk.store;
