import type { NamespaceKeys, NestedKeyOf, useTranslations } from 'use-intl'
import type actions from '#messages/en/actions.json'
import type around from '#messages/en/around.json'
import type asks from '#messages/en/asks.json'
import type board from '#messages/en/board.json'
import type live from '#messages/en/live.json'
import type meeting from '#messages/en/meeting.json'
import type entry from '#messages/en/entry.json'
import type flow from '#messages/en/flow.json'
import type list from '#messages/en/list.json'
import type overlays from '#messages/en/overlays.json'
import type events from '#messages/en/events.json'
import type history from '#messages/en/history.json'
import type inbox from '#messages/en/inbox.json'
import type backlog from '#messages/en/backlog.json'
import type discussion from '#messages/en/discussion.json'
import type story from '#messages/en/story.json'
import type pace from '#messages/en/pace.json'
import type planning from '#messages/en/planning.json'
import type pages from '#messages/en/pages.json'
import type problems from '#messages/en/problems.json'
import type refusals from '#messages/en/refusals.json'
import type search from '#messages/en/search.json'
import type settings from '#messages/en/settings.json'
import type shell from '#messages/en/shell.json'
import type themes from '#messages/en/themes.json'
import type ui from '#messages/en/ui.json'
import type views from '#messages/en/views.json'
import type words from '#messages/en/words.json'
import type { Language } from '#lib/language/languages.ts'

/** Every text by its area, which is a file in `messages/<language>/`, and its key. English says which keys there are. */
export interface Messages {
  /** What every action is called, and by which words the palette finds it. */
  readonly actions: typeof actions
  /** Before and after a live session: invitations, questions, reports. */
  readonly around: typeof around
  /** What is asked in place: reasons, the gate, teams, what is done with several. */
  readonly asks: typeof asks
  /** The board: its first picture, and what it says of what was done. */
  readonly board: typeof board
  /** Signing in, setting up, joining. */
  readonly entry: typeof entry
  /** What board, backlog and story share, and what is said of what was done. */
  readonly flow: typeof flow
  /** The refinement area as one table. */
  readonly list: typeof list
  /** What meetings and planning share: people, votes, time, notes. */
  readonly live: typeof live
  /** Refinement meetings: their list and their room. */
  readonly meeting: typeof meeting
  /** What was refused, and signing out. */
  readonly overlays: typeof overlays
  /** Sentences of what happened: the same names as in `lib/domain/history/english.ts`. */
  readonly events: typeof events
  /** History, versions and the trash. */
  readonly history: typeof history
  /** What concerns a person, and why. */
  readonly inbox: typeof inbox
  /** A team's backlog: its list, its board, its tray. */
  readonly backlog: typeof backlog
  /** Threads and comments. */
  readonly discussion: typeof discussion
  /** A story: what is known of it, and its text. */
  readonly story: typeof story
  /** How fast a team is: its capacity, forecasts, filling the next iteration. */
  readonly pace: typeof pace
  /** Planning sessions of a team: their list and their room. */
  readonly planning: typeof planning
  /** Pages that say that there is nothing to show. */
  readonly pages: typeof pages
  /** Why a request, a file or an edit was not taken. */
  readonly problems: typeof problems
  /** Why something was refused, in other languages than the domain's own. */
  readonly refusals: typeof refusals
  readonly search: typeof search
  readonly settings: typeof settings
  /** What stays while pages change, and how far the work has got. */
  readonly shell: typeof shell
  /** Themes and personas. */
  readonly themes: typeof themes
  /** What belongs to a control wherever it stands, and what can go wrong anywhere. */
  readonly ui: typeof ui
  /** Saved views. */
  readonly views: typeof views
  /** The words of PRODUCT.md: roles, stages, checks. */
  readonly words: typeof words
}

export type Area = keyof Messages

declare module 'use-intl' {
  interface AppConfig {
    Messages: Messages
  }
}

type Files = { readonly [A in Area]: () => Promise<{ readonly default: Messages[A] }> }

// Written out, so that each is a file of its own and only those of one language are fetched for a page.
const FILES: Readonly<Record<Language, Files>> = {
  en: {
    actions: () => import('#messages/en/actions.json'),
    asks: () => import('#messages/en/asks.json'),
    board: () => import('#messages/en/board.json'),
    entry: () => import('#messages/en/entry.json'),
    flow: () => import('#messages/en/flow.json'),
    list: () => import('#messages/en/list.json'),
    around: () => import('#messages/en/around.json'),
    live: () => import('#messages/en/live.json'),
    meeting: () => import('#messages/en/meeting.json'),
    overlays: () => import('#messages/en/overlays.json'),
    events: () => import('#messages/en/events.json'),
    history: () => import('#messages/en/history.json'),
    inbox: () => import('#messages/en/inbox.json'),
    backlog: () => import('#messages/en/backlog.json'),
    discussion: () => import('#messages/en/discussion.json'),
    story: () => import('#messages/en/story.json'),
    pace: () => import('#messages/en/pace.json'),
    pages: () => import('#messages/en/pages.json'),
    planning: () => import('#messages/en/planning.json'),
    problems: () => import('#messages/en/problems.json'),
    refusals: () => import('#messages/en/refusals.json'),
    search: () => import('#messages/en/search.json'),
    settings: () => import('#messages/en/settings.json'),
    shell: () => import('#messages/en/shell.json'),
    themes: () => import('#messages/en/themes.json'),
    ui: () => import('#messages/en/ui.json'),
    views: () => import('#messages/en/views.json'),
    words: () => import('#messages/en/words.json'),
  },
  de: {
    actions: () => import('#messages/de/actions.json'),
    asks: () => import('#messages/de/asks.json'),
    board: () => import('#messages/de/board.json'),
    entry: () => import('#messages/de/entry.json'),
    flow: () => import('#messages/de/flow.json'),
    list: () => import('#messages/de/list.json'),
    around: () => import('#messages/de/around.json'),
    live: () => import('#messages/de/live.json'),
    meeting: () => import('#messages/de/meeting.json'),
    overlays: () => import('#messages/de/overlays.json'),
    events: () => import('#messages/de/events.json'),
    history: () => import('#messages/de/history.json'),
    inbox: () => import('#messages/de/inbox.json'),
    backlog: () => import('#messages/de/backlog.json'),
    discussion: () => import('#messages/de/discussion.json'),
    story: () => import('#messages/de/story.json'),
    pace: () => import('#messages/de/pace.json'),
    pages: () => import('#messages/de/pages.json'),
    planning: () => import('#messages/de/planning.json'),
    problems: () => import('#messages/de/problems.json'),
    refusals: () => import('#messages/de/refusals.json'),
    search: () => import('#messages/de/search.json'),
    settings: () => import('#messages/de/settings.json'),
    shell: () => import('#messages/de/shell.json'),
    themes: () => import('#messages/de/themes.json'),
    ui: () => import('#messages/de/ui.json'),
    views: () => import('#messages/de/views.json'),
    words: () => import('#messages/de/words.json'),
  },
}

/** Gives the texts of some areas in a language. Rejects when they cannot be fetched. */
export async function fetchMessages(
  language: Language,
  areas: readonly Area[],
): Promise<Partial<Messages>> {
  const files = await Promise.all(
    areas.map(async (area) => [area, (await FILES[language][area]()).default] as const),
  )
  return Object.fromEntries(files)
}

/** An area, or a part of it: `settings`, `settings.teams`. */
export type Part = NamespaceKeys<Messages, NestedKeyOf<Messages>>

/** What writes the texts of an area or of a part of it. For functions that put texts together. */
export type TextsIn<P extends Part> = ReturnType<typeof useTranslations<P>>
