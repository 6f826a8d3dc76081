import type { Place } from './rank.ts'
import type { Move } from './stage.ts'

/** What a person asks for. `id` is chosen by the client and makes sending it twice have one effect. */
export type Command =
  CaptureStory | RenameStory | MoveStory | RankStory | TrashStory | RemoveSamples

type WithoutId<C> = C extends Command ? Omit<C, 'id'> : never
/** A command before it has been given an id. */
export type NewCommand = WithoutId<Command>

interface OnStory {
  readonly id: string
  readonly story: string
}

/** `story` names the new story's id. ST1: it starts in Idea, at the bottom unless a place is given. */
export interface CaptureStory extends OnStory {
  readonly type: 'captureStory'
  readonly title: string
  readonly place?: Place
}

export interface RenameStory extends OnStory {
  readonly type: 'renameStory'
  readonly title: string
}

/** ST2. `reason` where the rule asks for one; `revisitOn` and `duplicateOf` only for `dismissStory`. */
export interface MoveStory extends OnStory {
  readonly type: Move
  readonly place?: Place
  readonly reason?: string
  /** `YYYY-MM-DD`. */
  readonly revisitOn?: string
  readonly duplicateOf?: string
}

/** Orders a story inside the stage it is in. */
export interface RankStory extends OnStory {
  readonly type: 'rankStory'
  readonly place: Place
}

/** ST7. */
export interface TrashStory extends OnStory {
  readonly type: 'trashStory' | 'restoreStory'
}

/** Puts every sample story into the trash. */
export interface RemoveSamples {
  readonly id: string
  readonly type: 'removeSamples'
}

export type CommandType = Command['type']
