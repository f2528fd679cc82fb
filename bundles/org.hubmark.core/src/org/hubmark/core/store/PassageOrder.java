package org.hubmark.core.store;

/** In what order passages come. */
public enum PassageOrder {
    /** By edition, then by their place in it. */
    PLACE,
    /** Newest first. */
    NEWEST
}
