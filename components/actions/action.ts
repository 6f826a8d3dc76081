/**
 * Everything a person can do is one action, and every way of doing it (key, palette, menu, button, drag) runs that
 * same action (UX4). How a feature uses this:
 *
 *   // What it is called stands in messages/<language>/actions.json, by its id.
 *   export const markReady = defineAction<StoryTarget>({
 *     id: 'story.markReady',
 *     group: 'Story',
 *     keys: ['Shift+R'],
 *     when: ({ story }) => story.stage === 'refinement' || 'Only a story in Refinement can be marked ready.',
 *     run: ({ story, send }) => {
 *       const sent = send({ type: 'markReady', story: story.id })
 *       if (!sent.ok) return sent                          // a refusal: shown as a toast with its sentence
 *       return done(`${story.key} is ready`, () => send({ type: 'bounceStory', … }))  // toast with Undo, Ctrl/Cmd+Z
 *     },
 *   })
 *
 *   useActions([markReady, …], story ? { story, send } : null, { about: story?.key, layer: 'focus' })   // keys, palette, help
 *   <Button onClick={() => runAction(markReady, { story, send })}>                                      // button, menu, drop
 *   const can = availability(markReady, target)                                                        // to grey out and explain
 *
 * A target is what the action is about and what it needs to act. Build it from immutable values: what `run` sees in it is
 * the state before, which is what its undo needs. Actions about nothing in particular take `undefined`.
 */
export interface Action<Target = undefined> {
  /**
   * `area.verb`, unique: `story.markReady`, `board.capture`. What the palette, menus and the list of keys call it stands in the
   * texts `actions.titles` (messages/) under it; an action that is shown nowhere by its name has none there.
   */
  readonly id: string
  /** Heading in the list of keys, as `actions.groups` of the texts know it: `General`, `Go to`, `Board`, `Story`. */
  readonly group: string
  /**
   * Key sequences: `C`, `G R`, `Shift+M`, `Alt+Shift+ArrowUp`, `$mod+K` (Cmd on Apple, else Ctrl), `?`. Letters are matched
   * without regard to case, and by their place on the keyboard where the layout has no Latin letters.
   */
  readonly keys?: readonly string[]
  /** More words to find it by in the palette, where `actions.words` of the texts has none. */
  readonly words?: string
  /** Its keys also work while typing in a field. For keys with Ctrl or Cmd only. */
  readonly inEditables?: boolean
  /** A text field opens and takes the focus: what is typed right behind the keys is meant for it. */
  readonly opensField?: boolean
  /** Left out of the palette and menus: makes sense by key or pointer only (moving the focus). */
  readonly keysOnly?: boolean
  /** True: can run. A sentence: cannot, and why (shown greyed with it). False: not offered at all. Absent: can always run. */
  readonly when?: (target: Target) => boolean | string
  /** Does it. Gives `done(…)` for a toast with Undo, a refusal to be shown, or nothing when the change speaks for itself. */
  readonly run: (target: Target) => Outcome | void
}

/** What became of an action. A `Sent` or `Refusal` of lib/client fits. */
export type Outcome =
  | {
      readonly ok: true
      /** What was done, as a sentence: a toast, and the name it is taken back by. */
      readonly said?: string
      /** More about it, below the sentence. */
      readonly detail?: string
      /** True: it speaks for itself, so that `said` is no toast. */
      readonly quiet?: boolean
      readonly undo?: Undo
      /** What is said once it was taken back, where undo leaves something as it is. */
      readonly undone?: string
      /** Why this person cannot take it back as things stand: said at once, and nothing is offered that would fail. */
      readonly whyNoUndo?: string
      /** Nothing takes it back: undo stops here once and says so, so that it never takes back something older instead. */
      readonly isFinal?: boolean
      /** Where it can be looked at, beside Undo in the toast. */
      readonly link?: { readonly label: string; readonly go: () => void }
    }
  | { readonly ok: false; readonly message: string; readonly who?: readonly string[] }

/** Takes an action back. May itself be refused: the sentence is shown. The `undo` of its outcome does the action again. */
export type Undo = () => Outcome | void

/** Declares an action. Call it at module level, once for each id. */
export function defineAction<Target = undefined>(action: Action<Target>): Action<Target> {
  return action
}

/** The outcome of an action that took effect: `said` is shown as a toast, `undo` goes on the undo stack (UX9). */
export function done(said: string, undo?: Undo): Outcome {
  return undo ? { ok: true, said, undo } : { ok: true, said }
}

export type Availability =
  | { readonly kind: 'available' }
  | { readonly kind: 'explained'; readonly reason: string }
  | { readonly kind: 'hidden' }

/** Says whether an action can run on a target, and if not, whether to show it with a reason or not at all. */
export function availability<Target>(action: Action<Target>, target: Target): Availability {
  const answer = action.when ? action.when(target) : true
  if (answer === true) return { kind: 'available' }
  return answer === false ? { kind: 'hidden' } : { kind: 'explained', reason: answer }
}
