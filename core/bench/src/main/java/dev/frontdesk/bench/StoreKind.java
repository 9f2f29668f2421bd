package dev.frontdesk.bench;

/** The stores a bench can run on. */
public enum StoreKind {
    SQLITE,
    POSTGRES
}
