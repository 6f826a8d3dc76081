import type { StoryEvent } from '../event.ts'
import { assertNever } from '../must.ts'
import { NOT_NEEDED } from '../story.ts'
import { factsInWords } from './factsInWords.ts'
import { journeyInWords } from './journeyInWords.ts'
import { talkInWords } from './talkInWords.ts'
import { type Known, personaName, quoted, stageName, storyName, themeName } from './known.ts'
import { type Phrase, phrase, say, type Told, type Value } from './told.ts'

/** How the sentence calls the story: "it" on the story's own page, elsewhere by its key. */
export type Subject = {
  readonly it: Value
  /** "edited the text", or "edited the text of ABC-42". */
  readonly named: 'yes' | 'no'
}

/** Tells what happened to a story. */
export function storyInWords(event: StoryEvent, known: Known, subject: Subject): Told {
  switch (event.type) {
    case 'StoryCaptured': {
      const at = event.stage === 'idea' ? 'start' : 'further'
      const where = { at, where: stageName(event.stage) }
      const told = say('captured', { ...subject, title: event.title, ...where })
      return event.sample ? { ...told, notes: [phrase('sample')] } : told
    }
    case 'StoryRenamed':
      return say('renamed', { ...subject, from: event.from, to: event.to })
    case 'ThemeSet':
      return changed('theme', subject, event, (id) => themeName(known, id))
    case 'PersonaSet':
      if (event.to === NOT_NEEDED) return say('neededNoPersona', subject)
      return changed('persona', subject, event, (id) => personaName(known, id))
    case 'LabelsSet':
      return labels(event, subject)
    case 'DependenciesSet':
      return dependencies(event, known, subject)
    case 'StoryDescribed':
      return { ...say('editedText', subject), notes: factsInWords(event.facts) }
    case 'StoryMoved':
    case 'StoryAssigned':
    case 'StoryReassigned':
    case 'StorySentBack':
    case 'StoryStepped':
      return journeyInWords(event, known, subject)
    case 'StoryRanked':
      return say('ranked', { ...subject, way: event.to < event.from ? 'up' : 'down' })
    case 'StorySized':
      return changed('size', subject, event, (size) => ({ called: size }))
    case 'StoryScheduled':
      return changed('schedule', subject, event, (day) => ({ day }))
    case 'ChangeAcknowledged':
      return say('sawChange', subject)
    case 'StoryAcknowledged':
      return say('acknowledged', { ...subject, side: event.side })
    case 'AcknowledgementWithdrawn':
      return say('withdrewAcknowledgement', { ...subject, side: event.side })
    case 'StoryUpvoted':
      return say('voted', subject)
    case 'VoteWithdrawn':
      return say('withdrewVote', subject)
    case 'StoryWatched':
      return say('watched', subject)
    case 'StoryUnwatched':
      return say('unwatched', subject)
    case 'StoryMuted':
      return say('muted', subject)
    case 'StoryUnmuted':
      return say('unmuted', subject)
    case 'NoticesDone':
      return say('noticesDone', subject)
    case 'NoticesUndone':
      return say('noticesUndone', subject)
    case 'RevisitCame':
      return say('revisitCame', { ...subject, on: { day: event.on } })
    case 'StoryFiled':
      return say('filed', subject)
    case 'StoryKept':
      return say('kept', subject)
    case 'KeepWithdrawn':
      return say('keepWithdrawn', subject)
    case 'StoryMerged':
      return {
        ...say('merged', { ...subject, from: storyName(known, event.from) }),
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
        ? { ...say('editedText', subject), notes: [phrase('versionKept')] }
        : say('keptText', { ...subject, name: { called: quoted(event.name) } })
    case 'CriteriaDealt': {
      const from = storyName(known, event.from)
      return say('dealtCriteria', { ...subject, from, count: event.criteria.length })
    }
    case 'VersionNamed':
      return versionNamed(event, subject)
    case 'VersionRestored':
      return restored(event, subject)
    case 'StoryTrashed':
      return say('trashed', subject)
    case 'StoryRestored':
      return say('untrashed', subject)
    case 'StoryPurged':
      return event.key === null
        ? say('purgedWithoutKey', { title: event.title })
        : say('purged', { key: event.key, title: event.title })
    default:
      return assertNever(event)
  }
}

/** Something of a story that is given, changed or taken away. */
function changed(
  what: 'theme' | 'persona' | 'size' | 'schedule',
  subject: Subject,
  { from, to }: { readonly from: string | null; readonly to: string | null },
  nameOf: (value: string) => Value,
): Told {
  const about = { ...subject, what }
  if (to === null) {
    return from === null ? say('tookUnknown', about) : say('took', { ...about, from: nameOf(from) })
  }
  if (from === null) return say('gave', { ...about, to: nameOf(to) })
  return say('changed', { ...about, from: nameOf(from), to: nameOf(to) })
}

function labels({ from, to }: Extract<StoryEvent, { type: 'LabelsSet' }>, subject: Subject): Told {
  const added = to.filter((label) => !from.includes(label))
  const gone = from.filter((label) => !to.includes(label))
  if (added.length === 0) {
    if (gone.length === 0) return say('orderedLabels', subject)
    return say('tookLabels', { ...subject, count: gone.length, gone: { all: gone } })
  }
  const given = { ...subject, count: added.length, added: { all: added } }
  return gone.length === 0
    ? say('gaveLabels', given)
    : say('swappedLabels', { ...given, gone: { all: gone } })
}

function dependencies(
  { to }: Extract<StoryEvent, { type: 'DependenciesSet' }>,
  known: Known,
  subject: Subject,
): Told {
  if (to === null) return say('waitsUnknown', subject)
  if (to.length === 0) return say('waitsForNothing', subject)
  return say('waitsFor', { ...subject, stories: { all: to.map((id) => storyName(known, id)) } })
}

function versionNamed(
  { from, to }: Extract<StoryEvent, { type: 'VersionNamed' }>,
  subject: Subject,
): Told {
  const named = (name: string | null): Value => ({ called: quoted(name ?? '') })
  if (to === null) return say('versionUnnamed', { ...subject, from: named(from) })
  if (from === null) return say('versionCalled', { ...subject, to: named(to) })
  return say('versionRenamed', { ...subject, from: named(from), to: named(to) })
}

function restored(
  { name, keptAt, block }: Extract<StoryEvent, { type: 'VersionRestored' }>,
  subject: Subject,
): Told {
  const what = { ...subject, part: block === null ? 'no' : 'yes' }
  if (name !== null) {
    return say('restoredText', { ...what, source: 'named', version: { called: quoted(name) } })
  }
  if (keptAt === null) return say('restoredText', { ...what, source: 'earlier' })
  const day = new Date(keptAt).toISOString().slice(0, 10)
  return say('restoredText', { ...what, source: 'dated', on: { day } })
}

function brought({ votes, watchers }: Extract<StoryEvent, { type: 'StoryMerged' }>): Phrase[] {
  const all: Phrase[] = []
  if (votes.length > 0) all.push(phrase('votes', { count: votes.length }))
  if (watchers.length > 0) all.push(phrase('watchers', { count: watchers.length }))
  return all.length === 0 ? [] : [phrase('brought', { parts: { all } })]
}
