import type { StoryEvent } from '../event.ts'
import { assertNever } from '../must.ts'
import type { Said, TalkFact } from '../talk/event.ts'
import { plainComment } from '../talk/mentions.ts'
import type { Anchor } from '../talk/thread.ts'
import type { Known } from './known.ts'
import type { Subject } from './storyInWords.ts'
import { type Phrase, phrase, say, type Told } from './told.ts'

type TalkEvent = Extract<StoryEvent, { readonly type: TalkFact['type'] }>

/** Tells what happened in a story's discussion. Words that were deleted or replaced since are not told any more. */
export function talkInWords(event: TalkEvent, known: Known, subject: Subject): Told {
  switch (event.type) {
    case 'ThreadStarted': {
      const { suggestion } = event
      const told = suggestion
        ? say('suggested', { ...subject, to: short(suggestion.to), from: short(suggestion.from) })
        : say('commented', subject)
      return { ...told, quote: quoted(event, known), notes: placed(event.anchor) }
    }
    case 'ThreadReplied':
      return { ...say('answered', subject), quote: quoted(event, known) }
    case 'CommentEdited':
      return { ...say('commentEdited', subject), quote: quoted(event, known) }
    case 'CommentDeleted':
      return say('commentDeleted', subject)
    case 'CommentRestored':
      return { ...say('commentRestored', subject), quote: quoted(event, known) }
    case 'ThreadResolved':
      return say('threadResolved', subject)
    case 'ThreadReopened':
      return say('threadReopened', subject)
    case 'CommentReacted':
      return say('reacted', { ...subject, emoji: event.emoji })
    case 'ReactionWithdrawn':
      return say('reactionWithdrawn', { ...subject, emoji: event.emoji })
    case 'SuggestionSettled':
      return say('suggestionSettled', { ...subject, outcome: event.outcome })
    case 'SuggestionUnsettled':
      return say('suggestionUnsettled', subject)
    default:
      return assertNever(event)
  }
}

/**
 * A timeline shows how a comment begins; all of it is in the discussion. Named are only teams that the event mentions: it is
 * told to nobody who does not know of those (HI1), and `known` may be more than its reader knows.
 */
function quoted({ text, mentions }: Said, { settings }: Known): string | null {
  if (text === null || text === '') return null
  const teamName = (id: string) =>
    mentions.teams.includes(id) ? settings.teams.get(id)?.name : undefined
  return short(plainComment(text, teamName))
}

function placed(anchor: Anchor | null): Phrase[] {
  if (anchor === null || anchor.quote === '') return []
  return [phrase('about', { quote: short(anchor.quote) })]
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}
