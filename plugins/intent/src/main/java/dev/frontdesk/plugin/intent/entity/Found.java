package dev.frontdesk.plugin.intent.entity;

/** Something found between two places of a text. */
record Found<T>(int from, int to, T what) {}
