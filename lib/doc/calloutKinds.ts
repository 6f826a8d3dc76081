/** What a callout is for, in the order in which they are offered. */
export const CALLOUT_KINDS = ['note', 'tip', 'warning', 'danger', 'decision'] as const
export type CalloutKind = (typeof CALLOUT_KINDS)[number]

/** The kinds as they are called. */
export const CALLOUT_NAMES: Readonly<Record<CalloutKind, string>> = {
  note: 'Note',
  tip: 'Tip',
  warning: 'Warning',
  danger: 'Danger',
  decision: 'Decision',
}

/** Reads the kind of a callout, whoever wrote it. */
export function readCalloutKind(kind: unknown): CalloutKind {
  return CALLOUT_KINDS.find((known) => known === kind) ?? 'note'
}
