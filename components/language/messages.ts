import type { NamespaceKeys, NestedKeyOf, useTranslations } from 'use-intl'
import type entry from '#messages/en/entry.json'
import type pages from '#messages/en/pages.json'
import type settings from '#messages/en/settings.json'
import type themes from '#messages/en/themes.json'
import type ui from '#messages/en/ui.json'
import type words from '#messages/en/words.json'
import type { Language } from '#lib/language/languages.ts'

/** Every text by its area, which is a file in `messages/<language>/`, and its key. English says which keys there are. */
export interface Messages {
  /** Signing in, setting up, joining. */
  readonly entry: typeof entry
  /** Pages that say that there is nothing to show. */
  readonly pages: typeof pages
  readonly settings: typeof settings
  /** Themes and personas. */
  readonly themes: typeof themes
  /** What belongs to a control wherever it stands, and what can go wrong anywhere. */
  readonly ui: typeof ui
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
    entry: () => import('#messages/en/entry.json'),
    pages: () => import('#messages/en/pages.json'),
    settings: () => import('#messages/en/settings.json'),
    themes: () => import('#messages/en/themes.json'),
    ui: () => import('#messages/en/ui.json'),
    words: () => import('#messages/en/words.json'),
  },
  de: {
    entry: () => import('#messages/de/entry.json'),
    pages: () => import('#messages/de/pages.json'),
    settings: () => import('#messages/de/settings.json'),
    themes: () => import('#messages/de/themes.json'),
    ui: () => import('#messages/de/ui.json'),
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
