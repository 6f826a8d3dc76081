import type { StoryEvent } from '../event.ts'
import { assertNever } from '../must.ts'
import { NOT_NEEDED } from '../story.ts'
import { factsInWords } from './factsInWords.ts'
import { journeyInWords } from './journeyInWords.ts'
import { talkInWords } from './talkInWords.ts'
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
    case 'StoryMuted':
      return say('muted ', it)
    case 'StoryUnmuted':
      return say('took the mute off ', it)
    case 'NoticesDone':
      return say('marked what came of ', it, ' as done')
    case 'NoticesUndone':
      return say('marked what came of ', it, ' as new again')
    case 'RevisitCame':
      return say('had set ', it, ` aside until ${dateInWords(event.on)}: that day has come`)
    case 'StoryKept':
      return say('said to keep ', it, ', which had been quiet')
    case 'KeepWithdrawn':
      return say('no longer said to keep ', it)
    case 'StoryMerged':
      return {
        ...say('merged ', storyName(known, event.from), ' into ', it),
        notes: brought(event),
      }
    case 'ThreadStarted':
    case 'ThreadReplied':
    case 'CommentEdited':
    case 'CommentDeleted':
    case 'CommentRestored':
    case 'ThreadResolved':
    case 'ThreadReopened':
    case 'CommentReacted':
    case 'ReactionWithdrawn':
    case 'SuggestionSettled':
    case 'SuggestionUnsettled':
      return talkInWords(event, known, subject)
    case 'VersionKept':
      return event.name === null
        ? { ...say('edited the text', ...ofIt), notes: ['A version of it was kept'] }
        : say('kept the text', ...ofIt, ' as the version ', { name: `“${event.name}”` })
    case 'CriteriaDealt':
      return say(
        'split ',
        it,
        ' off ',
        storyName(known, event.from),
        `, with ${count(event.criteria.length, 'criterion', 'criteria')}`,
      )
    case 'VersionNamed':
      return versionNamed(event, ofIt)
    case 'VersionRestored':
      return restored(event, ofIt)
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

function versionNamed(
  { from, to }: Extract<StoryEvent, { type: 'VersionNamed' }>,
  ofIt: readonly Word[],
): Told {
  if (to === null) return say('took the name off the version ', named(from), ...ofIt)
  if (from === null) return say('called a version', ...ofIt, ' ', named(to))
  return say('renamed the version ', named(from), ...ofIt, ' to ', named(to))
}

function restored(
  { name, keptAt, block }: Extract<StoryEvent, { type: 'VersionRestored' }>,
  ofIt: readonly Word[],
): Told {
  const what = block === null ? 'restored the text' : 'restored a part of the text'
  const source: Word[] =
    name !== null
      ? [' from the version ', named(name)]
      : [
          keptAt === null
            ? ' from an earlier version'
            : ` from the version of ${dateInWords(new Date(keptAt).toISOString().slice(0, 10))}`,
        ]
  return say(what, ...ofIt, ...source)
}

function named(name: string | null): Word {
  return name === null ? 'without a name' : { name: `“${name}”` }
}

function brought({ votes, watchers }: Extract<StoryEvent, { type: 'StoryMerged' }>): string[] {
  const parts: string[] = []
  if (votes.length > 0) parts.push(count(votes.length, 'vote'))
  if (watchers.length > 0) parts.push(count(watchers.length, 'watcher'))
  return parts.length === 0 ? [] : [`It brought ${listed(parts)}`]
}
