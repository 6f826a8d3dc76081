import { listed } from '#components/language/listed.ts'
import { textsOf } from '#components/language/loaded.ts'
import { inWords } from '#lib/domain/history/inWords.ts'
import type { Known } from '#lib/domain/history/known.ts'
import { capital, textOf } from '#lib/domain/history/write.ts'
import type { Readiness } from '#lib/domain/readiness.ts'
import type { VersionEntry } from '#lib/schema/history.ts'
import { exactly } from './when.ts'
import { pageWriter, personText } from './writer.ts'

/** Gives what a version is called: its name, or what happened when it was kept. */
export function versionTitle({ name, event }: VersionEntry, known: Known): string {
  if (name !== null) return name
  if (event.type === 'VersionKept') return textsOf('history')('automatic')
  const words = textOf(pageWriter, inWords(event, known).words)
  const who = personText(known, event.by)
  return capital(textsOf('history')('versionOf', { who, words }))
}

/** Gives the same for a list to choose from, where nothing else tells it apart. */
export function versionOption(version: VersionEntry, known: Known): string {
  return `${versionTitle(version, known)} · ${exactly(version.at)}`
}

/** Gives who wrote for a version: "Written by Ana and Bo"; '' where nobody has since the one before. */
export function authorsInWords(names: readonly string[]): string {
  if (names.length === 0) return ''
  return textsOf('history')('writtenBy', { names: listed(textsOf('words'), names) })
}

/** Gives how ready the story was then: "4 of 5 checks met, but it has no theme". */
export function readinessInWords({ met, of, missing }: Readiness): string {
  if (of === 0) return textsOf('history')('noChecks')
  const t = textsOf('history')
  const checks = t('checksMet', { met, of })
  if (missing.length === 0) return checks
  const lacks = missing.map((check) => textsOf('words')(`missing.${check}`))
  return t('checksMetBut', { checks, missing: lacks.join('; ') })
}
