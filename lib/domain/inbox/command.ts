import type { Command, NewCommand } from '../command.ts'

interface OnOwn {
  readonly id: string
  readonly story: string
}

/** What a person asks of their own inbox. It takes no right but reading the story. */
export type InboxCommand =
  /** `upTo`: the newest event whose notice they have seen. */
  | (OnOwn & { readonly type: 'markNoticesDone'; readonly upTo: number })
  /** Notices of events after `downTo` are new again. */
  | (OnOwn & { readonly type: 'markNoticesUndone'; readonly downTo: number })
  | (OnOwn & { readonly type: 'muteStory' | 'unmuteStory' })

/** True for a command about the sender's own inbox. */
export function isInboxCommand(command: Command): command is InboxCommand
export function isInboxCommand(
  command: NewCommand,
): command is Extract<NewCommand, { readonly type: InboxCommand['type'] }>
export function isInboxCommand(command: { readonly type: string }): boolean
export function isInboxCommand({ type }: { readonly type: string }): boolean {
  return Object.hasOwn(INBOX_COMMANDS, type)
}

const INBOX_COMMANDS = {
  markNoticesDone: true,
  markNoticesUndone: true,
  muteStory: true,
  unmuteStory: true,
} as const satisfies Record<InboxCommand['type'], true>
