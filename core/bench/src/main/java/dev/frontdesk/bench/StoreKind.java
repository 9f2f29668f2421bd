package dev.frontdesk.bench;

/** The stores a bench can run on. */
enum StoreKind {
    SQLITE,
    POSTGRES
}
