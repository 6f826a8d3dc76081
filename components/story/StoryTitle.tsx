import { whyNotIn } from '#components/language/refusalText.ts'
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import { shortName, TITLE_MAX_CHARACTERS } from '#lib/domain/story.ts'
import { isComposing } from '#components/ui/composing.ts'
import { giveTitle, type StoryTarget } from './storyActions.ts'

/** With so many characters left the limit is shown. */
const NEAR_LIMIT = 60

/**
 * The title, edited where it stands: Enter commits and goes on to the text, Escape reverts, leaving commits (UX19).
 * While it is not being edited it follows what others call the story.
 */
export function StoryTitle({
  target,
  compact = false,
  onDone,
}: {
  readonly target: StoryTarget
  /** Smaller, for a panel beside something else. */
  readonly compact?: boolean
  readonly onDone: () => void
}) {
  const t = textsOf('story')
  const { client, story } = target
  const locked = whyNotIn(
    client.judge({ type: 'renameStory', story: story.id, title: story.title }),
  )
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  // A blur that comes with Escape must not commit what Escape drops.
  const reverting = useRef(false)
  const noteId = useId()
  const title = draft ?? story.title

  // Where `field-sizing` is not known, the height follows by hand.
  useLayoutEffect(() => {
    const element = field.current
    if (!element || CSS.supports('field-sizing', 'content')) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
  })

  const commit = (): boolean => {
    if (draft === null || reverting.current) return true
    const found = problemWith(draft)
    setProblem(found)
    if (found !== null) return false
    const outcome = runAction(giveTitle, { ...target, title: draft.trim() })
    if (outcome.ok) setDraft(null)
    return outcome.ok
  }
  const revert = () => {
    reverting.current = true
    setDraft(null)
    setProblem(null)
    field.current?.blur()
    reverting.current = false
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (commit()) onDone()
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      revert()
    }
  }

  const left = TITLE_MAX_CHARACTERS - title.length
  const note = problem ?? (draft !== null && left <= NEAR_LIMIT ? lengthNote(left) : null)
  return (
    <div>
      <h2>
        <textarea
          ref={field}
          rows={1}
          value={title}
          readOnly={locked !== null}
          title={locked ?? undefined}
          aria-label={t('title.of', { story: shortName(story) })}
          aria-invalid={problem !== null || left < 0}
          aria-describedby={note ? noteId : undefined}
          onChange={(event) => {
            setDraft(event.target.value.replace(/[\r\n]+/g, ' '))
            setProblem(null)
          }}
          onKeyDown={onKeyDown}
          onBlur={commit}
          className={classes(
            '-mx-2 block field-sizing-content w-[calc(100%+1rem)] resize-none overflow-hidden rounded-button bg-transparent px-2 py-1 font-semibold wrap-anywhere text-text hover:bg-hover focus:bg-transparent focus:outline-2 focus:outline-focus',
            compact
              ? 'text-editor leading-6 text-pretty'
              : 'text-heading tracking-tight text-balance max-md:text-title',
          )}
        />
      </h2>
      {note ? (
        <p
          id={noteId}
          role={problem ? 'alert' : undefined}
          className={classes(
            'mt-1 text-label',
            problem || left < 0 ? 'text-danger' : 'text-subtle',
          )}
        >
          {note}
        </p>
      ) : null}
    </div>
  )
}

/** What is wrong with a title, said at the field; the rule itself is `decide`'s. */
function problemWith(title: string): string | null {
  if (title.trim() === '') return textsOf('story')('title.needed')
  return title.trim().length > TITLE_MAX_CHARACTERS
    ? textsOf('story')('title.shorten', {
        length: lengthNote(TITLE_MAX_CHARACTERS - title.trim().length),
      })
    : null
}

function lengthNote(left: number): string {
  return left >= 0
    ? textsOf('story')('title.left', { left, most: TITLE_MAX_CHARACTERS })
    : textsOf('story')('title.over', { over: -left, most: TITLE_MAX_CHARACTERS })
}
