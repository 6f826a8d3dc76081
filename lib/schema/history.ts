import type { EventType, WorkspaceEvent } from '../domain/event.ts'
import type { Readiness } from '../domain/readiness.ts'
import type { Story } from '../domain/story.ts'

/** Answers of the REST API about what has been, as the pages read them. */

/** Somebody whom an answer names; `left`: no longer a member. */
export interface NamedPerson {
  readonly id: string
  readonly name: string
  /** Index into the presence palette, 0 to 11. */
  readonly colour: number
  readonly left: boolean
}

/** A story that an answer names: on a list, in the trash, or removed for good. */
export interface NamedStory {
  readonly id: string
  readonly key: string | null
  readonly title: string
  readonly where: 'list' | 'trash' | 'gone'
}

/** `GET …/history`: newest first. */
export interface HistoryPage {
  readonly events: readonly WorkspaceEvent[]
  /** What `before` gives the page after this one, which may have fewer events than asked for; null at the beginning. */
  readonly next: number | null
  readonly people: readonly NamedPerson[]
  readonly stories: readonly NamedStory[]
}

/** `GET …/trash`: what was trashed last comes first. */
export interface TrashPage {
  readonly trashed: readonly TrashedStory[]
  /** What `before` gives the page after this one; null at the end. */
  readonly next: string | null
  /** How many there are in all. */
  readonly total: number
  /** How many a purge of what is due would remove. */
  readonly due: number
  readonly people: readonly NamedPerson[]
}

export interface TrashedStory {
  readonly story: Story
  /** A user's id; null where the log does not tell. */
  readonly by: string | null
  /** Whole days until a purge removes it; 0: it is due. */
  readonly daysLeft: number
}

/** `GET …/stories/{story}/versions`: newest first. */
export interface VersionList {
  readonly versions: readonly VersionEntry[]
  /** The newest version that says what the story says now; null while there is none. */
  readonly current: number | null
  readonly people: readonly NamedPerson[]
}

export interface VersionEntry {
  /** The position of the event it was kept at. */
  readonly seq: number
  /** The type of that event. */
  readonly cause: EventType
  /** The event itself. */
  readonly event: WorkspaceEvent
  readonly by: string
  readonly at: number
  readonly readiness: Readiness
  /** What somebody called it; null while nobody has. */
  readonly name: string | null
  /** Who has written since the version before it: user ids. */
  readonly authors: readonly string[]
  /** The first version with the same text. */
  readonly sameAs: number
}

/** `GET …/stories/{story}/versions/{seq}`. */
export interface VersionText extends VersionEntry {
  readonly content: readonly Content[]
  /** The same as plain text, a line a block. */
  readonly text: string
  /** Who wrote what it says. */
  readonly people: readonly NamedPerson[]
}

/** `GET …/stories/{story}/authors`. */
export interface TextAuthors {
  /** Yjs client ids whose text is in the story now, each with the user it belongs to. */
  readonly clients: readonly (readonly [number, string])[]
  readonly people: readonly NamedPerson[]
}

/**
 * A piece of a story as plain JSON, under the names it has in the document: the form that ProseMirror and TipTap take
 * and give. Whoever draws it judges links and attributes: a foreign client may have written anything.
 */
export interface Content {
  readonly type: string
  readonly attrs?: Attributes
  readonly content?: readonly Content[]
  readonly text?: string
  /** Who wrote this text, a user's id: where that is asked for and known. */
  readonly by?: string
  readonly marks?: readonly {
    readonly type: string
    readonly attrs?: Attributes
  }[]
}

type Attributes = Readonly<Record<string, string | number | boolean | null>>
