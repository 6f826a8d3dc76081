import type { WorkspaceEvent } from '../event.ts'
import { type Known, storyName } from './known.ts'
import { isOfSession } from '../sessions/event.ts'
import { sessionInWords } from './sessionInWords.ts'
import { settingsInWords } from './settingsInWords.ts'
import { storyInWords } from './storyInWords.ts'
import { phrase, type Told } from './told.ts'

/**
 * Tells an event as people read it, behind the name of whoever did it, in no language yet (`written`, `inEnglish`). `named`: it
 * stands among events of other stories, so that the story is called by its key; else by "it". Pure; every type of event has
 * its words.
 */
export function inWords(
  event: WorkspaceEvent,
  known: Known,
  { named = false }: { readonly named?: boolean } = {},
): Told {
  if (isOfSession(event)) return sessionInWords(event, known)
  if (event.story === null) return settingsInWords(event, known)
  const it = named ? storyName(known, event.story) : phrase('it')
  return storyInWords(event, known, { it, named: named ? 'yes' : 'no' })
}
