import type { StoryEvent } from '../event.ts'
import { assertNever } from '../must.ts'
import type { Said, TalkFact } from '../talk/event.ts'
import { plainComment } from '../talk/mentions.ts'
import type { Anchor } from '../talk/thread.ts'
import type { Known } from './known.ts'
import type { Subject } from './storyInWords.ts'
import { say, type Told } from './told.ts'

type TalkEvent = Extract<StoryEvent, { readonly type: TalkFact['type'] }>

/** Tells what happened in a story's discussion. Words that were deleted or replaced since are not told any more. */
export function talkInWords(event: TalkEvent, known: Known, { it, ofIt }: Subject): Told {
  switch (event.type) {
    case 'ThreadStarted': {
      const { suggestion } = event
      const told = suggestion
        ? say(
            'suggested a change in ',
            it,
            `: “${short(suggestion.to)}”, not “${short(suggestion.from)}”`,
          )
        : say('commented on ', it)
      return { ...told, quote: quoted(event, known), notes: placed(event.anchor) }
    }
    case 'ThreadReplied':
      return { ...say('answered in the discussion', ...ofIt), quote: quoted(event, known) }
    case 'CommentEdited':
      return {
        ...say('changed a comment in the discussion', ...ofIt),
        quote: quoted(event, known),
      }
    case 'CommentDeleted':
      return say('deleted a comment in the discussion', ...ofIt)
    case 'CommentRestored':
      return {
        ...say('brought a deleted comment back in the discussion', ...ofIt),
        quote: quoted(event, known),
      }
    case 'ThreadResolved':
      return say('resolved a thread in the discussion', ...ofIt)
    case 'ThreadReopened':
      return say('reopened a thread in the discussion', ...ofIt)
    case 'CommentReacted':
      return say(`reacted with ${event.emoji} in the discussion`, ...ofIt)
    case 'ReactionWithdrawn':
      return say(`took ${event.emoji} back in the discussion`, ...ofIt)
    case 'SuggestionSettled':
      return say(`${event.outcome} a suggestion in the discussion`, ...ofIt)
    case 'SuggestionUnsettled':
      return say('took back what they had decided on a suggestion in the discussion', ...ofIt)
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

function placed(anchor: Anchor | null): string[] {
  return anchor === null || anchor.quote === '' ? [] : [`About “${short(anchor.quote)}”`]
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}
