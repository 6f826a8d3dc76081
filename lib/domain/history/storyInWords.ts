import type { StoryEvent } from '../event.ts'
import { assertNever } from '../must.ts'
import { NOT_NEEDED } from '../story.ts'
import { factsInWords } from './factsInWords.ts'
import { journeyInWords } from './journeyInWords.ts'
import { type Known, personaName, stageName, storyName, themeName } from './known.ts'
import { count, dateInWords, listed, plainWords, say, type Told, type Word } from './told.ts'

/** How the sentence calls the story: "it" on the story's own page, elsewhere by its key. */
export interface Subject {
  readonly it: Word
  /** "edited the text", "edited the text of ABC-42". */
  readonly ofIt: readonly Word[]
}

/** Tells what happened to a story. */
export function storyInWords(event: StoryEvent, known: Known, subject: Subject): Told {
  const { it, ofIt } = subject
  switch (event.type) {
    case 'StoryCaptured': {
      const where = event.stage === 'idea' ? [] : [' in ', stageName(event.stage)]
      const told = say('captured ', it, ` as “${event.title}”`, ...where)
      return event.sample ? { ...told, notes: ['Part of the sample data'] } : told
    }
    case 'StoryRenamed':
      return say('renamed ', it, ` from “${event.from}” to “${event.to}”`)
    case 'ThemeSet':
      return changed('theme', subject, event, (id) => themeName(known, id))
    case 'PersonaSet':
      if (event.to === NOT_NEEDED) return say('said that ', it, ' needs no persona')
      return changed('persona', subject, event, (id) => personaName(known, id))
    case 'LabelsSet':
      return labels(event, subject)
    case 'DependenciesSet':
      return dependencies(event, known, it)
    case 'StoryDescribed':
      return { ...say('edited the text', ...ofIt), notes: factsInWords(event.facts) }
    case 'StoryMoved':
    case 'StoryAssigned':
    case 'StoryReassigned':
    case 'StorySentBack':
    case 'StoryStepped':
      return journeyInWords(event, known, it)
    case 'StoryRanked':
      return say('moved ', it, event.to < event.from ? ' up' : ' down', ' in the order')
    case 'StorySized':
      return changed('size', subject, event, (size) => ({ name: size }))
    case 'StoryScheduled':
      return changed('schedule', subject, event, (day) => ({ name: dateInWords(day) }))
    case 'ChangeAcknowledged':
      return say('has seen that the criteria', ...ofIt, ' changed')
    case 'StoryAcknowledged':
      return say('acknowledged ', it, ` for ${event.side}`)
    case 'AcknowledgementWithdrawn':
      return say('withdrew the acknowledgement', ...ofIt, ` for ${event.side}`)
    case 'StoryUpvoted':
      return say('voted for ', it)
    case 'VoteWithdrawn':
      return say('withdrew the vote for ', it)
    case 'StoryWatched':
      return say('began to watch ', it)
    case 'StoryUnwatched':
      return say('stopped watching ', it)
    case 'StoryMerged':
      return {
        ...say('merged ', storyName(known, event.from), ' into ', it),
        notes: brought(event),
      }
    case 'StoryTrashed':
      return say('moved ', it, ' to the trash')
    case 'StoryRestored':
      return say('restored ', it, ' from the trash')
    case 'StoryPurged':
      return say('removed ', [event.key, `“${event.title}”`].filter(Boolean).join(' '), ' for good')
    default:
      return assertNever(event)
  }
}

/** Something of a story that is given, changed or taken away. */
function changed(
  what: string,
  { it, ofIt }: Subject,
  { from, to }: { readonly from: string | null; readonly to: string | null },
  nameOf: (value: string) => Word,
): Told {
  if (to === null) {
    const old: Word[] = from === null ? [] : [' ', nameOf(from)]
    return say(`took the ${what}`, ...old, ' off ', it)
  }
  if (from === null) return say('gave ', it, ` the ${what} `, nameOf(to))
  return say(`changed the ${what}`, ...ofIt, ' from ', nameOf(from), ' to ', nameOf(to))
}

function labels(
  { from, to }: Extract<StoryEvent, { type: 'LabelsSet' }>,
  { it, ofIt }: Subject,
): Told {
  const added = to.filter((label) => !from.includes(label))
  const gone = from.filter((label) => !to.includes(label))
  const called = (names: readonly string[]) =>
    `${names.length === 1 ? 'label' : 'labels'} ${listed(names)}`
  if (gone.length === 0 && added.length > 0) return say('gave ', it, ` the ${called(added)}`)
  if (added.length === 0 && gone.length > 0) return say(`took the ${called(gone)} off `, it)
  if (added.length === 0) return say('changed the order of the labels', ...ofIt)
  return say('gave ', it, ` the ${called(added)} instead of ${listed(gone)}`)
}

function dependencies(
  { to }: Extract<StoryEvent, { type: 'DependenciesSet' }>,
  known: Known,
  it: Word,
): Told {
  if (to === null) return say('took back what ', it, ' waits for')
  if (to.length === 0) return say('said that ', it, ' waits for nothing')
  const names = to.map((id) => plainWords([storyName(known, id)]))
  return say('said that ', it, ` waits for ${listed(names)}`)
}

function brought({ votes, watchers }: Extract<StoryEvent, { type: 'StoryMerged' }>): string[] {
  const parts: string[] = []
  if (votes.length > 0) parts.push(count(votes.length, 'vote'))
  if (watchers.length > 0) parts.push(count(watchers.length, 'watcher'))
  return parts.length === 0 ? [] : [`It brought ${listed(parts)}`]
}
