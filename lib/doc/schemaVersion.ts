/**
 * The version of the editor's schema (extensions.ts): raised whenever a node, a mark or an attribute is added. Apart from
 * schema.ts, so that a page can say it before it has Yjs.
 */
export const SCHEMA_VERSION = 3
