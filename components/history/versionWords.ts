import { inWords } from '#lib/domain/history/inWords.ts'
import type { Known } from '#lib/domain/history/known.ts'
import { listed, plainWords } from '#lib/domain/history/told.ts'
import { missingInWords, type Readiness } from '#lib/domain/readiness.ts'
import type { VersionEntry } from '#lib/schema/history.ts'
import { exactly } from './when.ts'

/** Gives what a version is called: its name, or what happened when it was kept. */
export function versionTitle({ name, event }: VersionEntry, known: Known): string {
  if (name !== null) return name
  if (event.type === 'VersionKept') return 'Automatic version'
  const words = plainWords(inWords(event, known).words)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Gives the same for a list to choose from, where nothing else tells it apart. */
export function versionOption(version: VersionEntry, known: Known): string {
  return `${versionTitle(version, known)} · ${exactly(version.at)}`
}

/** Gives who wrote for a version: "Written by Ana and Bo"; '' where nobody has since the one before. */
export function authorsInWords(names: readonly string[]): string {
  if (names.length === 0) return ''
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} others`] : names
  return `Written by ${listed(shown)}`
}

/** Gives how ready the story was then: "4 of 5 checks met, but it has no theme". */
export function readinessInWords({ met, of, missing }: Readiness): string {
  if (of === 0) return 'No check was required then'
  const checks = `${met} of ${of} checks met`
  return missing.length === 0 ? checks : `${checks}, but ${missingInWords(missing)}`
}
